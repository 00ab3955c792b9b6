import { type Kysely, sql } from 'kysely';
import { type Fingerprint, likenessOf, SAME_CAMPAIGN } from '../notice/fingerprint.js';
import type { OpenDatabase } from './connection.js';
import { hashedLookup, hashedPart, type Key } from './keys.js';
import type { Tables } from './schema.js';

/** Wordings that one look-up key brings, the newest ones: words that every message has are shared by any number of them. */
const MOST_OF_ONE_KEY = 32;
/** Wordings that are compared one by one. */
const MOST_COMPARED = 32;

/** A wording this like one that is kept is not kept again: it is found wherever the other is. */
const AS_GOOD_AS_KEPT = 0.85;

/** A fingerprint under a key that is not in the database, so that no text can be tried against what is kept. */
interface Mark {
  readonly sketch: readonly number[];
  readonly lookups: readonly number[];
}

export const markOf = (key: Key, { sketch, keys }: Fingerprint): Mark => ({
  sketch: [...new Set(sketch.map((part) => hashedPart(key, part)))].sort((a, b) => a - b),
  lookups: [...new Set(keys.map((lookup) => hashedLookup(key, lookup)))],
});

export const written = (sketch: readonly number[]): string => Buffer.from(Uint16Array.from(sketch).buffer).toString('base64');

function read(sketch: string): Uint16Array {
  const bytes = Buffer.from(sketch, 'base64');
  // Copied: the bytes of a buffer may begin anywhere, those of numbers only at even places.
  return new Uint16Array(Uint8Array.from(bytes).buffer);
}

/** A kept wording and how like it is, from 0 to 1. */
interface NearWording {
  readonly id: number;
  readonly likeness: number;
  readonly isCorrected: boolean;
}

interface UnderKey {
  readonly lookup_key: number;
  readonly wording_id: number;
}

const newestUnder = (lookup: number) =>
  sql`select * from (select lookup_key, wording_id from wording_keys where lookup_key = ${lookup}
    order by wording_id desc limit ${sql.lit(MOST_OF_ONE_KEY)}) as newest`;

/** The newest wordings under each of these keys, in one query. */
async function underKeys(lookups: readonly number[], db: Kysely<Tables>): Promise<readonly UnderKey[]> {
  const { rows } = await sql<UnderKey>`${sql.join(lookups.map(newestUnder), sql` union all `)}`.execute(db);
  return rows;
}

/** What the keys bring, the most promising first: a key that few wordings share says more than one that all of them do. */
function promising(rows: readonly UnderKey[]): number[] {
  const sharing = new Map<number, number>();
  for (const { lookup_key: lookup } of rows) sharing.set(lookup, (sharing.get(lookup) ?? 0) + 1);
  const promise = new Map<number, number>();
  for (const { lookup_key: lookup, wording_id: id } of rows)
    promise.set(id, (promise.get(id) ?? 0) + 1 / (sharing.get(lookup) ?? 1));
  return [...promise]
    .sort(([a, one], [b, other]) => other - one || b - a)
    .slice(0, MOST_COMPARED)
    .map(([id]) => id);
}

async function nearUnder(key: Key, fingerprint: Fingerprint, db: Kysely<Tables>): Promise<NearWording[]> {
  const { sketch, lookups } = markOf(key, fingerprint);
  const ids = promising(await underKeys(lookups, db));
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('wordings')
    .select(['id', 'sketch', 'corrected'])
    .where('id', 'in', ids)
    .where('key_id', '=', key.id)
    .execute();
  return rows
    .map((row) => ({ id: row.id, likeness: likenessOf(sketch, read(row.sketch)), isCorrected: row.corrected === 1 }))
    .filter(({ likeness }) => likeness >= SAME_CAMPAIGN);
}

/** Kept wordings of the same campaign, the most alike first. */
export async function nearWordings(fingerprint: Fingerprint, { db, keys }: OpenDatabase): Promise<NearWording[]> {
  if (fingerprint.keys.length === 0) return [];
  const found: NearWording[] = [];
  for (const key of keys) found.push(...(await nearUnder(key, fingerprint, db)));
  return found.sort((a, b) => b.likeness - a.likeness);
}

async function keepNew(fingerprint: Fingerprint, day: number, { db, keys: [key] }: OpenDatabase): Promise<number> {
  const { sketch, lookups } = markOf(key, fingerprint);
  const { id } = await db
    .insertInto('wordings')
    .values({ key_id: key.id, sketch: written(sketch), first_day: day, last_day: day })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('wording_keys')
    .values(lookups.map((lookup_key) => ({ lookup_key, wording_id: id })))
    .execute();
  return id;
}

/** The id of a kept wording that stands for this one; null for a text too short to be told from others. */
export async function keepWording(fingerprint: Fingerprint, day: number, open: OpenDatabase): Promise<number | null> {
  if (fingerprint.keys.length === 0) return null;
  const [nearest] = await nearWordings(fingerprint, open);
  if (!nearest || nearest.likeness < AS_GOOD_AS_KEPT) return keepNew(fingerprint, day, open);
  const { id } = nearest;
  await open.db.updateTable('wordings').set({ last_day: day }).where('id', '=', id).where('last_day', '<', day).execute();
  return id;
}
