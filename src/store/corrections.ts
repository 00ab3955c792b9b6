import type { Clock, Reach } from '../dialogue/ports.js';
import { VERDICTS, type VerdictName } from '../verdict/types.js';
import type { Connection, OpenDatabase } from './connection.js';
import { isoDay } from './days.js';
import { reachIn } from './reach.js';

/** A person wants to know that a verdict they doubted was changed. */
export interface Correction {
  readonly id: string;
  readonly reach: Reach;
  /** The day on which the person doubted it, ISO. */
  readonly day: string;
  readonly verdict: VerdictName;
}

/** Corrections that wait to be told. */
export interface Corrections {
  /** Those for people on these channels, each given to one worker only; one that is not told is given out again after a while. */
  take(channels: readonly string[]): Promise<readonly Correction[]>;
  /** The person knows, or cannot be reached any more: where to reach them is erased. */
  told(id: string): Promise<void>;
}

/** For so long nobody else tells it. Milliseconds. */
const IN_HAND = 15 * 60_000;
const MOST_TAKEN = 50;

async function waiting({ db, keys }: OpenDatabase, now: number): Promise<Correction[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['id', 'day', 'verdict', 'reach'])
    .where('status', '=', 'accepted')
    .where('reach', 'is not', null)
    .where('told_until', '<=', now)
    .orderBy('day')
    .limit(MOST_TAKEN)
    .execute();
  return rows.flatMap(({ id, day, verdict, reach: hidden }) => {
    const reach = reachIn(keys, id, hidden);
    const known = VERDICTS.find((name) => name === verdict);
    return reach && known ? [{ id, reach, day: isoDay(day), verdict: known }] : [];
  });
}

export function createCorrections(connection: Connection, clock: Pick<Clock, 'now'>): Corrections {
  const claim = async ({ id }: Correction, { db }: OpenDatabase, now: number): Promise<boolean> => {
    const claimed = await db
      .updateTable('feedback')
      .set({ told_until: now + IN_HAND })
      .where('id', '=', id)
      .where('reach', 'is not', null)
      .where('told_until', '<=', now)
      .returning('id')
      .executeTakeFirst();
    return claimed !== undefined;
  };

  return {
    take: (channels) =>
      connection.use(async (open) => {
        const now = clock.now();
        const ours: Correction[] = [];
        for (const one of await waiting(open, now))
          if (channels.includes(one.reach.channel) && (await claim(one, open, now))) ours.push(one);
        return ours;
      }),
    told: (id) =>
      connection.erase(async ({ db }) => {
        await db.updateTable('feedback').set({ reach: null }).where('id', '=', id).execute();
      }),
  };
}
