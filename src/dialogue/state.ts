import type { Role } from '../notice/types.js';
import type { Language } from '../reply/types.js';
import type { Ask, VerdictName } from '../verdict/types.js';

/** What the last answer asked for; the next message may be the answer to it. */
export type Waiting =
  | { readonly for: 'sender' | 'full_text' | 'platform' | 'lookup' | 'reason' }
  | { readonly for: 'interview'; readonly interview: string; readonly question: string }
  | { readonly for: 'letter'; readonly letter: string; readonly question: string };

/** What is remembered of the notice that was answered last. Its text is kept apart, in memory only. */
export interface LastNotice {
  /** Platform record that it claimed to come from. */
  readonly platform: string | null;
  readonly verdict: VerdictName;
  readonly role: Role | null;
  readonly at: number;
}

/** One person in one conversation. Serialisable; holds no message text and no number. */
export interface ConversationState {
  /** What the person asked to be answered in. */
  readonly language: Language | null;
  /** What the person was last heard to write in, when neither they nor their app said. */
  readonly heard: Language | null;
  readonly role: Role | null;
  readonly waiting: Waiting | null;
  readonly last: LastNotice | null;
  /** Choices made so far for a letter: question to choice. */
  readonly choices: Readonly<Record<string, string>>;
  /** Questions that were asked about the last notice; none is asked twice. */
  readonly asked: readonly Ask[];
  /** Lines that need not be said again soon, and when they were said: `unsupported.sticker`. */
  readonly told: Readonly<Record<string, number>>;
}
