import type { Role } from '../notice/types.js';
import type { Platform } from '../registry/types.js';
import type { Language, Line } from '../reply/types.js';
import type { Verdict } from '../verdict/types.js';

/** Whom a complaint goes to. */
export const LETTERS = ['platform', 'regulator', 'local_bureau', 'cyberspace_office', 'spam_report', 'police'] as const;
export type LetterId = (typeof LETTERS)[number];

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
}

/** One block of a letter, for plain text and for print alike. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  /** `ordered` is numbered; `ticks` are boxes to tick by hand. */
  | { readonly kind: 'list'; readonly style: 'ordered' | 'ticks' | 'plain'; readonly items: readonly Line[] }
  /** The notice verbatim. Somebody else's words: escape them. */
  | { readonly kind: 'verbatim'; readonly text: string }
  /** A blank to fill in by hand: label and a line. */
  | { readonly kind: 'blank'; readonly label: string };

export interface Letter {
  readonly id: LetterId;
  readonly language: Language;
  readonly title: string;
  /** How and where to hand it in, with official contacts, their source and day. Not part of the letter itself. */
  readonly handIn: readonly Line[];
  readonly blocks: readonly LetterBlock[];
}
