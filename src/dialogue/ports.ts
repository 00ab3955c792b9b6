import type { Fingerprint } from '../notice/fingerprint.js';
import type { Seen } from '../notice/types.js';
import type { SeenCount } from '../reply/lookup-reply.js';
import type { Language } from '../reply/types.js';
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
  /** Forgets everything that was remembered of the person of this key, in whatever conversation; how many entries that were. */
  erase(key: string): Promise<number>;
  /** What is remembered of a person (`keyOfPerson`), as it is kept. */
  export(person: string): Promise<readonly KeptRow[]>;
}

/** A host or number inside a notice that leads to nobody on record. */
export interface Address {
  readonly kind: 'host' | 'number';
  /** The registrable domain, or the address of a host without one; national digits of a number. */
  readonly value: string;
  /** It may ring at a private person's: a store keeps a keyed hash of it. */
  readonly isPrivate: boolean;
}

/** What is asked before a notice is answered. `person` is told so that nobody is told of himself. */
export interface SightingQuery {
  readonly fingerprint: Fingerprint;
  readonly addresses: readonly Address[];
  readonly person: string;
}

/** One forwarded notice, without its text. */
export interface Sighting extends SightingQuery {
  readonly verdict: VerdictName;
  /** Platform record that it claimed to come from. */
  readonly platform: string | null;
  readonly channel: string;
  readonly now: number;
}

/** Something that is kept of a person, as it is kept. */
export type KeptRow = Readonly<Record<string, string | number | null>>;

/** What is kept of a person besides conversations. Persons are keys of `keyOfPerson`; stores keep keyed hashes of them. */
interface PersonalRecords {
  /** How many entries were erased. */
  erase(person: string): Promise<number>;
  export(person: string): Promise<readonly KeptRow[]>;
}

/** Anonymous traces of forwarded notices. Fewer people than `FEWEST_TOLD` are never told of. */
export interface Sightings extends PersonalRecords {
  seen(query: SightingQuery, now: number): Promise<Seen | null>;
  record(sighting: Sighting): Promise<void>;
  ofAddress(address: Address): Promise<SeenCount | null>;
}

/** Somebody says that a verdict was wrong. */
export interface Complaint {
  readonly person: string;
  readonly verdict: VerdictName;
  /** Ids of the findings that led to it; empty when the text was gone by then. */
  readonly findings: readonly string[];
  readonly fingerprint: Fingerprint | null;
  /** The words without numbers, amounts, links and the names it recognises, for whoever looks at it again; null when the text was gone by then. */
  readonly template: string | null;
  readonly now: number;
}

/** Where somebody can be told something later. */
export interface Reach {
  readonly channel: string;
  readonly conversation: string;
  readonly language: Language;
}

/** What a doubted message is in truth, as the person says. */
export type Reason = 'genuine' | 'scam';

export interface Feedback extends PersonalRecords {
  record(complaint: Complaint): Promise<void>;
  /** Adds a reason to what a person said to be wrong today; false when there is nothing of it. */
  explain(person: string, reason: Reason, now: number): Promise<boolean>;
  /** Keeps, encrypted, where to tell a person that a verdict they doubted was changed; false when nothing is open. */
  agree(person: string, reach: Reach): Promise<boolean>;
}

/** `mine`: to be answered here and now. `elsewhere`: another worker is at it, and alive. */
export type Taking = 'mine' | 'answered' | 'elsewhere';

/** An update that came in. */
export interface Taken {
  readonly update: string;
  /** Its conversation. Updates of one lane are answered in the order in which they were taken. */
  readonly lane: string;
  /** Where its sender may be asked for it again; null in a group. */
  readonly reach: Reach | null;
}

/** Where workers agree on who answers what. Nothing of a message stands in it: what a dead worker left is answered when the network delivers it again, and otherwise its sender is asked for it. */
export interface Inbox {
  take(taken: Taken): Promise<Taking>;
  /** Waits until nothing that was taken earlier in the same lane is being answered by another worker. */
  turn(update: string): Promise<void>;
  answered(update: string): Promise<void>;
}

/** How much one person may ask. */
export interface Limits {
  /** `told_now`: too much, and not said yet. */
  take(person: string): Promise<'granted' | 'told_now' | 'refused'>;
}

/** How often somebody may ask, for doors that are not conversations. */
export interface Rate {
  /** Counts one more. `secondsLeft`: until the count begins anew. */
  take(who: string): Promise<{ readonly granted: boolean; readonly secondsLeft: number }>;
}

/** One message read from a picture. */
export interface ReadNotice {
  readonly text: string;
  readonly sender: string | null;
  /** ISO 8601, when the picture shows it. */
  readonly receivedAt: string | null;
  /** What the QR codes beside it hold, exactly as encoded; nothing of it was guessed from pixels. */
  readonly codes: readonly string[];
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
  | {
      readonly kind: 'ignored';
      readonly channel: string;
      readonly why: 'duplicate' | 'not_addressed' | 'nothing_to_say' | 'over_limit';
    }
  | {
      readonly kind: 'failed';
      readonly channel: string;
      readonly where: 'answering' | 'delivering' | 'store';
      readonly error: string;
      /** Of the request over the web, as it was told to the caller. */
      readonly request?: string;
    };

export interface Journal {
  note(entry: JournalEntry): void;
}
