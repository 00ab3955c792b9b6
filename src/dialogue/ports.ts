import type { VerdictName } from '../verdict/types.js';
import type { ConversationState } from './state.js';

/** Time, so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, task: () => void): () => void;
}

/** What is remembered of a conversation between messages. It holds no message text. */
export interface ConversationStore {
  /** Null when there is none or it has expired at `now`. */
  read(key: string, now: number): Promise<ConversationState | null>;
  write(key: string, state: ConversationState, expiresAt: number): Promise<void>;
  /** Forgets it; how many entries that were. */
  erase(key: string): Promise<number>;
}

/** One message read from a picture. */
export interface ReadNotice {
  readonly text: string;
  readonly sender: string | null;
  /** ISO 8601, when the picture shows it. */
  readonly receivedAt: string | null;
}

/** What became of a picture. `unclear`: something is written there that cannot be trusted to have been read. */
export type ImageReading =
  | { readonly kind: 'read'; readonly notices: readonly ReadNotice[] }
  | {
      readonly kind: 'failed';
      readonly why: 'too_large' | 'not_a_picture' | 'unsupported_format' | 'no_text' | 'unclear' | 'busy' | 'broken';
    };

/** Reads what is written in a picture. Never throws on a picture. */
export interface TextFromImage {
  read(picture: Uint8Array): Promise<ImageReading>;
}

/** What happened, for logs and counters. It never holds words of a message or who said them. */
export type JournalEntry =
  | {
      readonly kind: 'answered';
      readonly channel: string;
      readonly intent: string;
      readonly verdict: VerdictName | null;
      readonly milliseconds: number;
    }
  | { readonly kind: 'ignored'; readonly channel: string; readonly why: 'duplicate' | 'not_addressed' | 'nothing_to_say' }
  | {
      readonly kind: 'failed';
      readonly channel: string;
      readonly where: 'answering' | 'delivering' | 'store';
      readonly error: string;
    };

export interface Journal {
  note(entry: JournalEntry): void;
}
