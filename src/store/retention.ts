import type { Connection, OpenDatabase } from './connection.js';
import { dayOf } from './days.js';

/** Sightings and complaints are kept for so many days unless it is said otherwise; conversations carry their own end. */
export const KEPT_DAYS = 400;

/** No network delivers an update again after so long. Milliseconds. */
const UPDATES_FOR = 24 * 3_600_000;

async function dropOld({ db }: OpenDatabase, now: number, keptDays: number): Promise<number> {
  const oldest = dayOf(now) - keptDays;
  const dropped = [
    await db.deleteFrom('conversations').where('expires_at', '<=', now).executeTakeFirstOrThrow(),
    await db.deleteFrom('sightings').where('day', '<', oldest).executeTakeFirstOrThrow(),
    await db.deleteFrom('addresses').where('day', '<', oldest).executeTakeFirstOrThrow(),
    await db.deleteFrom('feedback').where('day', '<', oldest).executeTakeFirstOrThrow(),
    await db.deleteFrom('limits').where('expire', '<', now).executeTakeFirstOrThrow(),
  ];
  await db
    .deleteFrom('inbox')
    .where('taken_at', '<', now - UPDATES_FOR)
    .execute();
  // A wording that nobody's sighting or complaint points at any more says nothing.
  await db
    .deleteFrom('wordings')
    .where(({ not, exists, and, selectFrom }) =>
      and([
        not(exists(selectFrom('sightings').select('wording_id').whereRef('wording_id', '=', 'wordings.id'))),
        not(exists(selectFrom('feedback').select('wording_id').whereRef('wording_id', '=', 'wordings.id'))),
      ]),
    )
    .execute();
  await db
    .deleteFrom('wording_keys')
    .where('wording_id', 'not in', (query) => query.selectFrom('wordings').select('id'))
    .execute();
  return Number(dropped.reduce((sum, { numDeletedRows }) => sum + numDeletedRows, 0n));
}

/** Deletes what is past its time; how many entries of people that were. */
export const prune = (connection: Connection, now: number, keptDays = KEPT_DAYS): Promise<number> =>
  connection.erase(({ db, keys }) =>
    db.transaction().execute((transaction) => dropOld({ db: transaction, keys }, now, keptDays)),
  );
