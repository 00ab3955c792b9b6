import type { NoticeInput } from '../notice/types.js';

/** How long a text is kept for a second look, in milliseconds: as long as somebody may take to find the sender's number. */
export const HELD_FOR = 30 * 60_000;
/** Conversations whose last text is kept; the oldest make room. */
const MOST_HELD = 2_000;

interface Held {
  readonly inputs: readonly NoticeInput[];
  readonly until: number;
}

/** The last texts of each conversation, so that a sender told afterwards can be checked with them. In memory only, never stored. */
export interface HeldNotices {
  hold(key: string, inputs: readonly NoticeInput[], now: number): void;
  /** Null when there are none or their time is over. */
  get(key: string, now: number): readonly NoticeInput[] | null;
  /** Whether there was anything to forget. */
  forget(key: string): boolean;
}

export function createHeldNotices(): HeldNotices {
  const held = new Map<string, Held>();

  function dropOld(now: number): void {
    for (const [key, { until }] of held) {
      if (until > now && held.size <= MOST_HELD) return;
      held.delete(key);
    }
  }

  return {
    hold(key, inputs, now) {
      // Deleted first, so that the map stays in the order of age.
      held.delete(key);
      held.set(key, { inputs, until: now + HELD_FOR });
      dropOld(now);
    },
    get(key, now) {
      dropOld(now);
      return held.get(key)?.inputs ?? null;
    },
    forget: (key) => held.delete(key),
  };
}
