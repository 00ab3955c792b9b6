import type { Kysely } from 'kysely';
import { type Fingerprint, likenessOf, SAME_CAMPAIGN } from '../notice/fingerprint.js';
import type { OpenDatabase } from './connection.js';
import { hashedLookup, hashedPart, type Key } from './keys.js';
import type { Tables } from './schema.js';

/** Wordings that one look-up key brings, the newest ones: words that every message has are shared by any number of them. */
const MOST_OF_ONE_KEY = 64;
/** Wordings that are compared one by one. */
const MOST_COMPARED = 48;

/** A wording this like one that is kept is not kept again: it is found wherever the other is. */
const AS_GOOD_AS_KEPT = 0.85;

/** A fingerprint under a key that is not in the database, so that no text can be tried against what is kept. */
interface Mark {
  readonly sketch: readonly number[];
  readonly lookups: readonly number[];
}

const markOf = (key: Key, { sketch, keys }: Fingerprint): Mark => ({
  sketch: [...new Set(sketch.map((part) => hashedPart(key, part)))].sort((a, b) => a - b),
  lookups: [...new Set(keys.map((lookup) => hashedLookup(key, lookup)))],
});

const written = (sketch: readonly number[]): string => Buffer.from(Uint16Array.from(sketch).buffer).toString('base64');

function read(sketch: string): number[] {
  const bytes = Buffer.from(sketch, 'base64');
  return Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16LE(2 * at));
}

/** A kept wording and how like it is, from 0 to 1. */
interface NearWording {
  readonly id: number;
  readonly likeness: number;
  readonly isCorrected: boolean;
}

/** The newest wordings under each of these keys, in one query. */
function underKeys(lookups: readonly number[], db: Kysely<Tables>) {
  const newest = lookups.map((lookup) =>
    db
      .selectFrom(
        db
          .selectFrom('wording_keys')
          .select(['lookup_key', 'wording_id'])
          .where('lookup_key', '=', lookup)
          .orderBy('wording_id', 'desc')
          .limit(MOST_OF_ONE_KEY)
          .as('newest'),
      )
      .select(['lookup_key', 'wording_id']),
  );
  return newest.slice(1).reduce((all, one) => all.unionAll(one), newest[0] as (typeof newest)[number]);
}

/** What the keys bring, the most promising first: a key that few wordings share says more than one that all of them do. */
function promising(rows: readonly { lookup_key: number; wording_id: number }[]): number[] {
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
  const ids = promising(await underKeys(lookups, db).execute());
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
