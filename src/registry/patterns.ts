import { foldText } from '../notice/fold.js';
import type { Folded } from '../notice/types.js';
import type { ScamRecord } from './records.js';
import { endsSentence } from './sentences.js';
import { createTermIndex } from './terms.js';
import type { PatternHit } from './types.js';
import { warningScopes } from './warning-scope.js';

/** The words of one scam pattern, ready to match. Plain JSON. */
export interface CompiledPattern {
  readonly id: string;
  /** Every group must be hit by one of its phrases. Phrases are folded; `…` stands for a gap. */
  readonly groups: readonly (readonly string[])[];
  /** None of these phrases may be hit. */
  readonly noneOf: readonly string[];
}

export interface PatternMatcher {
  /** The patterns whose words the text holds, in the order of the patterns given. Hooks are not looked at. */
  match(folded: Folded): PatternHit[];
}

/** Widest gap that a `…` in a phrase bridges, in characters. */
const GAP = 12;

/** Folds the phrases of a record in the way in which texts are folded, so that they can be compared literally. */
export function compilePattern(record: ScamRecord): CompiledPattern {
  return {
    id: record.id,
    groups: record.match.all_of.map(({ any_of }) => unique(any_of.map(foldPhrase))),
    noneOf: unique(record.match.none_of.map(foldPhrase)),
  };
}

function foldPhrase(phrase: string): string {
  return phrase
    .split('…')
    .map((part) => foldText(part.trim()).text)
    .join('…');
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/**
 * Builds a matcher over all patterns at once: one pass finds every literal part of every phrase, bit sets tell which
 * patterns are complete, and only for those are the warning scopes of the text read.
 */
export function createPatternMatcher(patterns: readonly CompiledPattern[]): PatternMatcher {
  const plan = planOf(patterns);
  const index = createTermIndex(plan.parts);
  const found = new Occurrences(plan);

  return {
    match({ text }) {
      found.clear(text);
      index.scan(text, found.onPart);
      const complete = found.completePatterns();
      return complete.length === 0 ? [] : found.hitsOf(complete, patterns);
    },
  };
}

/** Where in a phrase a literal part stands. */
interface Place {
  readonly phrase: number;
  readonly position: number;
  readonly last: boolean;
}

/** What a phrase means to one pattern: a bit of a group, or `NONE_OF`. */
interface Use {
  readonly pattern: number;
  readonly bit: number;
}

interface Plan {
  readonly parts: readonly string[];
  readonly placesOf: readonly (readonly Place[])[];
  readonly usesOf: readonly (readonly Use[])[];
  /** All group bits of each pattern. */
  readonly wanted: Int32Array;
}

/** Bit 31 marks a phrase of `none_of`; groups take the bits below. */
const NONE_OF = 1 << 31;

function planOf(patterns: readonly CompiledPattern[]): Plan {
  const phrases = new Map<string, Use[]>();
  const use = (phrase: string, pattern: number, bit: number) => {
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), { pattern, bit }]);
  };
  for (const [pattern, { groups, noneOf }] of patterns.entries()) {
    if (groups.length > 31) throw new RangeError(`${patterns[pattern]?.id}: more than 31 groups`);
    for (const [group, alternatives] of groups.entries()) for (const phrase of alternatives) use(phrase, pattern, 1 << group);
    for (const phrase of noneOf) use(phrase, pattern, NONE_OF);
  }
  const places = new Map<string, Place[]>();
  for (const [phrase, written] of [...phrases.keys()].entries()) {
    const parts = written.split('…');
    for (const [position, part] of parts.entries()) {
      places.set(part, [...(places.get(part) ?? []), { phrase, position, last: position === parts.length - 1 }]);
    }
  }
  return {
    parts: [...places.keys()],
    placesOf: [...places.values()],
    usesOf: [...phrases.values()],
    wanted: Int32Array.from(patterns, ({ groups }) => 2 ** groups.length - 1),
  };
}

/** A phrase, or the first parts of one, that stands in the text. */
interface Occurrence {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

/** What one scan has found so far. One instance serves every scan of its matcher: scans are synchronous. */
class Occurrences {
  readonly #plan: Plan;
  readonly #seen: Int32Array;
  readonly #touched: number[] = [];
  readonly #whole: Occurrence[] = [];
  /** By phrase and number of parts found: occurrences that wait for their next part. */
  readonly #open = new Map<number, Occurrence[]>();
  #text = '';

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#seen = new Int32Array(plan.wanted.length);
  }

