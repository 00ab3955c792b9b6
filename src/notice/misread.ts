import type { TraitedFold } from './fold.js';
import { misreadSigns } from './misread-signs.js';
import { type Misreading, misreadWords } from './misread-words.js';
import { rewritten } from './rewritten-fold.js';

/** Undoes the usual misreadings of a matching copy whose text was read from a picture. Quotes stay as they were read. */
export type Mend = (folded: TraitedFold) => TraitedFold;

/** Signs first: a space that a reader set may stand inside a word. */
export function createMend(rules: readonly Misreading[]): Mend {
  return (folded) => {
    const signs = rewritten(folded, misreadSigns(folded.text));
    return rewritten(signs, misreadWords(signs.text, rules));
  };
}
