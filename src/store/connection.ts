import { setTimeout as pause } from 'node:timers/promises';
import { type Dialect, Kysely } from 'kysely';
import type { Clock } from '../dialogue/ports.js';
import { type KeyRing, KeyRingError } from './keys.js';
import type { Tables } from './schema.js';

/** The memory cannot be used just now; callers go on without it. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

export interface StoreHealth {
  readonly state: 'up' | 'down';
  /** What went wrong last, without any value that was stored, or what an operator should look at; null while there is nothing. */
  readonly detail: string | null;
}

/** An open database, with the keys to write to it and to read it. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly keys: KeyRing;
  /** What an operator should know though all is well. */
  readonly remark?: string | undefined;
  /** Overwrites what was deleted, where the database keeps it for a while. Never throws. */
  readonly scrub?: (() => void) | undefined;
}

export interface Connection {
  /**
   * Works on the database, which is opened when it is not.
   * @throws StoreUnavailable when it cannot be opened, was lost meanwhile, or was lost a moment ago.
   */
  use<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T>;
  /** The same for work that deletes what people left: afterwards it is no longer in the files either. */
  erase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T>;
  health(): StoreHealth;
  close(): Promise<void>;
}

/** After a failure nobody waits for the next one: for so long everything fails at once. Milliseconds. */
const PAUSE = 3_000;

/** Errors of a statement that the database understood: the database is well. */
const OWN_FAULTS = /^(?:SQLITE_ERROR|SQLITE_CONSTRAINT\w*|SQLITE_MISMATCH|2[23]\w{3}|40\w{3}|42\w{3})$/;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Messages of databases quote what was being stored; kinds and codes do not. */
function describe(error: unknown): string {
  if (error instanceof KeyRingError) return error.message;
  const name = error instanceof Error ? error.name : typeof error;
  return `${name} ${codeOf(error)}`.trim();
}

const isOwnFault = (error: unknown): boolean => error instanceof TypeError || OWN_FAULTS.test(codeOf(error));

/** Waits between two tries while another process writes. Milliseconds; each is shortened by chance, so that two do not meet again. */
const TRIES = [10, 20, 40, 80, 160, 250, 250, 250, 250, 250, 250, 250] as const;

/** Does the work again when another process holds the lock. The work must be one transaction, or of reading. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of TRIES) {
    try {
      return await work();
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
      await pause(wait * (0.5 + Math.random() / 2));
    }
  }
  return work();
}

export const openDatabase = (dialect: Dialect): Kysely<Tables> => new Kysely<Tables>({ dialect });

/** Keeps one database open, and opens it again when it was lost. `open` is called for each attempt, one at a time. */
export function createConnection(open: () => Promise<OpenDatabase>, clock: Pick<Clock, 'now'>): Connection {
  let opened: Promise<OpenDatabase> | null = null;
  let lost: { readonly at: number; readonly detail: string } | null = null;
  let remark: string | null = null;
  let isClosed = false;

  async function drop(failed: Promise<OpenDatabase>, error: unknown): Promise<void> {
    if (opened !== failed) return;
    opened = null;
    lost = { at: clock.now(), detail: describe(error) };
    await failed.then(({ db }) => db.destroy()).catch(() => {});
  }

  function current(): Promise<OpenDatabase> {
    if (isClosed) throw new StoreUnavailable('closed');
    if (opened === null && lost !== null && clock.now() - lost.at < PAUSE) throw new StoreUnavailable(lost.detail);
    opened ??= patiently(open);
    return opened;
  }

  async function use<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
    const attempt = current();
    try {
      const database = await attempt;
      remark = database.remark ?? remark;
      const result = await patiently(() => work(database));
      if (opened === attempt) lost = null;
      return result;
    } catch (error) {
      if (isOwnFault(error)) throw error;
      await drop(attempt, error);
      throw new StoreUnavailable(describe(error));
    }
  }

  return {
    use,
    erase: (work) =>
      use(async (database) => {
        const result = await work(database);
        database.scrub?.();
        return result;
      }),
    health: () => (lost === null ? { state: 'up', detail: remark } : { state: 'down', detail: lost.detail }),
    async close() {
      isClosed = true;
      const last = opened;
      opened = null;
      await last?.then(({ db }) => db.destroy()).catch(() => {});
    },
  };
}
