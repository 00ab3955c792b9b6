import type { Span } from '../../notice/types.js';
import type { Audience, ConductIndex, MarkerHit, PhraseHit } from '../../registry/conduct.js';
import type { Marker } from '../../registry/conduct-records.js';
import type { ConductTopic } from '../../registry/vocabulary.js';
import type { Subject } from '../types.js';

/** One way in which the notice breaks the rules, if it is genuine. Says nothing about whether it is. */
export interface Breach {
  readonly topic: ConductTopic;
  /** The person's own words that it rests on; null when it rests on the hour or on something that is missing. */
  readonly span: Span | null;
  /** Rules to cite, the most binding first; those that only the police can judge come last. At most three. */
  readonly rules: readonly string[];
  /** `kinds`: ids of the wordings or facts it rests on, separated by spaces. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Markers of one text, by kind. Offsets are of the folded body. */
export interface Marked {
  has(marker: Marker): boolean;
  hits(marker: Marker): readonly MarkerHit[];
}

/** What a collection notice itself says, ready for the questions of conduct. */
export interface Spoken {
  readonly subject: Subject;
  readonly conduct: ConductIndex;
  /**
   * The folded body, as long as it is and with the same offsets, without what it warns against or denies and without
   * names of platforms that sound like a debt (分期乐, 还呗).
   */
  readonly text: string;
  /** Where something was left out of `text`, as offsets into the source. */
  readonly silent: readonly Span[];
  /** Markers of the whole folded body. */
  readonly written: Marked;
  /** Markers of `text`. */
  readonly marked: Marked;
  /** Wordings in `text`, of the groups that concern the person it was sent to. */
  readonly phrases: readonly PhraseHit[];
  readonly audience: Audience;
  /** Speaks of a debt that is overdue, and not only of what may come. */
  readonly overdue: boolean;
  /** Presses for a debt: speaks of overdue debt in any way, or to somebody who is not the debtor. */
  readonly presses: boolean;
  /** Asks somebody to pass a message on to the debtor. */
  readonly passesOn: boolean;
}

/** One question about the conduct of a collection notice. Pure and synchronous; null when nothing is wrong. */
export interface ConductCheck {
  readonly topic: ConductTopic;
  readonly asks: string;
  run(spoken: Spoken): Breach | null;
}
