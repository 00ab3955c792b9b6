import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { OpenDatabase } from './connection.js';
import { PATIENCE } from './postgres.js';

/** Tells workers apart, and the living from the dead. */
export interface Workers {
  /** Our name, by which the others can see that we are alive. @throws while that cannot be seen. */
  me(): Promise<string>;
  isGone(worker: string, open: OpenDatabase): Promise<boolean>;
  close(): Promise<void>;
}

/** Those of this process. */
const here = new Set<string>();

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Workers of one machine: each is known by its process. */
export function createLocalWorkers(): Workers {
  const name = `${process.pid}:${randomBytes(6).toString('hex')}`;
  here.add(name);
  return {
    me: async () => name,
    async isGone(worker) {
      const pid = Number.parseInt(worker, 10);
      // A process of an earlier start may have had our own number.
      return pid === process.pid ? !here.has(worker) : !isRunning(pid);
    },
    close: async () => void here.delete(name),
  };
}

/** Names the advisory locks of ours among those of other programs. */
const LOCKS = 0x6e63;

/** A machine that vanished without a word is noticed after half a minute. */
const KEEP_ALIVE = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4';

/**
 * Workers over PostgreSQL: each holds a lock that ends with its connection, so that a killed one is known to be dead at once,
 * wherever it ran.
 */
export function createPostgresWorkers(url: string): Workers {
  const number = randomBytes(4).readUInt32BE(0) >>> 1;
  let session: Promise<pg.Client> | null = null;

  async function open(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
    const drop = (): void => {
      session = null;
    };
    client.on('error', drop).on('end', drop);
    await client.connect();
    await client.query(KEEP_ALIVE);
    await client.query('select pg_advisory_lock($1, $2)', [LOCKS, number]);
    return client;
  }

  function held(): Promise<pg.Client> {
    const opening = session ?? open();
    session = opening;
    opening.catch(() => {
      if (session === opening) session = null;
    });
    return opening;
  }

  return {
    async me() {
      await held();
      return String(number);
    },
    async isGone(worker, { db }) {
      const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2
        and classid = ${LOCKS} and objid = ${Number(worker)}
        and database = (select oid from pg_database where datname = current_database())`.execute(db);
      return rows.length === 0;
    },
    async close() {
      const last = session;
      session = null;
      await last?.then((client) => client.end()).catch(() => {});
    },
  };
}
