import type { Clock, Reach } from '../dialogue/ports.js';
import type { Connection } from './connection.js';
import { reachIn } from './reach.js';
import type { Workers } from './workers.js';

/** A network that delivers again has done so by then. Milliseconds. */
const GIVEN_UP = 45_000;
const MOST_TAKEN = 50;

/** Conversations in which somebody waits for an answer that died with its worker, and that no network delivered again. */
export interface Left {
  /** Those on these channels, each once, and given to one worker only. */
  take(channels: readonly string[]): Promise<readonly Reach[]>;
}

export function createLeft(connection: Connection, clock: Pick<Clock, 'now'>, workers: Workers): Left {
  return {
    take: (channels) =>
      connection.use(async (open) => {
        const { db, keys } = open;
        const rows = await db
          .selectFrom('inbox')
          .select(['id', 'worker', 'reach'])
          .where('answered', '=', 0)
          .where('reach', 'is not', null)
          .where('taken_at', '<=', clock.now() - GIVEN_UP)
          .limit(MOST_TAKEN)
          .execute();
        const left = new Map<string, Reach>();
        for (const { id, worker, reach: hidden } of rows) {
          const reach = reachIn(keys, id, hidden);
          if (!reach || !channels.includes(reach.channel) || !(await workers.isGone(worker, open))) continue;
          const settled = db.updateTable('inbox').set({ answered: 1, reach: null }).where('id', '=', id);
          const claimed = await settled.where('answered', '=', 0).where('worker', '=', worker).returning('id').executeTakeFirst();
          if (claimed) left.set(JSON.stringify([reach.channel, reach.conversation]), reach);
        }
        return [...left.values()];
      }),
  };
}
