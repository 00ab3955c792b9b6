import { type Kysely, type Migration, Migrator, type SchemaModule } from 'kysely';
import { numberWordings } from './migrate-to-numbers.js';
import { nameWorkers } from './migrate-to-workers.js';
import type { Tables } from './schema.js';

async function createConversations(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('conversations_person').on('conversations').column('person').execute();
  await schema.createIndex('conversations_expires_at').on('conversations').column('expires_at').execute();
}

async function createWordings(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('wordings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('sketch', 'text', (column) => column.notNull())
    .addColumn('first_day', 'integer', (column) => column.notNull())
    .addColumn('last_day', 'integer', (column) => column.notNull())
    .addColumn('corrected', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('wording_keys')
    .addColumn('lookup_key', 'integer', (column) => column.notNull())
    .addColumn('wording_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('wording_keys_key', ['lookup_key', 'wording_id'])
    .execute();
  await schema.createIndex('wording_keys_wording').on('wording_keys').column('wording_id').execute();
}

async function createSightings(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('sightings')
    .addColumn('wording_id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sightings_key', ['wording_id', 'person', 'day'])
    .execute();
  await schema
    .createTable('addresses')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('addresses_key', ['kind', 'value', 'person', 'day'])
    .execute();
  for (const table of ['sightings', 'addresses']) {
    await schema.createIndex(`${table}_person`).on(table).column('person').execute();
    await schema.createIndex(`${table}_day`).on(table).column('day').execute();
  }
}

async function createFeedback(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('wording_id', 'text')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('findings', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['person', 'status', 'wording_id'])
    await schema.createIndex(`feedback_${column}`).on('feedback').column(column).execute();
}

async function createKeysAndLimits(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('key_ids')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('since_day', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('limits')
    .addColumn('key', 'varchar(255)', (column) => column.primaryKey())
    .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('expire', 'bigint')
    .execute();
}

async function createInbox(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('inbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('inbox_taken_at').on('inbox').column('taken_at').execute();
  await schema
    .createTable('lanes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('lanes_owner').on('lanes').column('owner').execute();
}

/** All of it or nothing, and one wait for the disk; kysely leaves that out for SQLite. */
const atOnce = (up: (db: Kysely<unknown>) => Promise<void>): Migration => ({
  up: (db: Kysely<unknown>) => (db.isTransaction ? up(db) : db.transaction().execute(up)),
});

async function createFirstTables({ schema }: Kysely<unknown>): Promise<void> {
  await createConversations(schema);
  await createWordings(schema);
  await createSightings(schema);
  await createFeedback(schema);
  await createInbox(schema);
  await createKeysAndLimits(schema);
}

async function keepTemplates({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('feedback').addColumn('template', 'text').execute();
}

/** In the order of their names. One that was published is never changed: the next change is a new one. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-first-tables': atOnce(createFirstTables),
  '002-numbered-wordings': atOnce(numberWordings),
  '003-workers-and-corrections': atOnce(nameWorkers),
  '004-templates-to-review': atOnce(keepTemplates),
};

/**
 * Brings a database to the newest shape, or to that of the migration with this name.
 * @throws what the database threw, or an Error for a database of a newer version of the program.
 */
export async function migrate(db: Kysely<Tables>, to?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error) throw error;
}
