import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../src/dialogue/turn.js';
import { createConnection, openDatabase, StoreUnavailable } from '../../src/store/connection.js';
import { KeyRingError, loadKeys, rotateKeys } from '../../src/store/keys.js';
import { openLibsql } from '../../src/store/libsql.js';
import { migrate } from '../../src/store/migrations.js';
import { DATABASE_FILE, openStore, type Store } from '../../src/store/open-store.js';
import { killInTheMiddle } from './kill-in-the-middle.js';
import { createTestDatabase, missingServer } from './postgres-server.js';

const KEY = 'cd'.repeat(32);
const LATER = 60_000;
const conversation = (person: string): string => JSON.stringify(['test', 'home', person]);

let home: string;
let now = Date.parse('2026-11-21T12:00:00+08:00');
const clock = { now: () => now };
const opened: Store[] = [];

async function open(more: { key?: string; databaseUrl?: string; home?: string } = {}): Promise<Store> {
  const store = await openStore({ home, databaseUrl: null, clock, key: null, ...more });
  opened.push(store);
  return store;
}
const write = (store: Store, person = 'a'): Promise<void> =>
  store.conversations.write(conversation(person), EMPTY_STATE, now + LATER);
const read = (store: Store, person = 'a') => store.conversations.read(conversation(person), now);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'notice-check-'));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a folder that cannot be used', () => {
  it('is no error at the start; the store says so, and works as soon as it can', async () => {
    // A file where the folder should be: nobody can write there, not even root.
    const place = join(home, 'memory');
    writeFileSync(place, '');
    const store = await open({ home: place });
    expect(store.health()).toMatchObject({ state: 'down', detail: expect.stringContaining('E') });
    await expect(write(store)).rejects.toThrow(StoreUnavailable);
    rmSync(place);
    now += LATER;
    await write(store);
    expect(await read(store)).toEqual(EMPTY_STATE);
    expect(store.health().state).toBe('up');
  });

  it('keeps its keys and its file from other people of the machine', async () => {
    await write(await open());
    for (const name of readdirSync(home)) expect(statSync(join(home, name)).mode & 0o777, name).toBe(0o600);
  });
});

describe('a file that cannot be used', () => {
  it('is put aside when it is damaged, and a new one begun', async () => {
    writeFileSync(join(home, DATABASE_FILE), 'no database at all '.repeat(500));
    const store = await open();
    await write(store);
    expect(await read(store)).toEqual(EMPTY_STATE);
    expect(store.health()).toEqual({ state: 'up', detail: expect.stringContaining('damaged') });
    const [aside] = readdirSync(home).filter((name) => name.includes('.damaged-'));
    expect(readFileSync(join(home, aside ?? ''), 'utf8')).toContain('no database at all');
  });

  it('is waited for while another process holds it, then done without, and used again when it is free', async () => {
    const store = await open();
    const other = new Database(join(home, DATABASE_FILE));
    other.exec('begin immediate');
    await expect(write(store)).rejects.toThrow(StoreUnavailable);
    expect(store.health()).toEqual({ state: 'down', detail: 'SqliteError SQLITE_BUSY' });
    other.exec('rollback');
    other.close();
    now += LATER;
    await write(store);
    expect(store.health().state).toBe('up');
  });

  it('is not asked again for a moment after it failed: nobody waits twice', async () => {
    let attempts = 0;
    const connection = createConnection(async () => {
      attempts += 1;
      throw new Error('no space left');
    }, clock);
    for (let at = 0; at < 5; at += 1) await expect(connection.use(async () => 1)).rejects.toThrow(StoreUnavailable);
    expect(attempts).toBe(1);
    now += LATER;
    await expect(connection.use(async () => 1)).rejects.toThrow(StoreUnavailable);
    expect(attempts).toBe(2);
  });

  it('stays open after a mistake of our own', async () => {
    const store = await open();
    await write(store);
    const failing = createConnection(async () => ({ db: {} as never, keys: await loadKeys(home, null) }), clock);
    const mistake = Object.assign(new Error('syntax'), { code: 'SQLITE_ERROR' });
    await expect(failing.use(() => Promise.reject(mistake))).rejects.toBe(mistake);
    expect(failing.health().state).toBe('up');
  });

  it('is done without while the disk is full, and used again when there is room', async () => {
    const open = async () => ({
      db: openDatabase(openLibsql(join(home, DATABASE_FILE)).dialect),
      keys: await loadKeys(home, KEY),
    });
    const connection = createConnection(open, clock);
    await connection.use(({ db }) => migrate(db));
    // The file may grow no further, as on a full disk; the limit ends with the connection.
    await connection.use(({ db }) => sql`pragma max_page_count = 1`.execute(db));
    const grow = (): Promise<unknown> =>
      connection.use(({ db }) =>
        db
          .insertInto('key_ids')
          .values({ id: 'x'.repeat(500_000), since_day: 1 })
          .execute(),
      );
    await expect(grow()).rejects.toThrow(StoreUnavailable);
    expect(connection.health()).toEqual({ state: 'down', detail: 'SqliteError SQLITE_FULL' });
    now += LATER;
    await grow();
    expect(connection.health().state).toBe('up');
    await connection.close();
  });
});

