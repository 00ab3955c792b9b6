import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Fingerprint, likenessOf, SAME_CAMPAIGN } from '../notice/fingerprint.js';
import type { OpenDatabase } from './connection.js';
import { hashedLookup, hashedPart, type Key } from './keys.js';
import type { Tables } from './schema.js';

/** Wordings that are compared one by one; more share a look-up key only in a flood of one campaign. */
const MOST_COMPARED = 200;

/** A wording this like one that is kept is not kept again: it is found wherever the other is. */
const AS_GOOD_AS_KEPT = 0.85;

/** The mark as it is kept: hashed under a key that is not in the database, so that no text can be tried against it. */
function hashedSketch(key: Key, { sketch }: Fingerprint): number[] {
  return [...new Set(sketch.map((part) => hashedPart(key, part)))].sort((a, b) => a - b);
}

const written = (sketch: readonly number[]): string => Buffer.from(Uint16Array.from(sketch).buffer).toString('base64');

function read(sketch: string): number[] {
  const bytes = Buffer.from(sketch, 'base64');
  return Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16LE(2 * at));
}

/** A kept wording and how like it is, from 0 to 1. */
export interface NearWording {
  readonly id: string;
  readonly likeness: number;
  readonly isCorrected: boolean;
}

async function nearUnder(key: Key, fingerprint: Fingerprint, db: Kysely<Tables>): Promise<NearWording[]> {
  const lookups = fingerprint.keys.map((lookup) => hashedLookup(key, lookup));
  const rows = await db
    .selectFrom('wording_keys')
    .innerJoin('wordings', 'wordings.id', 'wording_keys.wording_id')
    .select(({ fn }) => ['wordings.id', 'wordings.sketch', 'wordings.corrected', fn.countAll<number>().as('shared')])
    .where('wording_keys.lookup_key', 'in', lookups)
    .where('wordings.key_id', '=', key.id)
    .groupBy(['wordings.id', 'wordings.sketch', 'wordings.corrected'])
    .orderBy('shared', 'desc')
    .limit(MOST_COMPARED)
    .execute();
  const sketch = hashedSketch(key, fingerprint);
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

/** The id of a kept wording that stands for this one; null for a text too short to be told from others. */
export async function keepWording(fingerprint: Fingerprint, day: number, { db, keys }: OpenDatabase): Promise<string | null> {
  if (fingerprint.keys.length === 0) return null;
  const [nearest] = await nearWordings(fingerprint, { db, keys });
  if (nearest && nearest.likeness >= AS_GOOD_AS_KEPT) {
    await db.updateTable('wordings').set({ last_day: day }).where('id', '=', nearest.id).where('last_day', '<', day).execute();
    return nearest.id;
  }
  const [key] = keys;
  const id = randomUUID();
  await db
    .insertInto('wordings')
    .values({ id, key_id: key.id, sketch: written(hashedSketch(key, fingerprint)), first_day: day, last_day: day })
    .execute();
  const lookups = new Set(fingerprint.keys.map((lookup) => hashedLookup(key, lookup)));
  await db
    .insertInto('wording_keys')
    .values([...lookups].map((lookup_key) => ({ lookup_key, wording_id: id })))
    .execute();
  return id;
}
