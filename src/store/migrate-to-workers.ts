import type { Kysely } from 'kysely';

/** The inbox knows who has an update and in what order they came; so nobody has to hold a conversation any more. */
export async function nameWorkers({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropTable('lanes').execute();
  await schema
    .alterTable('inbox')
    .addColumn('worker', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('inbox')
    .addColumn('lane', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('inbox')
    .addColumn('place', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('inbox').addColumn('reach', 'text').execute();
  await schema.createIndex('inbox_lane').on('inbox').columns(['lane', 'place']).execute();
  await schema.alterTable('feedback').addColumn('reason', 'text').execute();
  await schema.alterTable('feedback').addColumn('reach', 'text').execute();
  await schema
    .alterTable('feedback')
    .addColumn('told_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}
