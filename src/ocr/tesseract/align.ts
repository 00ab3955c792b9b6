import { OTHER } from './letter-reader.js';

/** A letter of the result: its number in LETTERS, and the place of the symbol that it stands for or before. */
export interface Aligned {
  readonly letter: number;
  readonly symbol: number;
}

/** What it costs when the network's symbols and the outlines do not agree: natural logarithms of odds. */
const COST = {
  /** The outline is read as another letter than the network said. */
  changed: 2.2,
  /** An outline where the network saw no letter. */
  inserted: 3.5,
  /** The same before the first or after the last letter, where Chinese begins. */
  insertedAtEnd: 7,
  /** A letter of the network without an outline of its own. */
  dropped: 3,
  /** One outline that is no letter for two letters of the network: they touch and cannot be cut. */
  two: 5,
  /** A mark before or after the run, for each. */
  outside: 1.5,
  /** A mark that is no letter, inside the run. */
  skipped: 6,
} as const;

/** How many pieces of ink and symbols are used up, for what, and which letters that gives. */
interface Step {
  readonly pieces: number;
  readonly symbols: number;
  readonly cost: number;
  readonly letters: readonly Aligned[];
  readonly before?: Step;
}

/**
 * The cheapest way to lay what the network said over the pieces of ink. `said` are numbers in LETTERS; `odds[i][k]` are
 * the likelihoods of the letters for the pieces i to i + k taken as one.
 */
export function align(said: readonly number[], odds: readonly (readonly Float32Array[])[]): Aligned[] {
  const width = said.length + 1;
  const best: (Step | undefined)[] = [{ pieces: 0, symbols: 0, cost: 0, letters: [] }];
  for (let place = 0; place < (odds.length + 1) * width; place++) {
    const here = best[place];
    if (!here) continue;
    for (const step of stepsFrom(here, said, odds[here.pieces] ?? [])) {
      const at = step.pieces * width + step.symbols;
      const known = best[at];
      if (!known || step.cost < known.cost) best[at] = step;
    }
  }
  return lettersUpTo(best[odds.length * width + said.length]);
}

function lettersUpTo(last: Step | undefined): Aligned[] {
  const letters: Aligned[] = [];
  for (let step = last; step; step = step.before) letters.unshift(...step.letters);
  return letters;
}

function stepsFrom(before: Step, said: readonly number[], groups: readonly Float32Array[]): Step[] {
  const symbol = before.symbols;
  const steps: Step[] = [];
  const add = (pieces: number, symbols: number, cost: number, letters: readonly number[]) =>
    steps.push({
      pieces: before.pieces + pieces,
      symbols: symbol + symbols,
      cost: before.cost + cost,
      letters: letters.map((letter, at) => ({ letter, symbol: Math.min(symbol + at, said.length - 1) })),
      before,
    });
  const [own, next] = [said[symbol], said[symbol + 1]];
  const atEnd = symbol === 0 || symbol === said.length;
  if (own !== undefined) add(0, 1, COST.dropped, []);
  groups.forEach((odds, more) => {
    const pieces = more + 1;
    const seen = likeliest(odds);
    const costOf = (letter: number) => -(odds[letter] as number);
    add(pieces, 0, atEnd ? COST.outside : COST.skipped + costOf(OTHER), []);
    add(pieces, 0, costOf(seen) + (atEnd ? COST.insertedAtEnd : COST.inserted), [seen]);
    if (own === undefined) return;
    add(pieces, 1, costOf(own), [own]);
    add(pieces, 1, costOf(seen) + COST.changed, [seen]);
    if (next !== undefined) add(pieces, 2, costOf(OTHER) + COST.two, [own, next]);
  });
  return steps;
}

/** The likeliest letter, whatever the odds are that it is none. */
function likeliest(odds: Float32Array): number {
  let best = 0;
  for (let at = 1; at < OTHER; at++) if ((odds[at] as number) > (odds[best] as number)) best = at;
  return best;
}
