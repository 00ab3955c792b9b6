import type { Arrival } from './batch.js';
import type { Inbox, Journal } from './ports.js';

/** Lets only one worker answer an update, and only one at a time answer a conversation. */
export interface Claims {
  /** Runs `answer` with what is left of the batch to answer. A memory that fails claims nothing: an answer twice is better than none. */
  work(key: string, batch: readonly Arrival[], answer: (batch: readonly Arrival[]) => Promise<void>): Promise<void>;
}

const updateOf = ({ event }: Arrival): string => JSON.stringify([event.channel, event.id]);

export function createClaims(inbox: Inbox | null, journal: Journal, failed: (channel: string, error: unknown) => void): Claims {
  /** What `task` gives, or `otherwise` when the memory fails. */
  async function orElse<T>(otherwise: T, channel: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      failed(channel, error);
      return otherwise;
    }
  }

  async function untaken(inboxes: Inbox, batch: readonly Arrival[], channel: string): Promise<Arrival[]> {
    const left: Arrival[] = [];
    for (const arrival of batch) {
      if (await orElse(true, channel, () => inboxes.take(updateOf(arrival)))) left.push(arrival);
      else journal.note({ kind: 'ignored', channel, why: 'duplicate' });
    }
    return left;
  }

  return {
    async work(key, batch, answer) {
      const channel = batch[0]?.event.channel ?? '';
      if (inbox === null) return answer(batch);
      const leave = await orElse(
        async () => {},
        channel,
        () => inbox.enter(key),
      );
      try {
        const left = await untaken(inbox, batch, channel);
        if (left.length === 0) return;
        await answer(left);
        for (const arrival of left) await orElse(undefined, channel, () => inbox.answered(updateOf(arrival)));
      } finally {
        await orElse(undefined, channel, leave);
      }
    },
  };
}
