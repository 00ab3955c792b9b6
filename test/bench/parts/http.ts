import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { againstGoal, figure, median, table } from '../figures.js';

const SERVER = fileURLToPath(new URL('../http-server.ts', import.meta.url));

/** Requests under way at once, each over a connection that is kept open. */
const AT_ONCE = 32;
const ROUNDS = 9;
const SECONDS_EACH = 1;
const WARM_UP_SECONDS = 3;

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

async function residentMemory({ process: child }: Server): Promise<number> {
  child.send('memory');
  const [megabytes] = (await once(child, 'message')) as [number];
  return megabytes;
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

/** Answers within a second, from `AT_ONCE` clients that ask again as soon as they are answered. */
async function askFor(seconds: number, { port }: Server, bodies: readonly Buffer[]): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) {
        await post(port, bodies[next % bodies.length] as Buffer);
        next += 1;
      }
    }),
  );
  return next / ((performance.now() - started) / 1000);
}

/** The servers by turns, so that a busy moment of the machine meets all of them; another one is first each time. */
async function byTurns(servers: readonly Server[], bodies: readonly Buffer[]): Promise<number[][]> {
  const rates = servers.map((): number[] => []);
  for (const server of servers) await askFor(WARM_UP_SECONDS, server, bodies);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < servers.length; turn += 1) {
      const which = (turn + round) % servers.length;
      rates[which]?.push(await askFor(SECONDS_EACH, servers[which] as Server, bodies));
    }
  }
  return rates;
}

/** Checks over HTTP, the client on the same machine: beside a bare hono echo that runs the same check, and by themselves. */
export async function benchHttp(messages: readonly string[]): Promise<void> {
  const bodies = messages.map((text) => Buffer.from(JSON.stringify({ text })));
  const servers = [await start('bare'), await start('door'), await start('door-with-memory')];
  const rates = await byTurns(servers, bodies);
  const memory = await Promise.all(servers.map(residentMemory));
  for (const server of servers) server.process.disconnect();
  agent.destroy();

  const [bare = [], door = []] = rates;
  console.log(`http: POST /v1/checks, ${AT_ONCE} connections kept open, the client on the same machine`);
  const rows = servers.map(({ name }, at) => [name, figure(median(rates[at] ?? [])), figure(memory[at] ?? Number.NaN)]);
  console.log(table(['', 'checks/s', 'resident MB'], rows));
  console.log(
    againstGoal('ours / (bare hono echo + check)', median(bare.map((rate, at) => rate / (door[at] ?? 0))), 2, 'at most', 'x'),
  );
  console.log(againstGoal('checks a second', median(door), 1_500, 'at least', ''));
}
