import type { Arrival } from './batch.js';
import type { IncomingEvent } from './events.js';
import { keyOfConversation } from './person.js';
import type { Inbox, Reach, Taking } from './ports.js';

/** Lets only one worker answer an update, and all of them keep the order of a conversation. */
export interface Claims {
  /** Whose this update is. A memory that fails claims nothing: an answer twice is better than none. */
  take(event: IncomingEvent): Promise<Taking>;
  /** Runs `answer` when what came earlier in the conversation is answered, whoever has that. */
  work(batch: readonly Arrival[], answer: () => Promise<void>): Promise<void>;
}

/** One update of one channel. */
export const keyOfUpdate = ({ channel, id }: IncomingEvent): string => JSON.stringify([channel, id]);

const reachOf = ({ channel, conversation, isGroup, language }: IncomingEvent): Reach | null =>
  isGroup ? null : { channel, conversation, language: language ?? 'zh' };

export function createClaims(inbox: Inbox, failed: (channel: string, error: unknown) => void): Claims {
  /** What `task` gives, or `otherwise` when the memory fails. */
  async function orElse<T>(otherwise: T, { channel }: IncomingEvent, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      failed(channel, error);
      return otherwise;
    }
  }

  return {
    take: (event) =>
      orElse<Taking>('mine', event, () =>
        inbox.take({ update: keyOfUpdate(event), lane: keyOfConversation(event), reach: reachOf(event) }),
      ),
    async work(batch, answer) {
      const [first] = batch;
      if (first) await orElse(undefined, first.event, () => inbox.turn(keyOfUpdate(first.event)));
      await answer();
      for (const { event } of batch) await orElse(undefined, event, () => inbox.answered(keyOfUpdate(event)));
    },
  };
}
