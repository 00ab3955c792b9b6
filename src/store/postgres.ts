import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** `int8`: counts and milliseconds, all of them far below 2^53. */
const INT8 = 20;

/** An answer that has not come by then will not come; people wait for theirs. Milliseconds. */
export const PATIENCE = 3_000;

/** Connections to PostgreSQL; the program goes on when an idle one breaks. */
export function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    statement_timeout: PATIENCE,
    types: { getTypeParser: (type, format) => (type === INT8 ? Number : pg.types.getTypeParser(type, format)) },
  });
  pool.on('error', () => {});
  return pool;
}

/** Closing the database leaves the pool open: it is used again when the server is back. */
export const postgresDialect = (pool: pg.Pool): PostgresDialect =>
  new PostgresDialect({ pool: { connect: () => pool.connect(), end: async () => {} } });
