import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Where a server may be found; another one by TEST_DATABASE_URL. */
const ADDRESS = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';

/** Null when a server answers here; otherwise why there is none. */
export async function missingServer(): Promise<string | null> {
  const client = new pg.Client({ connectionString: ADDRESS, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    return null;
  } catch (error) {
    return `no PostgreSQL at ${new URL(ADDRESS).host} (${reasonOf(error)}); set TEST_DATABASE_URL`;
  } finally {
    await client.end().catch(() => {});
  }
}

async function run(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ADDRESS });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly url: string;
  /** Ends every session, as a server does that goes down. */
  disconnect(): Promise<void>;
  /** Lets nobody in, or everybody again. */
  allow(connections: boolean): Promise<void>;
  drop(): Promise<void>;
}

/** A database of its own, so that nothing of the server's is touched. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `notice_check_${randomUUID().replaceAll('-', '')}`;
  await run(`create database ${name}`);
  const url = new URL(ADDRESS);
  url.pathname = `/${name}`;
  const disconnect = (): Promise<void> => run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return {
    url: url.href,
    disconnect,
    allow: (connections) => run(`alter database ${name} allow_connections ${connections}`),
    drop: () => run(`drop database ${name} with (force)`),
  };
}
