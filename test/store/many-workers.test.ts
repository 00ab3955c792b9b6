import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingEvent } from '../../src/dialogue/events.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { setStage, typed } from '../dialogue/stage.js';
import { createTestDatabase, missingServer, type TestDatabase } from './postgres-server.js';

const KEY = 'ef'.repeat(32);
const WORKERS = 3;

const missing = await missingServer();
if (missing !== null) console.warn(`many workers: not tested here, ${missing}`);

describe.skipIf(missing !== null)('workers over one PostgreSQL', () => {
  let database: TestDatabase;
  let stores: Store[];
  const now = Date.parse('2026-11-21T12:00:00+08:00');

  beforeEach(async () => {
    database = await createTestDatabase();
    const options = { home: tmpdir(), databaseUrl: database.url, clock: { now: () => now }, key: KEY };
    stores = await Promise.all(Array.from({ length: WORKERS }, () => openStore(options)));
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await database.drop();
  });

  const workers = () =>
    stores.map((store) =>
      setStage({
        store: store.conversations,
        sightings: store.sightings,
        feedback: store.feedback,
        limits: store.limits,
        inbox: store.inbox,
      }),
    );
  const saying = (id: string, text: string, person = 'mother'): IncomingEvent => ({
    id,
    channel: 'telegram',
    person,
    conversation: person,
    isGroup: false,
    isAddressed: true,
    at: now,
    message: id,
    album: null,
    isEdit: false,
    language: null,
    content: typed(text),
    about: null,
  });

  it('answer an update once that is delivered to all of them', async () => {
    const all = workers();
    for (let at = 0; at < 20; at += 1)
      for (const { dialogue, responder } of all) dialogue.accept(saying(`u${at}`, '你好', `p${at}`), responder);
    await Promise.all(all.map(({ dialogue }) => dialogue.idle()));
    expect(all.flatMap(({ said }) => said)).toHaveLength(20);
    const duplicates = all.flatMap(({ notes }) => notes).filter((note) => note.kind === 'ignored' && note.why === 'duplicate');
    expect(duplicates).toHaveLength(40);
  });

  it('remember together what one of them was told', async () => {
    const [first, second] = workers();
    first?.dialogue.accept(saying('a', '我是借款人'), first.responder);
    await first?.dialogue.idle();
    second?.dialogue.accept(saying('b', '【京东金融】您的白条已逾期12天，请尽快处理。'), second.responder);
    await second?.dialogue.idle();
    const kept = await stores[2]?.conversations.read(JSON.stringify(['telegram', 'mother', 'mother']), now);
    expect(kept).toMatchObject({ role: 'borrower', last: { platform: 'jd-finance', role: 'borrower' } });
  });

  it('answer one conversation in the order in which it came, whoever gets the messages', async () => {
    const lane = '["telegram","a","a"]';
    const [first, second, third] = stores;
    for (const [at, store] of [first, second, third].entries()) await store?.inbox.take({ update: `u${at}`, lane, reach: null });
    const order: number[] = [];
    const work = async (store: Store | undefined, at: number): Promise<void> => {
      await store?.inbox.turn(`u${at}`);
      order.push(at);
      await store?.inbox.answered(`u${at}`);
    };
    await Promise.all([work(third, 2), work(second, 1), work(first, 0)]);
    expect(order).toEqual([0, 1, 2]);
  });

  it('do not wait for one that was killed', async () => {
    const [dead, alive] = stores;
    const lane = '["telegram","a","a"]';
    await dead?.inbox.take({ update: 'left', lane, reach: null });
    await alive?.inbox.take({ update: 'next', lane, reach: null });
    await dead?.close();
    await alive?.inbox.turn('next');
    expect(await alive?.inbox.take({ update: 'left', lane, reach: null })).toBe('mine');
  });

  it('limit one person together', async () => {
    const taken = await Promise.all(Array.from({ length: 33 }, (_, at) => stores[at % WORKERS]?.limits.take('["telegram","a"]')));
    expect(taken.filter((one) => one === 'granted')).toHaveLength(30);
    expect(taken.filter((one) => one === 'told_now')).toHaveLength(1);
  });
});
