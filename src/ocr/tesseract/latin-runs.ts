import { groupsFrom, type Piece, piecesOf } from './glyphs.js';
import { cut, type Grey } from './grey.js';
import { featuresOf, settingOf } from './letter-features.js';
import { LETTERS, likelihoods, OTHER } from './letter-reader.js';
import type { ReadSymbol } from './recognizer.js';

/** A stretch of Latin letters and digits among the symbols of a line: the first, and the one after the last. */
export interface LatinRun {
  readonly start: number;
  readonly end: number;
}

const NUMBER_OF = new Map<string, number>(LETTERS.slice(0, OTHER).map((letter, at) => [letter, at]));
const LEAST_LENGTH = 3;

/** Runs that hold at least three letters or digits: shorter ones say nothing that could be checked. */
export function latinRuns(symbols: readonly ReadSymbol[]): LatinRun[] {
  const runs: LatinRun[] = [];
  let start = 0;
  for (let at = 0; at <= symbols.length; at++) {
    if (at < symbols.length && NUMBER_OF.has((symbols[at] as ReadSymbol).text)) continue;
    const letters = symbols.slice(start, at).filter((symbol) => /[a-z\d]/i.test(symbol.text)).length;
    if (letters >= LEAST_LENGTH) runs.push({ start, end: at });
    start = at + 1;
  }
  return runs;
}

/** What the network's symbols and the letters' outlines cost when they do not agree: natural logarithms of odds. */
const COST = {
  /** The outline is read as another letter than the network said. */
  changed: 2.2,
  /** An outline where the network saw no letter. */
  inserted: 3.5,
  /** The same before the first or after the last letter, where Chinese begins. */
  insertedAtEnd: 7,
  /** A letter of the network without an outline of its own. */
  dropped: 3,
  /** One outline for two letters of the network: they touch and cannot be cut. */
  two: 5,
  /** A piece of ink before or after the run, for each. */
  outside: 1.5,
  /** A piece of ink that is no letter, inside the run. */
  skipped: 6,
} as const;

/** In pixels of a line's picture: a Chinese character, and a usual Latin letter. */
const REACH = 43;
const USUAL_WIDTH = 19;

interface Step {
  readonly cost: number;
  readonly from?: Step;
  /** What this step adds to the text, and the symbol that it took it from. */
  readonly text: string;
  readonly symbol?: number;
}

/**
 * Reads a run again by the outlines of its letters. The network reads well but doubles letters, loses dots and takes
 * look-alikes for each other, and its boxes are up to a character off; outlines are where they are. The cheapest way to
 * lay the network's symbols over the pieces of ink decides, so that either can correct the other. `line` is the evened picture.
 */
export function rereadRun(line: Grey, symbols: readonly ReadSymbol[], { start, end }: LatinRun): ReadSymbol[] {
  const run = symbols.slice(start, end);
  const picture = columnsAround(line, run);
  const pieces = piecesOf(picture);
  if (pieces.length === 0) return run;
  const last = cheapestWay(picture, pieces, run);
  return last ? symbolsOn(last, run) : run;
}

/** What of the line may hold the run: the network's boxes are up to a character off, and sometimes all in one place. */
function columnsAround(line: Grey, run: readonly ReadSymbol[]): Grey {
  const [left, right] = [(run[0] as ReadSymbol).left, (run.at(-1) as ReadSymbol).right];
  const reach = REACH + Math.max(0, USUAL_WIDTH * run.length - (right - left));
  const from = Math.max(0, Math.floor(left - reach));
  const to = Math.min(line.width, Math.ceil(right + reach));
  return cut(line, { left: from, top: 0, width: to - from, height: line.height });
}

function symbolsOn(last: Step, run: readonly ReadSymbol[]): ReadSymbol[] {
  const read: ReadSymbol[] = [];
  for (let step: Step | undefined = last; step; step = step.from) {
    if (step.text === '') continue;
    const base = run[Math.min(run.length - 1, step.symbol ?? 0)] as ReadSymbol;
    read.unshift({ ...base, text: step.text });
  }
  return read;
}

/** For each number of pieces taken and symbols used, the cheapest way to get there. */
function cheapestWay(picture: Grey, pieces: readonly Piece[], run: readonly ReadSymbol[]): Step | undefined {
  const width = run.length + 1;
  const best = new Array<Step | undefined>((pieces.length + 1) * width);
  best[0] = { cost: 0, text: '' };
  const offer = (taken: number, used: number, step: Step) => {
    const at = taken * width + used;
    const other = best[at];
    if (!other || step.cost < other.cost) best[at] = step;
  };
  const setting = settingOf(pieces);
  for (let taken = 0; taken <= pieces.length; taken++) {
    const groups = groupsFrom(pieces, taken).map((group) => likelihoods(featuresOf(picture, group, setting)));
    for (let used = 0; used <= run.length; used++) {
      const from = best[taken * width + used];
      if (!from) continue;
      const atEnd = used === 0 || used === run.length;
      if (used < run.length) offer(taken, used + 1, { from, cost: from.cost + COST.dropped, text: '' });
      if (taken < pieces.length) {
        offer(taken + 1, used, { from, cost: from.cost + (atEnd ? COST.outside : COST.skipped), text: '' });
      }
      groups.forEach((odds, more) => {
        const next = taken + more + 1;
        const seen = likeliest(odds);
        const seenCost = -(odds[seen] as number);
        if (used < run.length) {
          const said = NUMBER_OF.get((run[used] as ReadSymbol).text) as number;
          const agreed = -(odds[said] as number);
          offer(next, used + 1, { from, cost: from.cost + agreed, text: LETTERS[said] as string, symbol: used });
          offer(next, used + 1, {
            from,
            cost: from.cost + seenCost + COST.changed,
            text: LETTERS[seen] as string,
            symbol: used,
          });
        }
        offer(next, used, {
          from,
          cost: from.cost + seenCost + (atEnd ? COST.insertedAtEnd : COST.inserted),
          text: LETTERS[seen] as string,
          symbol: used,
        });
        if (used + 1 < run.length) {
          const text = `${(run[used] as ReadSymbol).text}${(run[used + 1] as ReadSymbol).text}`;
          offer(next, used + 2, { from, cost: from.cost + COST.two, text, symbol: used });
        }
      });
    }
  }
  return best[pieces.length * width + run.length];
}

/** The likeliest letter, whatever the odds are that it is none. */
function likeliest(odds: Float32Array): number {
  let best = 0;
  for (let at = 1; at < OTHER; at++) if ((odds[at] as number) > (odds[best] as number)) best = at;
  return best;
}
