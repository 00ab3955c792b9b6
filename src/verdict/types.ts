import type { Breach } from '../checks/conduct/types.js';
import type { Character, Claim, Finding } from '../checks/types.js';
import type { Notice } from '../notice/types.js';

/** Answers of the checker, gravest first. */
export const VERDICTS = ['scam', 'suspicious', 'unverified', 'consistent', 'not_a_notice'] as const;
export type VerdictName = (typeof VERDICTS)[number];

/** The one thing that would help most; the reply asks at most one. */
export type Ask = 'sender' | 'full_text' | 'copied_text' | 'role' | 'already_acted' | 'platform' | 'none';

export interface Verdict {
  readonly verdict: VerdictName;
  /** Id of the decision in `decide.ts` that gave it. */
  readonly decidedBy: string;
  readonly claim: Claim | null;
  readonly character: Character;
  /** Every finding, in the order in which a reader should hear of them. */
  readonly findings: readonly Finding[];
  /** Rules of collection that the notice breaks if it is genuine. They take no part in the verdict. */
  readonly conduct: readonly Breach[];
  /** A request to pass a message on, as the rules allow it. A thief can copy such a text too. */
  readonly passesOnProperly: boolean;
  /** Words of debt stand in it. */
  readonly mentionsDebt: boolean;
  readonly ask: Ask;
  readonly notice: Notice;
}

/** The answer to one paste. */
export interface Checked {
  /** The gravest of `notices`. */
  readonly gravest: Verdict;
  /** One verdict per notice of the paste, in its order; at least one. */
  readonly notices: readonly Verdict[];
  /** Not everything was read: the text was over the cap. */
  readonly truncated: boolean;
}
