import { PGlite } from '@electric-sql/pglite';
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';

interface Pglite {
  dialect(): PostgresDialect;
  /** Drops every table. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** The PostgreSQL dialect without a server. PGlite has one session: whoever holds it keeps the others waiting. */
export async function createPglite(): Promise<Pglite> {
  const database = await PGlite.create('memory://');
  let turn: Promise<void> = Promise.resolve();

  async function connect(): Promise<PostgresPoolClient> {
    let release = (): void => {};
    const before = turn;
    turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return {
      // The overload for cursors is not used.
      query: (async (sql: string, parameters: readonly unknown[]) => {
        const { rows, affectedRows } = await database.query(sql, [...parameters], { parsers: { 20: Number } });
        return { command: /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '', rowCount: affectedRows ?? 0, rows };
      }) as PostgresPoolClient['query'],
      release,
    };
  }

  const pool: PostgresPool = { connect, end: async () => {} };
  return {
    dialect: () => new PostgresDialect({ pool }),
    empty: async () => void (await database.exec('drop schema public cascade; create schema public')),
    close: () => database.close(),
  };
}
