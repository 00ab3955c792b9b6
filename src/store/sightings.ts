import { sql } from 'kysely';
import type { Address, Sighting, SightingQuery, Sightings } from '../dialogue/ports.js';
import { SEEN_DAYS, type Seen, type Tally } from '../notice/types.js';
import type { Connection, OpenDatabase } from './connection.js';
import { dayOf, isoDay } from './days.js';
import { hashed, hashedByAll, type KeyRing } from './keys.js';
import { FEWEST_TOLD, weigh } from './weigh.js';
import { keepWording, nearWordings } from './wordings.js';

/** Traces of one campaign that are read; more change nothing that is told. */
const MOST_READ = 2_000;

const PRIVATE_MARK = '~';

/** Every spelling under which an address may be kept: a private line only as a hash, of which there is one for each key. */
const keptValues = ({ value, isPrivate }: Address, keys: KeyRing): string[] =>
  isPrivate ? hashedByAll(keys, 'address', value).map((hash) => PRIVATE_MARK + hash) : [value];

const keptValue = ({ value, isPrivate }: Address, keys: KeyRing): string =>
  isPrivate ? PRIVATE_MARK + hashed(keys[0], 'address', value) : value;

const isBad = (verdict: string): boolean => verdict === 'scam' || verdict === 'suspicious';

async function wordingTally(query: SightingQuery, since: number, open: OpenDatabase): Promise<Seen['wording']> {
  const near = await nearWordings(query.fingerprint, open);
  if (near.length === 0) return null;
  const rows = await open.db
    .selectFrom('sightings')
    .select(['person', 'day', 'since', 'verdict'])
    .where(
      'wording_id',
      'in',
      near.map(({ id }) => id),
    )
    .where('day', '>', since)
    .where('person', 'not in', hashedByAll(open.keys, 'person', query.person))
    .orderBy('day', 'desc')
    .limit(MOST_READ)
    .execute();
  const tally = weigh(rows);
  if (!tally) return null;
  const mostAreBad = rows.filter(({ verdict }) => isBad(verdict)).length * 2 > rows.length;
  return { ...tally, judged: near.some(({ isCorrected }) => isCorrected) ? 'corrected' : mostAreBad ? 'bad' : 'open' };
}

async function addressTally(
  { addresses, person }: SightingQuery,
  since: number,
  { db, keys }: OpenDatabase,
): Promise<Tally | null> {
  if (addresses.length === 0) return null;
  const rows = await db
    .selectFrom('addresses')
    .select(['person', 'day', 'since'])
    // The kinds first: they lead the index.
    .where('kind', 'in', [...new Set(addresses.map(({ kind }) => kind))])
    .where(
      'value',
      'in',
      addresses.flatMap((address) => keptValues(address, keys)),
    )
    .where('day', '>', since)
    .where('person', 'not in', hashedByAll(keys, 'person', person))
    .orderBy('day', 'desc')
    .limit(MOST_READ)
    .execute();
  return weigh(rows);
}

/** The first day on which a person forwarded anything; today when there was none. */
async function firstDayOf(person: string, today: number, { db, keys }: OpenDatabase): Promise<number> {
  const { first } = await db
    .selectFrom('sightings')
    .select(({ fn }) => fn.min('day').as('first'))
    .where('person', 'in', hashedByAll(keys, 'person', person))
    .executeTakeFirstOrThrow();
  return Math.min(first ?? today, today);
}

async function keep(sighting: Sighting, open: OpenDatabase): Promise<void> {
  const { db, keys } = open;
  const day = dayOf(sighting.now);
  const person = hashed(keys[0], 'person', sighting.person);
  const since = await firstDayOf(sighting.person, day, open);
  const wording = await keepWording(sighting.fingerprint, day, open);
  if (wording !== null) {
    const { verdict, platform, channel } = sighting;
    await db
      .insertInto('sightings')
      .values({ wording_id: wording, person, day, since, verdict, platform, channel })
      .onConflict((conflict) => conflict.columns(['wording_id', 'day', 'person']).doUpdateSet({ verdict, platform, channel }))
      .execute();
  }
  if (sighting.addresses.length === 0) return;
  const rows = sighting.addresses.map((address) => ({ kind: address.kind, value: keptValue(address, keys), person, day, since }));
  await db
    .insertInto('addresses')
    // In one order everywhere: two workers that lock the same rows must not wait for each other.
    .values(rows.sort((a, b) => (a.value < b.value ? -1 : 1)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Sightings in a database. */
export function createSightings(connection: Connection): Sightings {
  return {
    seen: (query, now) =>
      connection.use(async (open) => {
        const since = dayOf(now) - SEEN_DAYS;
        const wording = await wordingTally(query, since, open);
        const address = await addressTally(query, since, open);
        return wording || address ? { wording, address } : null;
      }),
    record: (sighting) =>
      connection.use(({ db, keys }) => db.transaction().execute((transaction) => keep(sighting, { db: transaction, keys }))),
    ofAddress: (address) =>
      connection.use(async ({ db, keys }) => {
        const found = await db
          .selectFrom('addresses')
          .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('day').as('first'), fn.max('day').as('last')])
          .select(sql<number>`count(distinct person)`.as('people'))
          .where('kind', '=', address.kind)
          .where('value', 'in', keptValues(address, keys))
          .executeTakeFirstOrThrow();
        if (found.people < FEWEST_TOLD) return null;
        return { count: found.count, people: found.people, first: isoDay(found.first), last: isoDay(found.last) };
      }),
    erase: (person) =>
      connection.erase(({ db, keys }) =>
        db.transaction().execute(async (transaction) => {
          const persons = hashedByAll(keys, 'person', person);
          const seen = await transaction.deleteFrom('sightings').where('person', 'in', persons).executeTakeFirstOrThrow();
          const named = await transaction.deleteFrom('addresses').where('person', 'in', persons).executeTakeFirstOrThrow();
          return Number(seen.numDeletedRows + named.numDeletedRows);
        }),
      ),
    export: (person) =>
      connection.use(async ({ db, keys }) => {
        const persons = hashedByAll(keys, 'person', person);
        const seen = await db
          .selectFrom('sightings')
          .select(['wording_id', 'day', 'verdict', 'platform', 'channel'])
          .where('person', 'in', persons)
          .execute();
        const named = await db.selectFrom('addresses').select(['kind', 'value', 'day']).where('person', 'in', persons).execute();
        return [...seen, ...named].map((row) => ({ ...row, day: isoDay(row.day) }));
      }),
  };
}
