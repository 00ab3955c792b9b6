import type { Folded } from '../notice/types.js';
import type { VocabularyGroup } from './records.js';
import { createTermIndex } from './terms.js';
import type { Words } from './types.js';

interface Hit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** Finds which groups of the vocabulary stand in a folded text, in one pass. */
export function createWordFinder(vocabulary: Readonly<Record<VocabularyGroup, readonly string[]>>): (folded: Folded) => Words {
  const groups = Object.keys(vocabulary) as VocabularyGroup[];
  const terms = [...new Set(groups.flatMap((group) => vocabulary[group]))];
  const termAt = new Map(terms.map((term, at) => [term, at] as const));
  const members = new Map(groups.map((group) => [group, new Set(vocabulary[group].map((word) => termAt.get(word) ?? -1))] as const));
  const index = createTermIndex(terms);

  return ({ text }) => {
    const hits: Hit[] = [];
    index.scan(text, (term, start, end) => {
      hits.push({ term, start, end });
    });
    const inGroup = (group: VocabularyGroup): Hit[] => hits.filter(({ term }) => members.get(group)?.has(term));
    return {
      has: (group) => hits.some(({ term }) => members.get(group)?.has(term)),
      count: (group) => new Set(inGroup(group).map(({ term }) => term)).size,
      spans: (group) => inGroup(group).sort((a, b) => a.start - b.start),
    };
  };
}
