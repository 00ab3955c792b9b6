import type { Folded } from '../notice/types.js';
import { FoundWords, groupBit, NO_WORDS, type WordHit } from './found-words.js';
import type { PatternMatcher } from './patterns.js';
import type { SnapshotName } from './snapshot.js';
import { createTermIndex } from './terms.js';
import type { Lexical, NameHit } from './types.js';
import { VOCABULARY_GROUPS, type VocabularyGroup } from './vocabulary.js';

/** What one term of the common index stands for; most are only one of the three. */
interface Meaning {
  readonly name: SnapshotName | null;
  /** Bits of vocabulary groups; 0 when it is no word of theirs. */
  readonly groups: number;
  /** Number of a pattern part; -1 when it is none. */
  readonly part: number;
}

interface NamePlace {
  readonly name: SnapshotName;
  readonly start: number;
  readonly end: number;
}

const NO_NAMES: readonly NameHit[] = [];

const isAsciiWord = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122);

/** A Latin or numeric name counts only as a whole word: `abc` does not name a bank inside `abcd`. */
function standsAlone(text: string, start: number, end: number): boolean {
  const opens = !isAsciiWord(text.charCodeAt(start)) || start === 0 || !isAsciiWord(text.charCodeAt(start - 1));
  const closes = !isAsciiWord(text.charCodeAt(end - 1)) || end === text.length || !isAsciiWord(text.charCodeAt(end));
  return opens && closes;
}

/** The longest name at each place, left to right, without overlaps. A decoy takes its place and names nobody. */
function withoutOverlaps(places: readonly NamePlace[]): readonly NameHit[] {
  const found: NameHit[] = [];
  let last = 0;
  for (const { name, start, end } of places) {
    if (start < last) continue;
    last = end;
    if (name.platformId !== null) found.push({ platformId: name.platformId, start, end, signatureOnly: name.signatureOnly });
  }
  return found;
}

function meaningsOf(
  names: readonly SnapshotName[],
  vocabulary: Readonly<Record<VocabularyGroup, readonly string[]>>,
  parts: readonly string[],
): Map<string, Meaning> {
  const nothing: Meaning = { name: null, groups: 0, part: -1 };
  const meanings = new Map<string, Meaning>();
  const add = (term: string, meaning: Partial<Meaning>): void => {
    meanings.set(term, { ...(meanings.get(term) ?? nothing), ...meaning });
  };
  for (const name of names) add(name.name, { name });
  for (const group of VOCABULARY_GROUPS) {
    for (const word of vocabulary[group]) add(word, { groups: (meanings.get(word)?.groups ?? 0) | groupBit(group) });
  }
  for (const [part, term] of parts.entries()) add(term, { part });
  return meanings;
}

/**
 * Reads names, words and scam patterns out of a folded text in one pass over its characters. The index reports places
 * from left to right and the longest first at each, which is the order that names and patterns need.
 */
export function createLexicon(
  names: readonly SnapshotName[],
  vocabulary: Readonly<Record<VocabularyGroup, readonly string[]>>,
  matcher: PatternMatcher,
): (folded: Folded) => Lexical {
  const meanings = meaningsOf(names, vocabulary, matcher.parts);
  const index = createTermIndex([...meanings.keys()]);
  const meaningOf = [...meanings.values()];
  let text = '';
  let places: NamePlace[] | null = null;
  let hits: WordHit[] | null = null;
  let groups = 0;

  const onTerm = (term: number, start: number, end: number): void => {
    const meaning = meaningOf[term] as Meaning;
    if (meaning.part >= 0) matcher.onPart(meaning.part, start, end);
    if (meaning.groups !== 0) {
      groups |= meaning.groups;
      hits ??= [];
      hits.push({ groups: meaning.groups, word: term, start, end });
    }
    if (meaning.name !== null && standsAlone(text, start, end)) {
      places ??= [];
      places.push({ name: meaning.name, start, end });
    }
  };

  return (folded) => {
    text = folded.text;
    places = null;
    hits = null;
    groups = 0;
    matcher.begin(text);
    index.scan(text, onTerm);
    return {
      names: places === null ? NO_NAMES : withoutOverlaps(places),
      words: hits === null ? NO_WORDS : new FoundWords(hits, groups),
      patterns: matcher.finish(text),
    };
  };
}
