import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Inbox } from '../dialogue/ports.js';
import type { Connection } from './connection.js';
import { hashed } from './keys.js';

/** A worker that has not answered by then is taken for dead. Longer than any answer takes. Milliseconds. */
export const LEASE = 60_000;

/** How long a message waits for another worker to finish with the same conversation; then it is answered beside it. Milliseconds. */
const LANE_PATIENCE = 15_000;
const LANE_PAUSE = 60;

/**
 * Which updates were taken and by whom a conversation is being answered. Rows are claimed with a lease, so that a worker that was
 * killed holds nothing for longer. With one worker nobody else could be in a lane, and none is claimed.
 */
export function createInbox(connection: Connection, clock: Pick<Clock, 'now'>, manyWorkers: boolean): Inbox {
  const claimLane = (lane: string, owner: string): Promise<boolean> =>
    connection.use(async ({ db, keys }) => {
      const now = clock.now();
      const row = { id: hashed(keys[0], 'conversation', lane), owner, until: now + LEASE };
      const claimed = await db
        .insertInto('lanes')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ owner, until: row.until }).where('lanes.until', '<=', now))
        .returning('id')
        .executeTakeFirst();
      return claimed !== undefined;
    });

  async function leave(owner: string): Promise<void> {
    await connection.use(({ db }) => db.deleteFrom('lanes').where('owner', '=', owner).execute());
  }

  return {
    take: (update) =>
      connection.use(async ({ db, keys }) => {
        const now = clock.now();
        const taken = await db
          .insertInto('inbox')
          .values({ id: hashed(keys[0], 'update', update), taken_at: now, answered: 0 })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet({ taken_at: now })
              .where('inbox.answered', '=', 0)
              .where('inbox.taken_at', '<=', now - LEASE),
          )
          .returning('id')
          .executeTakeFirst();
        return taken !== undefined;
      }),
    answered: (update) =>
      connection.use(async ({ db, keys }) => {
        await db
          .updateTable('inbox')
          .set({ answered: 1 })
          .where('id', '=', hashed(keys[0], 'update', update))
          .execute();
      }),
    async enter(lane) {
      if (!manyWorkers) return async () => {};
      const owner = randomUUID();
      for (let waited = 0; waited < LANE_PATIENCE; waited += LANE_PAUSE) {
        if (await claimLane(lane, owner)) return () => leave(owner);
        await pause(LANE_PAUSE);
      }
      return async () => {};
    },
  };
}
