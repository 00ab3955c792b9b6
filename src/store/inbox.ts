import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock, Inbox, Taking } from '../dialogue/ports.js';
import type { Connection, OpenDatabase } from './connection.js';
import { hashed, type KeyRing } from './keys.js';
import { sealReach } from './reach.js';
import type { Workers } from './workers.js';

/** Even a worker that seems to be alive has given up by then: no answer is tried to be delivered for longer. Milliseconds. */
export const LEASE = 12 * 60_000;

/** How long a message waits for another worker to finish with the same conversation; then it is answered beside it. Milliseconds. */
const LANE_PATIENCE = 15_000;
const LANE_PAUSE = 40;

interface Holder {
  readonly worker: string;
  readonly taken_at: number;
}

/** Which updates were taken, by whom, and in what order. A worker that died holds nothing. */
export function createInbox(
  connection: Connection,
  clock: Pick<Clock, 'now'>,
  workers: Workers,
  /** With one worker nobody else could be at an earlier message. */
  manyWorkers: boolean,
): Inbox {
  const idOf = (keys: KeyRing, update: string): string => hashed(keys[0], 'update', update);

  const isLeft = async ({ worker, taken_at }: Holder, open: OpenDatabase): Promise<boolean> =>
    clock.now() - taken_at >= LEASE || (await workers.isGone(worker, open));

  /** Takes over what a dead worker left, unless somebody else does so first. */
  async function takeOver(id: string, me: string, open: OpenDatabase): Promise<Taking> {
    const { db } = open;
    const before = await db
      .selectFrom('inbox')
      .select(['answered', 'worker', 'taken_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (before?.answered) return 'answered';
    if (!before || before.worker === me || !(await isLeft(before, open))) return 'elsewhere';
    const won = await db
      .updateTable('inbox')
      .set({ worker: me, taken_at: clock.now() })
      .where('id', '=', id)
      .where('worker', '=', before.worker)
      .where('answered', '=', 0)
      .returning('id')
      .executeTakeFirst();
    return won ? 'mine' : 'elsewhere';
  }

  /** Workers that were given something earlier in the lane of an update and have not answered it. */
  const earlier = (id: string, me: string, { db }: OpenDatabase): Promise<Holder[]> =>
    db
      .selectFrom('inbox as mine')
      .innerJoin('inbox as other', 'other.lane', 'mine.lane')
      .select(['other.worker', 'other.taken_at'])
      .where('mine.id', '=', id)
      .where('other.answered', '=', 0)
      .where('other.worker', '!=', me)
      .where(({ eb, or, and, ref }) =>
        or([
          eb('other.place', '<', ref('mine.place')),
          and([eb('other.place', '=', ref('mine.place')), eb('other.id', '<', ref('mine.id'))]),
        ]),
      )
      .execute();

  const mustWait = (update: string): Promise<boolean> =>
    connection.use(async (open) => {
      const me = await workers.me();
      for (const holder of await earlier(idOf(open.keys, update), me, open)) if (!(await isLeft(holder, open))) return true;
      return false;
    });

  return {
    take: ({ update, lane: conversation, reach }) =>
      connection.use(async (open) => {
        const { db, keys } = open;
        const me = await workers.me();
        const id = idOf(keys, update);
        const lane = hashed(keys[0], 'conversation', conversation);
        const place = sql<number>`(select coalesce(max(place), 0) + 1 from inbox where lane = ${lane})`;
        const taken = await db
          .insertInto('inbox')
          .values({ id, taken_at: clock.now(), answered: 0, worker: me, lane, place, reach: reach && sealReach(keys, id, reach) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        return taken ? 'mine' : takeOver(id, me, open);
      }),
    async turn(update) {
      if (!manyWorkers) return;
      for (let waited = 0; waited < LANE_PATIENCE && (await mustWait(update)); waited += LANE_PAUSE) await pause(LANE_PAUSE);
    },
    answered: (update) =>
      connection.use(async ({ db, keys }) => {
        await db.updateTable('inbox').set({ answered: 1, reach: null }).where('id', '=', idOf(keys, update)).execute();
      }),
  };
}
