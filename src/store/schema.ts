import type { Generated } from 'kysely';

/** What is remembered of a conversation: `DialogueState` as JSON, without text or number. */
interface ConversationRow {
  /** Keyed hash of channel, conversation and person. */
  readonly id: string;
  readonly person: string;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly expires_at: number;
}

/** A wording that was seen, as a mark that it cannot be read from. Belongs to nobody. */
interface WordingRow {
  readonly id: Generated<number>;
  /** The key under which `sketch` and the look-up keys were hashed. */
  readonly key_id: string;
  readonly sketch: string;
  /** Days since 1970, in China. */
  readonly first_day: number;
  readonly last_day: number;
  /** 1: an operator found that its verdict was wrong. */
  readonly corrected: Generated<number>;
}

interface WordingKeyRow {
  readonly lookup_key: number;
  readonly wording_id: number;
}

/** One person forwarded one wording on one day. */
interface SightingRow {
  readonly wording_id: number;
  readonly person: string;
  readonly day: number;
  /** The first day on which that person reported anything. */
  readonly since: number;
  readonly verdict: string;
  readonly platform: string | null;
  readonly channel: string;
}

/** One person forwarded a bad notice with this host or number on one day. */
interface AddressRow {
  readonly kind: string;
  /** The host or number; of a private line a keyed hash, which begins with `~`. */
  readonly value: string;
  readonly person: string;
  readonly day: number;
  /** The first day on which that person reported anything. */
  readonly since: number;
}

interface FeedbackRow {
  readonly id: string;
  readonly wording_id: number | null;
  readonly person: string;
  readonly day: number;
  readonly verdict: string;
  /** Ids of findings, separated by spaces. */
  readonly findings: string;
  readonly status: string;
  /** What the message was in truth, as the person said: genuine or scam. */
  readonly reason: string | null;
  /** The words without numbers, amounts, links and the names it recognises, encrypted; null when they were gone, or were looked at. */
  readonly template: string | null;
  /** Where to tell the person of a correction, encrypted; null when that is not wanted, or done. */
  readonly reach: string | null;
  /** Until when a worker has it in hand to tell. Milliseconds since 1970. */
  readonly told_until: Generated<number>;
}

/** Ids of the keys that this database was written with. The keys themselves are never in it. */
interface KeyRow {
  readonly id: string;
  readonly since_day: number;
}

/** An update that a worker took. */
interface InboxRow {
  /** Keyed hash of the channel and its update. */
  readonly id: string;
  readonly taken_at: number;
  readonly answered: number;
  /** Who took it: the name of a process, or the number of a lock. */
  readonly worker: string;
  /** Keyed hash of the conversation. */
  readonly lane: string;
  /** Grows with each update of the conversation. */
  readonly place: number;
  /** Where to ask for the message again when its worker dies, encrypted; null once it is answered. */
  readonly reach: string | null;
}

/** As rate-limiter-flexible wants it. */
interface LimitRow {
  readonly key: string;
  readonly points: number;
  readonly expire: number | null;
}

export interface Tables {
  readonly conversations: ConversationRow;
  readonly wordings: WordingRow;
  readonly wording_keys: WordingKeyRow;
  readonly sightings: SightingRow;
  readonly addresses: AddressRow;
  readonly feedback: FeedbackRow;
  readonly inbox: InboxRow;
  readonly key_ids: KeyRow;
  readonly limits: LimitRow;
}

/** What became of a complaint. */
export type FeedbackStatus = 'open' | 'accepted' | 'rejected';
