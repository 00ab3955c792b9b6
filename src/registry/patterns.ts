import { foldText } from '../notice/fold.js';
import type { Folded } from '../notice/types.js';
import type { CompiledPattern } from './pattern-plan.js';
import { PatternScan } from './pattern-scan.js';
import type { ScamRecord } from './records.js';
import { createTermIndex } from './terms.js';
import type { PatternHit } from './types.js';
import { warningScopes } from './warning-scope.js';

export type { CompiledPattern };

export interface PatternMatcher {
  /** The patterns whose words the text holds, in the order of the patterns given. Hooks are not looked at. */
  match(folded: Folded): PatternHit[];
  /** The same in steps, for a scan that looks for more than patterns: `begin`, `onPart` for every place of a part, `finish`. */
  readonly parts: readonly string[];
  begin(text: string): void;
  onPart(part: number, start: number, end: number): void;
  finish(text: string): PatternHit[];
}

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
 * Builds a matcher over all patterns at once: one pass over a text finds every literal part of every phrase, bit sets
 * tell which patterns are complete, and only for those are places and warning scopes looked at.
 */
export function createPatternMatcher(patterns: readonly CompiledPattern[]): PatternMatcher {
  const scan = new PatternScan(patterns);
  const index = createTermIndex(scan.parts);
  const finish = (text: string): PatternHit[] => {
    const complete = scan.finish();
    if (complete.length === 0) return [];
    const tallies = tallyPhrases(scan, complete, text);
    return complete.map((pattern) =>
      (tallies.get(pattern) as Tally).hit((patterns[pattern] as CompiledPattern).id, scan.allGroups(pattern)),
    );
  };
  return {
    parts: scan.parts,
    begin: (text) => scan.begin(text),
    onPart: scan.onPart,
    finish,
    match({ text }) {
      scan.begin(text);
      index.scan(text, scan.onPart);
      return finish(text);
    },
  };
}

function tallyPhrases(scan: PatternScan, complete: readonly number[], text: string): ReadonlyMap<number, Tally> {
  const scopes = warningScopes(text);
  const tallies = new Map(complete.map((pattern) => [pattern, new Tally()]));
  scan.listPhrases(text, (pattern, bit, start, end) => {
    tallies.get(pattern)?.add(bit, start, end, scopes.covers(start) || scopes.covers(end - 1));
  });
  return tallies;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Collects the phrases of one complete pattern. A combination of phrases is warned against when any of its phrases is:
 * so the pattern as a whole is, unless every group has a phrase outside all warnings.
 */
class Tally {
  #unwarned = 0;
  #longestUnwarned: Place | null = null;
  #longest: Place | null = null;

  add(bit: number, start: number, end: number, warned: boolean): void {
    this.#longest = longer(this.#longest, start, end);
    if (warned) return;
    this.#unwarned |= bit;
    this.#longestUnwarned = longer(this.#longestUnwarned, start, end);
  }

  /** The hit, at the longest phrase: it says most to a reader. */
  hit(patternId: string, allGroups: number): PatternHit {
    const warnedAgainst = this.#unwarned !== allGroups;
    const { start, end } = ((warnedAgainst ? null : this.#longestUnwarned) ?? this.#longest) as Place;
    return { patternId, start, end, warnedAgainst };
  }
}

function longer(known: Place | null, start: number, end: number): Place {
  return known === null || end - start > known.end - known.start ? { start, end } : known;
}
