import { type Kysely, PostgresAdapter, type SchemaModule, sql } from 'kysely';

/** A number that grows with every row. */
const serialOf = (db: Kysely<unknown>) => (db.getExecutor().adapter instanceof PostgresAdapter ? 'bigserial' : 'integer');

const TABLES = ['wordings', 'wording_keys', 'sightings', 'addresses', 'feedback'] as const;

/** `name` is what the wording was called before. */
async function createWordings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('new_wordings')
    .addColumn('id', serialOf(db), (column) => (serialOf(db) === 'integer' ? column.autoIncrement() : column).primaryKey())
    .addColumn('name', 'text')
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('sketch', 'text', (column) => column.notNull())
    .addColumn('first_day', 'integer', (column) => column.notNull())
    .addColumn('last_day', 'integer', (column) => column.notNull())
    .addColumn('corrected', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('new_wording_keys')
    .addColumn('lookup_key', 'integer', (column) => column.notNull())
    .addColumn('wording_id', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('wording_keys_by_key', ['lookup_key', 'wording_id'])
    .execute();
}

async function createSightings(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('new_sightings')
    .addColumn('wording_id', 'bigint', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('since', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sightings_by_day', ['wording_id', 'day', 'person'])
    .execute();
  await schema
    .createTable('new_addresses')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('since', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('addresses_by_day', ['kind', 'value', 'day', 'person'])
    .execute();
}

async function createFeedback(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('new_feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('wording_id', 'bigint')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('findings', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .execute();
}

const FIRST_DAY = sql`coalesce((select min(day) from sightings as earlier where earlier.person = old.person), old.day)`;

const MOVES = [
  sql`insert into new_wordings (name, key_id, sketch, first_day, last_day, corrected)
    select id, key_id, sketch, first_day, last_day, corrected from wordings order by first_day, id`,
  sql`insert into new_wording_keys select old.lookup_key, named.id
    from wording_keys as old join new_wordings as named on named.name = old.wording_id`,
  sql`insert into new_sightings select named.id, old.person, old.day, ${FIRST_DAY}, old.verdict, old.platform, old.channel
    from sightings as old join new_wordings as named on named.name = old.wording_id`,
  sql`insert into new_addresses select old.kind, old.value, old.person, old.day, ${FIRST_DAY} from addresses as old`,
  sql`insert into new_feedback select old.id, named.id, old.person, old.day, old.verdict, old.findings, old.status
    from feedback as old left join new_wordings as named on named.name = old.wording_id`,
];

const INDEXES = [
  ['wording_keys', ['wording_id']],
  ['sightings', ['person', 'day']],
  ['sightings', ['day']],
  ['addresses', ['person']],
  ['addresses', ['day']],
  ['feedback', ['person']],
  ['feedback', ['status']],
  ['feedback', ['wording_id']],
] as const;

/**
 * Wordings get numbers in place of long random names, since each stands in fourteen look-up keys; and every sighting carries the
 * first day of its person, which was looked up row by row before.
 */
export async function numberWordings(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await createWordings(db);
  await createSightings(schema);
  await createFeedback(schema);
  // Found by name while the rows move.
  await schema.createIndex('new_wordings_name').on('new_wordings').column('name').execute();
  for (const move of MOVES) await move.execute(db);
  await schema.dropIndex('new_wordings_name').execute();
  await schema.alterTable('new_wordings').dropColumn('name').execute();
  for (const table of TABLES) {
    await schema.dropTable(table).execute();
    await schema.alterTable(`new_${table}`).renameTo(table).execute();
  }
  for (const [table, columns] of INDEXES)
    await schema
      .createIndex(`${table}_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .execute();
}
