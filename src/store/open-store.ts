import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dialect, type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Clock, ConversationStore, Inbox, Limits, Rate, Sightings } from '../dialogue/ports.js';
import { type Connection, createConnection, type OpenDatabase, openDatabase, type StoreHealth } from './connection.js';
import { createConversations } from './conversations.js';
import { type Corrections, createCorrections } from './corrections.js';
import { dayOf } from './days.js';
import { createFeedback, type Reviews } from './feedback.js';
import { createInbox } from './inbox.js';
import { hashed, type KeyRing, KeyRingError, loadKeys } from './keys.js';
import { createLeft, type Left } from './left.js';
import { openLibsql } from './libsql.js';
import { createLimits, createRate, type RateOptions } from './limits.js';
import { migrate } from './migrations.js';
import { createPool, postgresDialect } from './postgres.js';
import { prune } from './retention.js';
import type { Tables } from './schema.js';
import { createSightings } from './sightings.js';
import { createLocalWorkers, createPostgresWorkers, type Workers } from './workers.js';

export interface StoreOptions {
  /** Folder of the embedded database and of the keys. */
  readonly home: string;
  /** Of PostgreSQL; null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly clock: Pick<Clock, 'now'>;
  /** Keys, newest first, separated by commas; null for those in `home`. */
  readonly key: string | null;
  /** Sightings and complaints are kept for so many days; 400 when nothing is said. */
  readonly keepDays?: number;
}

/** The memory of the program. While it cannot be used, its parts throw StoreUnavailable at once, and it recovers by itself. */
export interface Store {
  readonly conversations: ConversationStore;
  readonly sightings: Sightings;
  readonly feedback: Reviews;
  readonly corrections: Corrections;
  readonly left: Left;
  readonly limits: Limits;
  /** Counts how often callers ask at a door. */
  rate(options: RateOptions): Rate;
  readonly inbox: Inbox;
  health(): StoreHealth;
  /** Asks the database whether it is well, and opens it when it is not open. */
  probe(): Promise<StoreHealth>;
  /** Deletes what is past its time; how many entries of people that were. */
  prune(): Promise<number>;
  close(): Promise<void>;
}

export const DATABASE_FILE = 'notice-check.db';

/** A database that was written under other keys would answer as if it were empty, and erase nothing. */
async function noteKeys(db: Kysely<Tables>, keys: KeyRing, day: number): Promise<void> {
  const known = await db.selectFrom('key_ids').select('id').execute();
  const ours = new Set(keys.map(({ id }) => id));
  if (known.length > 0 && !known.some(({ id }) => ours.has(id)))
    throw new KeyRingError('the database was written under other keys; give its keys in NOTICE_CHECK_KEY or in store.keys');
  await db
    .insertInto('key_ids')
    .values({ id: keys[0].id, since_day: day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Brings a database to the newest shape and makes sure that it was written under one of these keys. */
export async function prepareDatabase(dialect: Dialect, keys: KeyRing, day: number): Promise<OpenDatabase> {
  const db = openDatabase(dialect);
  try {
    await migrate(db);
    await noteKeys(db, keys, day);
    return { db, keys };
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }
}

const isDamaged = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:NOTADB|CORRUPT)/.test(String(error.code));

/** A damaged file is kept beside a new one, for somebody to look at. */
async function putAside(file: string, now: number): Promise<void> {
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(file + ending)) await rename(file + ending, `${file}.damaged-${now}${ending}`);
}

async function openFile(file: string, keys: KeyRing, day: number): Promise<OpenDatabase> {
  // Made before it is opened, so that nobody else of the machine can read it or the log beside it.
  await writeFile(file, '', { flag: 'a', mode: 0o600 });
  const { dialect, scrub } = openLibsql(file);
  return { ...(await prepareDatabase(dialect, keys, day)), scrub };
}

async function openEmbedded({ home, clock, key }: StoreOptions): Promise<OpenDatabase> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const keys = await loadKeys(home, key);
  const file = join(home, DATABASE_FILE);
  const day = dayOf(clock.now());
  try {
    return await openFile(file, keys, day);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await putAside(file, clock.now());
    const begun = await openFile(file, keys, day);
    return { ...begun, remark: `the file was damaged; it is kept as ${DATABASE_FILE}.damaged-*, and a new one was begun` };
  }
}

async function probe(connection: Connection): Promise<StoreHealth> {
  try {
    await connection.use(({ db }) => sql`select 1`.execute(db));
  } catch {
    // What is wrong is in the health.
  }
  return connection.health();
}

/** What workers share that are not on one machine. */
interface Shared {
  readonly pool: pg.Pool;
  readonly workers: Workers;
}

/** A store over any dialect; `shared` when any number of workers use it. */
export function createStore(
  open: () => Promise<OpenDatabase>,
  clock: Pick<Clock, 'now'>,
  shared: Shared | null = null,
  keepDays?: number,
): Store {
  const workers = shared?.workers ?? createLocalWorkers();
  const connection = createConnection(open, clock);
  let closing: Promise<void> | null = null;
  const closeAll = async (): Promise<void> => {
    await connection.close();
    await workers.close();
    await shared?.pool.end();
  };
  const hash = (person: string): Promise<string> => connection.use(async ({ keys }) => hashed(keys[0], 'person', person));
  return {
    conversations: createConversations(connection),
    sightings: createSightings(connection),
    feedback: createFeedback(connection),
    corrections: createCorrections(connection, clock),
    left: createLeft(connection, clock, workers),
    limits: createLimits(hash, shared?.pool ?? null),
    rate: (options) => createRate(options, hash, shared?.pool ?? null),
    inbox: createInbox(connection, clock, workers, shared !== null),
    health: () => connection.health(),
    probe: () => probe(connection),
    prune: () => prune(connection, clock.now(), keepDays),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

const openPostgres = async (pool: pg.Pool, { home, clock, key }: StoreOptions): Promise<OpenDatabase> =>
  prepareDatabase(postgresDialect(pool), await loadKeys(home, key), dayOf(clock.now()));

/**
 * Opens the memory: PostgreSQL when it has an address, else a file in the home folder. One that cannot be opened now is no
 * error: `health()` says why, and the next call tries again.
 * @throws KeyRingError for a key that was given and is none.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.key !== null) await loadKeys(options.home, options.key);
  const { databaseUrl, clock } = options;
  const shared = databaseUrl === null ? null : { pool: createPool(databaseUrl), workers: createPostgresWorkers(databaseUrl) };
  const open = shared ? () => openPostgres(shared.pool, options) : () => openEmbedded(options);
  const store = createStore(open, clock, shared, options.keepDays);
  await store.probe();
  return store;
}
