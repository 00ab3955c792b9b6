import type { DetailKind } from './types.js';

/** How one kind of detail is found: the first group of the pattern is what is quoted. */
export interface DetailPattern {
  readonly kind: DetailKind;
  /** Bits of `Trait` that the text must have, any of them, for the pattern to be tried. */
  readonly needs: number;
  /** Literals of which every match holds one: looking for them first is much cheaper. Left out: the pattern is cheap itself. */
  readonly cues?: readonly string[];
  /** Global, linear, on folded text. */
  readonly pattern: RegExp;
  /** The value of a match, or null when it is none after all. Left out: the first group as it stands. */
  readonly value?: (match: RegExpExecArray) => string | null;
}

/** The digits of a text. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
