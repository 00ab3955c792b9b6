import { OTHER } from './letter-reader.js';

/** A letter of the result: its number in LETTERS (null: the symbol stays as it is) and the symbol that it stands for. */
export interface Aligned {
  readonly letter: number | null;
  readonly symbol: number;
}

export interface Alignment {
  readonly letters: readonly Aligned[];
  /** How badly the two agree: what the way cost without the marks outside the run. */
  readonly doubt: number;
}

/** Chinese stands before or after the run, and pieces of it may be among the outlines. */
export interface Neighbours {
  readonly before: boolean;
  readonly after: boolean;
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
  /** A mark before or after the run, for each, and at most how much more when it looks like a letter. */
  outside: 0.5,
  outsideLetter: 3.5,
  /** A sign that is no letter stays, where the outline is none. */
  kept: 1,
  /** A mark that is no letter, inside the run. */
  skipped: 6,
} as const;

/** How many pieces of ink and symbols are used up, for what, and which letters that gives. */
interface Step {
  readonly pieces: number;
  readonly symbols: number;
  readonly cost: number;
  readonly doubt: number;
  readonly letters: readonly Aligned[];
  readonly before?: Step;
}

/**
 * The cheapest way to lay what the network said over the pieces of ink. `said` are numbers in LETTERS, null for another
 * sign; `odds[i][k]` are the likelihoods of the letters for the pieces i to i + k taken as one.
 */
export function align(
  said: readonly (number | null)[],
  odds: readonly (readonly Float32Array[])[],
  neighbours: Neighbours,
): Alignment {
  const width = said.length + 1;
  const best: (Step | undefined)[] = [{ pieces: 0, symbols: 0, cost: 0, doubt: 0, letters: [] }];
  for (let place = 0; place < (odds.length + 1) * width; place++) {
    const here = best[place];
    if (!here) continue;
    for (const step of stepsFrom(here, said, odds[here.pieces] ?? [], neighbours)) {
      const at = step.pieces * width + step.symbols;
      const known = best[at];
      if (!known || step.cost < known.cost) best[at] = step;
    }
  }
  const last = best[odds.length * width + said.length];
  return { letters: lettersUpTo(last), doubt: last?.doubt ?? 0 };
}

function lettersUpTo(last: Step | undefined): Aligned[] {
  const letters: Aligned[] = [];
  for (let step = last; step; step = step.before) letters.unshift(...step.letters);
  return letters;
}

function stepsFrom(
  before: Step,
  said: readonly (number | null)[],
  groups: readonly Float32Array[],
  neighbours: Neighbours,
): Step[] {
  const symbol = before.symbols;
  const steps: Step[] = [];
  const add = (pieces: number, symbols: number, cost: number, letters: readonly (number | null)[], isOutside = false) =>
    steps.push({
      pieces: before.pieces + pieces,
      symbols: symbol + symbols,
      cost: before.cost + cost,
      doubt: before.doubt + (isOutside ? 0 : cost),
      letters: letters.map((letter, at) => ({ letter, symbol: Math.min(symbol + at, said.length - 1) })),
      before,
    });
  const [own, next] = [said[symbol], said[symbol + 1]];
  const atEnd = (symbol === 0 && neighbours.before) || (symbol === said.length && neighbours.after);
  if (own !== undefined) add(0, 1, COST.dropped, []);
  groups.forEach((odds, more) => {
    const pieces = more + 1;
    const seen = likeliest(odds);
    const costOf = (letter: number) => -(odds[letter] as number);
    const none = costOf(OTHER);
    add(pieces, 0, atEnd ? COST.outside + Math.min(COST.outsideLetter, none) : COST.skipped + none, [], atEnd);
    add(pieces, 0, costOf(seen) + (atEnd ? COST.insertedAtEnd : COST.inserted), [seen]);
    if (own === undefined) return;
    add(pieces, 1, own === null ? none + COST.kept : costOf(own), [own]);
    add(pieces, 1, costOf(seen) + COST.changed, [seen]);
    if (next !== undefined) add(pieces, 2, none + COST.two, [own, next]);
  });
  return steps;
}

/** The likeliest letter, whatever the odds are that it is none. */
function likeliest(odds: Float32Array): number {
  let best = 0;
  for (let at = 1; at < OTHER; at++) if ((odds[at] as number) > (odds[best] as number)) best = at;
  return best;
}
