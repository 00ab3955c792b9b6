import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/connection.js';
import { openLibsql } from '../../src/store/libsql.js';
import { migrate } from '../../src/store/migrations.js';
import { KEPT_DAYS } from '../../src/store/retention.js';
import { FEWEST_TOLD } from '../../src/store/weigh.js';

const home = mkdtempSync(join(tmpdir(), 'notice-check-'));
afterAll(() => rmSync(home, { recursive: true }));

async function columnsOfDatabase(): Promise<string[]> {
  const db = openDatabase(openLibsql(join(home, 'empty.db')).dialect);
  await migrate(db);
  const tables = await db.introspection.getTables();
  await db.destroy();
  return tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)).sort();
}

/** `| table | column, column | … |`, behind the head. */
const columnsOfPage = (page: string): string[] =>
  [...page.matchAll(/^\| ([a-z_]+) \| ([a-z_, ]+) \| [^|]+ \|$/gm)]
    .filter(([, table]) => table !== 'table')
    .flatMap(([, table, columns]) => (columns ?? '').split(', ').map((column) => `${table}.${column}`))
    .sort();

describe.each(['data/privacy/en.md', 'data/privacy/zh.md'])('%s', (path) => {
  const page = readFileSync(path, 'utf8');

  it('names every column of the database, and no other', async () => {
    expect(columnsOfPage(page)).toEqual(await columnsOfDatabase());
  });

  it('says how long things are kept, as they are', () => {
    expect(page).toContain(`${KEPT_DAYS} `);
    expect(page).toContain('30 ');
    expect(FEWEST_TOLD).toBe(3);
  });
});
