import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { againstGoal, figure, median, table } from '../figures.js';

const SERVER = fileURLToPath(new URL('../http-server.ts', import.meta.url));

/** Requests under way at once, each over a connection that is kept open. */
const AT_ONCE = 32;
const ROUNDS = 9;
const REQUESTS_EACH = 1_000;
/** Enough that every server runs compiled code. */
const WARM_UP = 6_000;
/** With a memory a check takes as long as that does: fewer of them are enough. */
const WITH_MEMORY = 500;

interface Server {
  readonly name: string;
  readonly process: ChildProcess;
  readonly port: number;
}

async function start(name: string): Promise<Server> {
  const child = fork(SERVER, [name], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port] = (await once(child, 'message')) as [number];
  return { name, process: child, port };
}

interface Used {
  /** Processor time since the start, µs. */
  readonly cpu: number;
  /** Resident, MB. */
  readonly memory: number;
}

async function used({ process: child }: Server): Promise<Used> {
  child.send('used');
  const [answer] = (await once(child, 'message')) as [Used];
  return answer;
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function post(port: number, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.byteLength };
    const asked = request({ port, agent, method: 'POST', path: '/v1/checks', headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      response.resume().on('end', resolve);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

interface Rate {
  readonly perSecond: number;
  /** Processor time of the server for each answer, µs: what a busy machine changes least. */
  readonly cpu: number;
}

/** `AT_ONCE` clients that ask again as soon as they are answered. */
async function ask(count: number, server: Server, bodies: readonly Buffer[]): Promise<Rate> {
  const before = await used(server);
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) {
        next += 1;
        await post(server.port, bodies[next % bodies.length] as Buffer);
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  return { perSecond: next / took, cpu: ((await used(server)).cpu - before.cpu) / next };
}

/** The servers by turns, so that a busy moment of the machine meets all of them; another one is first each time. */
async function byTurns(servers: readonly Server[], bodies: readonly Buffer[]): Promise<Rate[][]> {
  const rates = servers.map((): Rate[] => []);
  for (const server of servers) await ask(WARM_UP, server, bodies);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < servers.length; turn += 1) {
      const which = (turn + round) % servers.length;
      rates[which]?.push(await ask(REQUESTS_EACH, servers[which] as Server, bodies));
    }
  }
  return rates;
}

const ratio = (ours: readonly Rate[], bare: readonly Rate[], of: (rate: Rate) => number): number =>
  median(ours.map((rate, round) => of(rate) / of(bare[round] as Rate)));

const time = ({ perSecond: rate }: Rate): number => 1 / rate;
const cpuTime = ({ cpu }: Rate): number => cpu;

const perSecond = (rates: readonly Rate[]): number => median(rates.map((rate) => rate.perSecond));

async function row(server: Server, rates: readonly Rate[]): Promise<string[]> {
  const { memory } = await used(server);
  return [server.name, figure(perSecond(rates)), figure(median(rates.map(({ cpu }) => cpu))), figure(memory)];
}

/**
 * Checks over HTTP, the client on the same machine: beside a bare hono echo that runs the same check, beside one that also
 * answers with the same object, and by themselves. The goal is held against the first.
 */
export async function benchHttp(messages: readonly string[]): Promise<void> {
  const bodies = messages.map((text) => Buffer.from(JSON.stringify({ text })));
  const [echo, answering, own] = [await start('bare'), await start('bare-answer'), await start('door')];
  const [bare = [], answered = [], door = []] = await byTurns([echo, answering, own], bodies);
  const remembering = await start('door-with-memory');
  const remembered = await ask(WITH_MEMORY, remembering, bodies);
  const rows = [
    await row(echo, bare),
    await row(answering, answered),
    await row(own, door),
    await row(remembering, [remembered]),
  ];
  for (const server of [echo, answering, own, remembering]) server.process.disconnect();
  agent.destroy();

  console.log(`http: POST /v1/checks, ${AT_ONCE} connections kept open, the client on the same machine`);
  console.log(table(['', 'checks/s', 'server CPU µs each', 'resident MB'], rows));
  console.log(againstGoal('ours / (bare hono echo + check), time', ratio(door, bare, time), 2, 'at most', 'x'));
  console.log(`  the same in processor time of the server: ${figure(ratio(door, bare, cpuTime))}x`);
  const [asLong, asMuch] = [ratio(door, answered, time), ratio(door, answered, cpuTime)];
  console.log(`  ours / (bare hono + check + the same answer): ${figure(asLong)}x in time, ${figure(asMuch)}x in processor time`);
  console.log(againstGoal('checks a second', perSecond(door), 1_500, 'at least', ''));
}
