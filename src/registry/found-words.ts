import type { Words } from './types.js';
import { VOCABULARY_GROUPS, type VocabularyGroup } from './vocabulary.js';

/** One place of a word of the vocabulary. */
export interface WordHit {
  readonly groups: number;
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

const NO_HITS: readonly WordHit[] = [];
const BITS = Object.fromEntries(VOCABULARY_GROUPS.map((group, at) => [group, 1 << at])) as Readonly<
  Record<VocabularyGroup, number>
>;

/** The bit of a group; there are at most 32. */
export const groupBit = (group: VocabularyGroup): number => BITS[group];

/** The groups that a text holds are one number, a bit per group; what else is asked is counted from the hits. */
export class FoundWords implements Words {
  readonly #hits: readonly WordHit[];
  readonly #groups: number;

  constructor(hits: readonly WordHit[], groups: number) {
    this.#hits = hits;
    this.#groups = groups;
  }

  has(group: VocabularyGroup): boolean {
    return (this.#groups & groupBit(group)) !== 0;
  }

  count(group: VocabularyGroup): number {
    return this.has(group) ? new Set(this.spans(group).map(({ word }) => word)).size : 0;
  }

  spans(group: VocabularyGroup): readonly WordHit[] {
    const bit = groupBit(group);
    return (this.#groups & bit) === 0 ? NO_HITS : this.#hits.filter(({ groups }) => (groups & bit) !== 0);
  }
}

export const NO_WORDS: Words = new FoundWords(NO_HITS, 0);
