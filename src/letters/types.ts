import type { Role } from '../notice/types.js';
import type { LetterId, LetterQuestionId } from '../registry/letter-vocabulary.js';
import type { Platform } from '../registry/types.js';
import type { Language, Line, Piece } from '../reply/types.js';
import type { Verdict } from '../verdict/types.js';

export type { LetterId } from '../registry/letter-vocabulary.js';
export { LETTERS } from '../registry/letter-vocabulary.js';

/** Who got the message: the writer, somebody of the family, or friends, colleagues and employers. */
export const RECIPIENTS = ['self', 'family', 'other'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** What a letter is filled from. Whatever is null becomes a blank to fill in by hand, never an invention. */
export interface LetterFacts {
  /** The notice complained of, as checked; null when there is none at hand. */
  readonly verdict: Verdict | null;
  readonly platform: Platform | null;
  readonly role: Role | null;
  /** ISO day or time at which the notice came. */
  readonly receivedAt: string | null;
  /** The writer asked before that it stop. */
  readonly askedToStop: boolean | null;
  /** Who got it; null or left out when that is not known. */
  readonly receivedBy?: Recipient | null;
}

/**
 * One run of a letter. `verbatim` holds words of the message exactly as they stand there, only without what is
 * invisible: it is not defanged, so whoever draws it where it could be tapped defangs it. `blank` is to be filled in by hand.
 */
export type LetterPiece = Piece | { readonly kind: 'verbatim'; readonly text: string } | { readonly kind: 'blank' };
export type LetterLine = readonly LetterPiece[];

/** One block of a letter, for plain text and for print alike. */
export type LetterBlock =
  | { readonly kind: 'addressee'; readonly line: LetterLine }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: LetterLine }
  /** `ordered` is numbered; `ticks` are boxes to tick by hand. */
  | { readonly kind: 'list'; readonly style: 'ordered' | 'ticks' | 'plain'; readonly items: readonly LetterLine[] }
  /** A fact under its name: `收到时间：…`. */
  | { readonly kind: 'fact'; readonly label: string; readonly line: LetterLine }
  /** The notice verbatim. Somebody else's words: escape them, and defang them where they could be tapped. */
  | { readonly kind: 'verbatim'; readonly label: string; readonly text: string }
  /** A blank to fill in by hand: label and so many lines. */
  | { readonly kind: 'blank'; readonly label: string; readonly lines: number }
  /** The blanks at the end of a letter: signature, date. */
  | { readonly kind: 'signature'; readonly labels: readonly string[] };

export interface Letter {
  readonly id: LetterId;
  readonly language: Language;
  readonly title: string;
  /** How and where to hand it in, with official contacts, their source and day. Not part of the letter itself. */
  readonly handIn: readonly Line[];
  readonly blocks: readonly LetterBlock[];
  /** Sentences of ours that stand around a letter when it is drawn, and are no part of it. */
  readonly around: {
    /** Title of `handIn`. */
    readonly handIn: string;
    /** How to print it, or to keep it as a PDF. */
    readonly print: string;
    /** Says that addresses and numbers of the message were written so that nobody taps them. */
    readonly defanged: string;
    /** As of which day the records are, and what the letter is not. */
    readonly basis: string;
  };
}

/** One question whose answer makes a letter better, with what a person may choose. */
export interface LetterQuestion {
  readonly id: LetterQuestionId;
  readonly ask: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}