describe('a process that is killed', () => {
  it('loses nothing that it had said was kept', { timeout: 120_000 }, async () => {
    const kept = await killInTheMiddle(home, 4);
    now = Date.now();
    const store = await open();
    const found = await Promise.all(kept.map((person) => read(store, person)));
    expect(found.filter((state) => state === null)).toEqual([]);
    expect(store.health().state).toBe('up');
  });
});

describe('the keys', () => {
  it('can be changed: what was written before is still read, and erased', async () => {
    const before = await open();
    await write(before);
    await before.close();
    await rotateKeys(home);
    const after = await open();
    expect(await read(after)).toEqual(EMPTY_STATE);
    await write(after);
    expect(await after.conversations.erase(conversation('a'))).toBe(2);
  });

  it('are refused when the database was written under others, rather than finding and erasing nothing', async () => {
    await write(await open());
    const stranger = await open({ key: KEY });
    expect(stranger.health()).toEqual({ state: 'down', detail: expect.stringContaining('NOTICE_CHECK_KEY') });
    await expect(write(stranger)).rejects.toThrow(StoreUnavailable);
  });

  it('say what to write when they are none', async () => {
    await expect(loadKeys(home, 'secret')).rejects.toThrow(KeyRingError);
    await expect(loadKeys(home, 'secret')).rejects.toThrow('openssl rand -hex 32');
    mkdirSync(join(home, 'other'));
    writeFileSync(join(home, 'other', 'store.keys'), 'half a key');
    expect((await open({ home: join(home, 'other') })).health().detail).toContain('store.keys must hold keys');
  });

  it('are the same for processes that start together', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, () => loadKeys(home, null)));
    expect(new Set(rings.map(([key]) => key.id)).size).toBe(1);
  });
});

const missing = await missingServer();
if (missing !== null) console.warn(`PostgreSQL on a bad day: not tested here, ${missing}`);

describe.skipIf(missing !== null)('PostgreSQL that goes away', () => {
  it('is done without meanwhile, and used again when it is back', async () => {
    const database = await createTestDatabase();
    const store = await open({ databaseUrl: database.url, key: KEY });
    await write(store);
    await database.allow(false);
    await database.disconnect();
    await expect(write(store)).rejects.toThrow(StoreUnavailable);
    expect(store.health().state).toBe('down');
    expect(await store.limits.take('["test","a"]')).toBe('granted');
    await database.allow(true);
    now += LATER;
    await store.probe();
    now += LATER;
    expect(await store.conversations.read(conversation('a'), now - 3 * LATER)).toEqual(EMPTY_STATE);
    expect(store.health()).toEqual({ state: 'up', detail: null });
    await store.close();
    await database.drop();
  });

  it('that answers nowhere is said to be down, without its password', async () => {
    const store = await open({ databaseUrl: 'postgres://me:hunter22@127.0.0.1:1/none', key: KEY });
    expect(store.health().state).toBe('down');
    expect(JSON.stringify(store.health())).not.toContain('hunter22');
  });
});
