import { randomUUID } from 'node:crypto';
import type { Feedback } from '../dialogue/ports.js';
import type { Connection, OpenDatabase } from './connection.js';
import { dayOf, isoDay } from './days.js';
import { hashed, hashedByAll, type KeyRing, sealed, unsealed } from './keys.js';
import { sealReach } from './reach.js';
import type { FeedbackStatus } from './schema.js';
import { keepWording } from './wordings.js';

/** A complaint as an operator sees it. */
export interface Review {
  readonly id: string;
  /** ISO. */
  readonly day: string;
  readonly verdict: string;
  readonly findings: readonly string[];
  /** The words without numbers, amounts, links and the names it recognises; null when they were gone, or its key is. */
  readonly template: string | null;
  /** What the message was in truth, as the person said: genuine or scam. */
  readonly reason: string | null;
  /** What the notice claimed to be, as most sightings of its wording say. */
  readonly platform: string | null;
  /** People who forwarded this wording. */
  readonly people: number;
  /** People who complained about this wording, with this one. */
  readonly complaints: number;
}

/** Complaints in a database, and what an operator makes of them. */
export interface Reviews extends Feedback {
  /** Open ones, oldest first. */
  list(): Promise<readonly Review[]>;
  /** Settles every complaint about the same wording. False when there is no open one with this id. */
  settle(id: string, status: Exclude<FeedbackStatus, 'open'>): Promise<boolean>;
}

const MOST_LISTED = 100;

const templateIn = (keys: KeyRing, id: string, hidden: string | null): string | null =>
  hidden === null ? null : unsealed(keys, id, hidden);

async function circumstances(
  wording: number | null,
  { db }: OpenDatabase,
): Promise<Pick<Review, 'platform' | 'people' | 'complaints'>> {
  if (wording === null) return { platform: null, people: 0, complaints: 1 };
  const seen = await db
    .selectFrom('sightings')
    .select(['person', 'platform'])
    .where('wording_id', '=', wording)
    .limit(1_000)
    .execute();
  const complaints = await db.selectFrom('feedback').select('person').distinct().where('wording_id', '=', wording).execute();
  return {
    platform: seen.find(({ platform }) => platform !== null)?.platform ?? null,
    people: new Set(seen.map(({ person }) => person)).size,
    complaints: complaints.length,
  };
}

async function listOpen(open: OpenDatabase): Promise<Review[]> {
  const rows = await open.db
    .selectFrom('feedback')
    .selectAll()
    .where('status', '=', 'open')
    .orderBy('day')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();
  const reviews: Review[] = [];
  for (const { id, day, verdict, findings, reason, wording_id, template } of rows) {
    const rest = { ...(await circumstances(wording_id, open)), template: templateIn(open.keys, id, template) };
    reviews.push({ id, day: isoDay(day), verdict, findings: findings.split(' ').filter(Boolean), reason, ...rest });
  }
  return reviews;
}

async function settle(id: string, status: FeedbackStatus, { db }: OpenDatabase): Promise<boolean> {
  const row = await db
    .selectFrom('feedback')
    .select('wording_id')
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  if (!row) return false;
  // What was looked at need not be kept, and who is not to be told of anything need not be reached.
  const change = status === 'accepted' ? { status, template: null } : { status, template: null, reach: null };
  const settled = db.updateTable('feedback').set(change).where('status', '=', 'open');
  await (row.wording_id === null ? settled.where('id', '=', id) : settled.where('wording_id', '=', row.wording_id)).execute();
  if (row.wording_id !== null && status === 'accepted')
    await db.updateTable('wordings').set({ corrected: 1 }).where('id', '=', row.wording_id).execute();
  return true;
}

export function createFeedback(connection: Connection): Reviews {
  return {
    record: ({ person, verdict, findings, fingerprint, template, now }) =>
      connection.use(({ db, keys }) =>
        db.transaction().execute(async (transaction) => {
          const day = dayOf(now);
          const wording = fingerprint && (await keepWording(fingerprint, day, { db: transaction, keys }));
          const who = hashed(keys[0], 'person', person);
          // Said twice about the same wording on one day is said once.
          const same = transaction
            .deleteFrom('feedback')
            .where('person', '=', who)
            .where('day', '=', day)
            .where('status', '=', 'open');
          await same.where('wording_id', wording === null ? 'is' : '=', wording).execute();
          const id = randomUUID();
          await transaction
            .insertInto('feedback')
            .values({
              id,
              wording_id: wording,
              person: who,
              day,
              verdict,
              findings: findings.join(' '),
              status: 'open',
              reason: null,
              reach: null,
              template: template && sealed(keys, id, template),
            })
            .execute();
        }),
      ),
    explain: (person, reason, now) =>
      connection.use(async ({ db, keys }) => {
        const { numUpdatedRows } = await db
          .updateTable('feedback')
          .set({ reason })
          .where('person', 'in', hashedByAll(keys, 'person', person))
          .where('day', '=', dayOf(now))
          .where('status', '=', 'open')
          .where('reason', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    agree: (person, reach) =>
      connection.use(async ({ db, keys }) => {
        const rows = await db
          .selectFrom('feedback')
          .select('id')
          .where('person', 'in', hashedByAll(keys, 'person', person))
          .where('status', '=', 'open')
          .execute();
        for (const { id } of rows)
          await db
            .updateTable('feedback')
            .set({ reach: sealReach(keys, id, reach) })
            .where('id', '=', id)
            .execute();
        return rows.length > 0;
      }),
    list: () => connection.use(listOpen),
    settle: (id, status) =>
      connection.use(({ db, keys }) => db.transaction().execute((transaction) => settle(id, status, { db: transaction, keys }))),
    erase: (person) =>
      connection.erase(async ({ db, keys }) => {
        const { numDeletedRows } = await db
          .deleteFrom('feedback')
          .where('person', 'in', hashedByAll(keys, 'person', person))
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
    export: (person) =>
      connection.use(async ({ db, keys }) => {
        const rows = await db
          .selectFrom('feedback')
          .select(['id', 'wording_id', 'day', 'verdict', 'findings', 'status', 'reason', 'reach', 'template'])
          .where('person', 'in', hashedByAll(keys, 'person', person))
          .execute();
        return rows.map(({ reach, template, ...row }) => ({
          ...row,
          day: isoDay(row.day),
          template: templateIn(keys, row.id, template),
          wants_to_be_told: reach === null ? 0 : 1,
        }));
      }),
  };
}
