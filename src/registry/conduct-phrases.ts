import { foldText } from '../notice/fold.js';
import type { PhraseGroupRecord, Phrases } from './conduct-records.js';
import { endsSentence } from './sentences.js';
import { createTermIndex } from './terms.js';

/** Words in a row, with a gap between two steps; each step is any one word of a set. */
export interface WordSteps {
  readonly steps: readonly (readonly string[])[];
  /** Widest gap before each step, in characters. */
  readonly gaps: readonly number[];
}

/** The wordings of one group, folded. Plain JSON. */
export interface CompiledPhrases {
  readonly id: string;
  /** One of each list must stand in the text; the first list is what the reader is shown. */
  readonly all: readonly (readonly WordSteps[])[];
  /** And none of these. */
  readonly unless: readonly WordSteps[];
}

/** One group whose words stand in a text. Offsets are of that text. */
export interface GroupHit {
  /** Index of the group in the list given. */
  readonly group: number;
  readonly start: number;
  readonly end: number;
}

/** Widest gap where a record does not say another; as in scam patterns. */
const GAP = 12;
/** A wording with all its gaps is no longer than this: what began further back has ended too early. */
const LONGEST = 64;

const stepsOf = (phrase: string): string[] => phrase.split('…').map((part) => foldText(part.trim()).text);

const inRow = (words: readonly string[]): WordSteps => ({ steps: words.map((word) => [word]), gaps: words.map(() => GAP) });

/** Single words of a list become one alternative, so that 20 × 60 pairs cost 80 words and not 1 200 phrases. */
function compilePhrases(phrases: Phrases): WordSteps[] {
  const single = new Set<string>();
  const rows: WordSteps[] = [];
  for (const entry of phrases) {
    if (typeof entry === 'string') {
      const words = stepsOf(entry);
      if (words.length === 1) single.add(words[0] as string);
      else rows.push(inRow(words));
      continue;
    }
    const within = entry.within ?? GAP;
    const next = entry.next.map((word) => stepsOf(word)[0] as string);
    const openings = entry.first.map(stepsOf);
    const short = openings.filter(({ length }) => length === 1).flat();
    if (short.length > 0) rows.push({ steps: [short, next], gaps: [GAP, within] });
    for (const words of openings.filter(({ length }) => length > 1)) {
      const { steps, gaps } = inRow(words);
      rows.push({ steps: [...steps, next], gaps: [...gaps, within] });
    }
  }
  return single.size > 0 ? [{ steps: [[...single]], gaps: [GAP] }, ...rows] : rows;
}

/** Folds the wordings of a record in the way in which texts are folded. */
export const compileGroupPhrases = (group: Pick<PhraseGroupRecord, 'id' | 'any_of' | 'with' | 'unless'>): CompiledPhrases => ({
  id: group.id,
  all: [group.any_of, ...group.with].map(compilePhrases),
  unless: compilePhrases(group.unless),
});

/** Where a word stands: step `step` of alternative `alternative`, which belongs to list `list` of a group; -1 is `unless`. */
interface Place {
  readonly group: number;
  readonly list: number;
  readonly alternative: number;
  readonly step: number;
  readonly last: boolean;
  readonly gap: number;
}

function placesOf(groups: readonly CompiledPhrases[]): ReadonlyMap<string, Place[]> {
  const places = new Map<string, Place[]>();
  let alternative = 0;
  const add = (group: number, list: number, { steps, gaps }: WordSteps): void => {
    for (const [step, words] of steps.entries()) {
      for (const word of words) {
        const known = places.get(word) ?? [];
        known.push({ group, list, alternative, step, last: step === steps.length - 1, gap: gaps[step] ?? GAP });
        places.set(word, known);
      }
    }
    alternative += 1;
  };
  for (const [group, { all, unless }] of groups.entries()) {
    for (const [list, alternatives] of all.entries()) for (const steps of alternatives) add(group, list, steps);
    for (const steps of unless) add(group, -1, steps);
  }
  return places;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What one scan has found; a new one for each text. */
class Findings {
  readonly #text: string;
  /** By alternative and step: beginnings that wait for their next word. */
  readonly #open = new Map<number, Range[]>();
  /** By group: the longest wording of its first list. */
  readonly #shown = new Map<number, Range>();
  /** By group: one bit for each list that was hit. */
  readonly #lists = new Map<number, number>();
  readonly #excluded = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  add(place: Place, start: number, end: number): void {
    const from = place.step === 0 ? start : this.#beginningOf(place, start);
    if (from < 0) return;
    if (place.last) this.#keep(place, { start: from, end });
    else this.#waiting(place.alternative, place.step).push({ start: from, end });
  }

  hits(groups: readonly CompiledPhrases[]): GroupHit[] {
    const hits: GroupHit[] = [];
    for (const [group, shown] of this.#shown) {
      const wanted = 2 ** (groups[group] as CompiledPhrases).all.length - 1;
      if (this.#lists.get(group) === wanted && !this.#excluded.has(group)) hits.push({ group, ...shown });
    }
    return hits.sort((a, b) => a.group - b.group);
  }

  #keep({ group, list }: Place, range: Range): void {
    if (list < 0) {
      this.#excluded.add(group);
      return;
    }
    this.#lists.set(group, (this.#lists.get(group) ?? 0) | (1 << list));
    const shown = this.#shown.get(group);
    if (list === 0 && (!shown || range.end - range.start > shown.end - shown.start)) this.#shown.set(group, range);
  }

  #waiting(alternative: number, step: number): Range[] {
    const key = alternative * 8 + step;
    const known = this.#open.get(key);
    if (known) return known;
    const fresh: Range[] = [];
    this.#open.set(key, fresh);
    return fresh;
  }

  /** Start of the nearest beginning that a gap may bridge up to `start`; -1 when there is none. */
  #beginningOf({ alternative, step, gap }: Place, start: number): number {
    const waiting = this.#open.get(alternative * 8 + step - 1);
    if (waiting === undefined) return -1;
    for (let at = waiting.length - 1; at >= 0; at -= 1) {
      const before = waiting[at] as Range;
      if (start - before.start > gap + LONGEST) return -1;
      // Of two words that begin at one place the longer was found first, so a later one may end further away.
      if (before.end > start || start - before.end > gap) continue;
      return this.#endsSentenceBetween(before.end, start) ? -1 : before.start;
    }
    return -1;
  }

  #endsSentenceBetween(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (endsSentence(this.#text.charCodeAt(at))) return true;
    return false;
  }
}

/** Finds, in one pass over a folded text, every group whose wordings stand in it, in the order of the groups. */
export function createPhraseFinder(groups: readonly CompiledPhrases[]): (text: string) => readonly GroupHit[] {
  const places = placesOf(groups);
  const byTerm = [...places.values()];
  const index = createTermIndex([...places.keys()]);
  return (text) => {
    let findings: Findings | null = null;
    index.scan(text, (term, start, end) => {
      findings ??= new Findings(text);
      for (const place of byTerm[term] as readonly Place[]) findings.add(place, start, end);
    });
    return (findings as Findings | null)?.hits(groups) ?? [];
  };
}
