import type { Folded } from '../notice/types.js';
import type { SnapshotName } from './snapshot.js';
import { createTermIndex } from './terms.js';
import type { NameHit } from './types.js';

const isAsciiWord = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122);

/** A Latin or numeric name counts only as a whole word: `abc` does not name a bank inside `abcd`. */
function standsAlone(text: string, start: number, end: number): boolean {
  const opens = !isAsciiWord(text.charCodeAt(start)) || start === 0 || !isAsciiWord(text.charCodeAt(start - 1));
  const closes = !isAsciiWord(text.charCodeAt(end - 1)) || end === text.length || !isAsciiWord(text.charCodeAt(end));
  return opens && closes;
}

/** Every platform name in a folded text: the longest at each place, left to right, without overlaps. */
export function createNameFinder(names: readonly SnapshotName[]): (folded: Folded) => readonly NameHit[] {
  const index = createTermIndex(names.map(({ name }) => name));
  return ({ text }) => {
    const hits: { at: number; start: number; end: number }[] = [];
    index.scan(text, (at, start, end) => {
      if (standsAlone(text, start, end)) hits.push({ at, start, end });
    });
    if (hits.length > 1) hits.sort((a, b) => a.start - b.start || b.end - a.end);
    const found: NameHit[] = [];
    let last = 0;
    for (const { at, start, end } of hits) {
      const name = names[at];
      if (!name || start < last) continue;
      if (name.platformId !== null) found.push({ platformId: name.platformId, start, end, signatureOnly: name.signatureOnly });
      last = end;
    }
    return found;
  };
}
