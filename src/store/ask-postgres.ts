import pg from 'pg';

/** What a server answered about the database of an address. */
export interface PostgresAnswer {
  readonly version: string;
  /** The tables of the memory are there. */
  readonly isPrepared: boolean;
  /** They could be made. */
  readonly mayCreate: boolean;
}

const PATIENCE = 5_000;

const QUESTION = `select split_part(current_setting('server_version'), ' ', 1) as version,
  to_regclass('key_ids') is not null as "isPrepared",
  has_schema_privilege(current_schema(), 'create') as "mayCreate"`;

/** Asks a PostgreSQL how it is and changes nothing. Rejects with the error of the connection, whose code holds no secret. */
export async function askPostgres(url: string): Promise<PostgresAnswer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<PostgresAnswer>(QUESTION);
    if (!rows[0]) throw new Error('no answer');
    return rows[0];
  } finally {
    await client.end().catch(() => {});
  }
}
