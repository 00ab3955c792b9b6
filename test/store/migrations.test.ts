import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/connection.js';
import { openLibsql } from '../../src/store/libsql.js';
import { migrate } from '../../src/store/migrations.js';
import { createPglite } from './pglite-dialect.js';

const home = mkdtempSync(join(tmpdir(), 'notice-check-'));
const pglite = await createPglite();
afterAll(async () => {
  await pglite.close();
  rmSync(home, { recursive: true });
});

const DIALECTS = [
  ['a file', () => openLibsql(join(home, 'old.db')).dialect],
  ['PGlite', () => pglite.dialect()],
] as const;

/** As the first version wrote it. */
const WRITTEN = [
  `insert into wordings (id, key_id, sketch, first_day, last_day) values ('first', 'k', 's1', 5, 6), ('second', 'k', 's2', 6, 6)`,
  `insert into wording_keys values (10, 'first'), (11, 'first'), (10, 'second')`,
  `insert into sightings values ('second', 'anna', 6, 'scam', null, 'test'), ('first', 'anna', 5, 'scam', 'abc', 'test')`,
  `insert into addresses values ('host', 'a.example', 'anna', 6), ('host', 'a.example', 'ben', 6)`,
  `insert into feedback values ('f', 'second', 'anna', 6, 'scam', '', 'open'), ('g', null, 'ben', 6, 'scam', '', 'open')`,
  `insert into inbox values ('u', 1, 1)`,
];

describe.each(DIALECTS)('a database of the first version in %s', (_, dialect) => {
  it('keeps what it holds, and takes more', async () => {
    const db = openDatabase(dialect());
    await migrate(db, '001-first-tables');
    for (const statement of WRITTEN) await sql.raw(statement).execute(db);
    await migrate(db);
    const sightings = await db
      .selectFrom('sightings')
      .innerJoin('wordings', 'wordings.id', 'sightings.wording_id')
      .select(['sketch', 'person', 'day', 'since', 'platform'])
      .orderBy('day')
      .execute();
    expect(sightings).toEqual([
      { sketch: 's1', person: 'anna', day: 5, since: 5, platform: 'abc' },
      { sketch: 's2', person: 'anna', day: 6, since: 5, platform: null },
    ]);
    expect(await db.selectFrom('addresses').select(['person', 'since']).orderBy('person').execute()).toEqual([
      { person: 'anna', since: 5 },
      { person: 'ben', since: 6 },
    ]);
    expect(await db.selectFrom('feedback').select(['id', 'wording_id', 'reach']).orderBy('id').execute()).toEqual([
      { id: 'f', wording_id: 2, reach: null },
      { id: 'g', wording_id: null, reach: null },
    ]);
    expect(await db.selectFrom('wording_keys').select('wording_id').where('lookup_key', '=', 10).execute()).toHaveLength(2);
    expect(await db.selectFrom('inbox').select(['id', 'answered', 'worker']).execute()).toEqual([
      { id: 'u', answered: 1, worker: '' },
    ]);
    const added = { key_id: 'k', sketch: 's3', first_day: 7, last_day: 7 };
    expect(await db.insertInto('wordings').values(added).returning('id').executeTakeFirst()).toEqual({ id: 3 });
    await db.destroy();
  });
});
