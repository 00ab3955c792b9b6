import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotApiServer, startBotApiServer } from '../channels/telegram/bot-api-server.js';
import { recordedRegistry } from '../recorded-registry.js';
import { createTestDatabase, missingServer, type TestDatabase } from '../store/postgres-server.js';
import { type Balancer, freePort, startBalancer } from './balancer.js';
import { startWorker, type Worker } from './worker.js';

const SECRET = 'a-secret_of-our-own';
const NOTICE = '【京东金融】您的白条已逾期12天，请尽快处理。';
const DAY = 86_400;

const missing = await missingServer();
if (missing !== null) console.warn(`three workers: not tested here, ${missing}`);

describe.skipIf(missing !== null)('three processes over one PostgreSQL', { timeout: 60_000 }, () => {
  let home: string;
  let server: BotApiServer;
  let database: TestDatabase;
  let balancer: Balancer;
  let workers: Worker[];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'notice-check-'));
    server = await startBotApiServer({ token: '4242424242:invented-token-for-tests' });
    database = await createTestDatabase();
    const ports = await Promise.all([freePort(), freePort(), freePort()]);
    balancer = await startBalancer(ports);
    const settings = {
      NOTICE_CHECK_HOME: home,
      NOTICE_CHECK_KEY: 'ab'.repeat(32),
      DATABASE_URL: database.url,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${balancer.port}/hook`,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    };
    workers = ports.map((port) => startWorker(port, settings));
    const started = server.until(() => server.calls('setMyCommands').length >= 3 * workers.length);
    await Promise.race([started, ...workers.map(({ broken }) => broken)]);
  }, 60_000);

  afterAll(async () => {
    await Promise.all((workers ?? []).map((worker) => worker.stop()));
    await balancer?.close();
    await server?.close();
    await database?.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const bring = async ({ port }: Worker, update: unknown): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
    const { status } = await fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', headers, body: JSON.stringify(update) });
    return status;
  };
  const settled = (): Promise<void> => server.until(() => server.unconfirmed() === 0);
  const talk = (id: string): string => recordedRegistry().wording('zh')[`talk.${id}`]?.split('\n')[0] ?? '';

  it('answer an update once that all of them are given', async () => {
    const { chat, user } = server.person(1);
    const message = { message_id: 1, date: Math.floor(Date.now() / 1_000), chat, from: user, text: '查 95118' };
    const statuses = await Promise.all(workers.map((worker) => bring(worker, { update_id: 1, message })));
    expect(server.sent(1)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(await Promise.all(workers.map((worker) => bring(worker, { update_id: 1, message })))).toEqual([200, 200, 200]);
    expect(server.sent(1)).toHaveLength(1);
  });

  it('answer one person in order, whichever of them gets the messages', async () => {
    const forward = { forwardedFrom: { type: 'hidden_user', sender_user_name: 'A', date: Math.floor(Date.now() / 1_000) - DAY } };
    const said = [
      server.say(2, NOTICE, forward),
      server.say(2, '查 95118'),
      server.say(2, `${NOTICE}回复TD退订`, forward),
      server.say(2, '查 95188'),
      server.say(2, '查 95533'),
    ];
    await settled();
    const answered = (await server.person(2).hears(5)).map(({ replyTo }) => replyTo);
    expect(answered).toEqual(said.map((message) => message.message_id));
  });

  it('ask for the text once more when another one has it in memory', async () => {
    server.say(3, NOTICE);
    await server.person(3).hears(1);
    server.say(3, '是 10690000000001 发来的');
    const [, answer] = await server.person(3).hears(2);
    expect(answer?.text).toContain(talk('notice_gone'));
  });

  it('limit one person together', async () => {
    for (let at = 0; at < 33; at += 1) server.say(4, `查 9518${at % 10}`);
    await settled();
    const answers = server.sent(4).map(({ text }) => text);
    expect(answers).toHaveLength(31);
    expect(answers.at(-1)).toContain(talk('too_many'));
  });

  it('take over what one of them had that was killed in the middle', async () => {
    server.fail('sendMessage', { kind: 'hang' }, { chat: 5 });
    server.say(5, NOTICE);
    const sending = (): boolean => server.calls('sendMessage').some(({ payload }) => Number(payload.chat_id) === 5);
    await server.until(sending);
    const [port] = balancer.busy();
    const killed = workers.find((worker) => worker.port === port);
    await killed?.kill();
    const [answer] = await server.person(5).hears();
    expect(answer?.text).toContain('京东金融');
    await settled();
    expect(server.sent(5)).toHaveLength(1);
    expect(workers.map((worker) => worker.log()).join('')).not.toContain('白条');
  });
});
