import type { Role } from '../notice/types.js';
import type { Language } from '../reply/types.js';
import type { VerdictName } from '../verdict/types.js';

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
  readonly language: Language | null;
  readonly role: Role | null;
  readonly waiting: Waiting | null;
  readonly last: LastNotice | null;
  /** Choices made so far in an interview or for a letter: question to choice. */
  readonly choices: Readonly<Record<string, string>>;
  /** Helpful lines that were said already and are not to be repeated: `unsupported:sticker`. */
  readonly told: readonly string[];
}