  clear(text: string): void {
    for (const pattern of this.#touched) this.#seen[pattern] = 0;
    this.#touched.length = 0;
    this.#whole.length = 0;
    if (this.#open.size > 0) this.#open.clear();
    this.#text = text;
  }

  readonly onPart = (part: number, start: number, end: number): void => {
    for (const { phrase, position, last } of this.#plan.placesOf[part] as readonly Place[]) {
      const from = position === 0 ? start : this.#startBefore(phrase, position, start);
      if (from < 0) continue;
      if (last) this.#keepWhole(phrase, from, end);
      else this.#keepOpen(phrase, position + 1, { phrase, start: from, end });
    }
  };

  /** Patterns with every group hit and no phrase of `none_of`. */
  completePatterns(): number[] {
    return this.#touched.filter((pattern) => this.#seen[pattern] === this.#plan.wanted[pattern]).sort((a, b) => a - b);
  }

  hitsOf(complete: readonly number[], patterns: readonly CompiledPattern[]): PatternHit[] {
    const scopes = warningScopes(this.#text);
    const tallies = new Map(complete.map((pattern) => [pattern, new Tally()] as const));
    for (const occurrence of this.#whole) {
      const warned = scopes.covers(occurrence.start) || scopes.covers(occurrence.end - 1);
      for (const { pattern, bit } of this.#plan.usesOf[occurrence.phrase] as readonly Use[]) {
        tallies.get(pattern)?.add(occurrence, bit, warned);
      }
    }
    return complete.map((pattern) => {
      const tally = tallies.get(pattern) as Tally;
      const warnedAgainst = tally.unwarned !== this.#plan.wanted[pattern];
      const { start, end } = tally.mostTelling(warnedAgainst);
      return { patternId: (patterns[pattern] as CompiledPattern).id, start, end, warnedAgainst };
    });
  }

  #keepWhole(phrase: number, start: number, end: number): void {
    this.#whole.push({ phrase, start, end });
    for (const { pattern, bit } of this.#plan.usesOf[phrase] as readonly Use[]) {
      if (this.#seen[pattern] === 0) this.#touched.push(pattern);
      this.#seen[pattern] = (this.#seen[pattern] as number) | bit;
    }
  }

  #keepOpen(phrase: number, partsFound: number, occurrence: Occurrence): void {
    const key = phrase * 64 + partsFound;
    const waiting = this.#open.get(key);
    if (waiting) waiting.push(occurrence);
    else this.#open.set(key, [occurrence]);
  }

  /** Start of the nearest waiting occurrence that a gap may bridge up to `start`; -1 when there is none. */
  #startBefore(phrase: number, partsFound: number, start: number): number {
    const waiting = this.#open.get(phrase * 64 + partsFound);
    if (waiting === undefined) return -1;
    // Nearest first. A part is shorter than a phrase may be (40), so anything that began further back ended too early.
    for (let at = waiting.length - 1; at >= 0; at -= 1) {
      const before = waiting[at] as Occurrence;
      if (before.end > start) continue;
      if (start - before.end > GAP) return -1;
      return this.#endsSentenceBetween(before.end, start) ? -1 : before.start;
    }
    return -1;
  }

  #endsSentenceBetween(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (endsSentence(this.#text.charAt(at))) return true;
    return false;
  }
}

/** Collects the occurrences of one complete pattern. */
class Tally {
  /** Groups with at least one occurrence that no warning covers. */
  unwarned = 0;
  #bestUnwarned: Occurrence | null = null;
  #best: Occurrence | null = null;

  add(occurrence: Occurrence, bit: number, warned: boolean): void {
    this.#best = longer(this.#best, occurrence);
    if (warned) return;
    this.unwarned |= bit;
    this.#bestUnwarned = longer(this.#bestUnwarned, occurrence);
  }

  /** The longest occurrence: it says most to the reader. */
  mostTelling(warnedAgainst: boolean): Occurrence {
    return ((warnedAgainst ? null : this.#bestUnwarned) ?? this.#best) as Occurrence;
  }
}

function longer(known: Occurrence | null, other: Occurrence): Occurrence {
  return known === null || other.end - other.start > known.end - known.start ? other : known;
}
