import type { TraitedFold } from './fold.js';
import { TRAIT_TABLE } from './traits.js';
import type { Span } from './types.js';

/** What a range of a matching copy becomes. */
export interface Edit extends Span {
  readonly becomes: string;
}

/** A matching copy with some of its ranges written differently; an edit that begins inside an earlier one is left out. */
export function rewritten(folded: TraitedFold, edits: readonly Edit[]): TraitedFold {
  if (edits.length === 0) return folded;
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let read = 0;
  const copy = (to: number): void => {
    for (let at = read; at < to; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
    text += folded.text.slice(read, to);
  };
  for (const { start, end, becomes } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < read) continue;
    copy(start);
    for (let at = 0; at < becomes.length; at += 1) {
      starts.push(start);
      ends.push(end);
    }
    text += becomes;
    read = end;
  }
  copy(folded.text.length);
  let { traits } = folded;
  for (let at = 0; at < text.length; at += 1) traits |= TRAIT_TABLE[text.charCodeAt(at)] as number;
  return {
    text,
    traits,
    toOriginal(start, end) {
      const first = Math.min(Math.max(start, 0), text.length);
      const last = Math.min(Math.max(end, first), text.length);
      const begin = starts[first] ?? folded.text.length;
      return folded.toOriginal(begin, last === first ? begin : (ends[last - 1] ?? begin));
    },
  };
}
