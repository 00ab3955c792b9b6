import { align } from './align.js';
import { groupsFrom, piecesOf } from './glyphs.js';
import { cut, type Grey } from './grey.js';
import { featuresOf, settingOf } from './letter-features.js';
import { LETTERS, likelihoods, OTHER } from './letter-reader.js';
import { evened } from './line-picture.js';
import type { ReadSymbol } from './recognizer.js';

/** A stretch of Latin letters and digits among the symbols of a line: the first, and the one after the last. */
interface Run {
  readonly start: number;
  readonly end: number;
}

const NUMBER_OF = new Map<string, number>(LETTERS.slice(0, OTHER).map((letter, at) => [letter, at]));
/** Shorter runs hold no host and no telephone number. */
const LEAST_LENGTH = 3;
/** In pixels of a line's picture: a Chinese character, and a usual Latin letter. */
const REACH = 43;
const USUAL_WIDTH = 19;

/**
 * Reads Latin letters and digits of a line again by their outlines. The network reads well but doubles letters, loses
 * dots and takes look-alikes for each other, and its boxes are up to a character off; outlines are where they are.
 */
export function withOutlines(line: Grey, symbols: readonly ReadSymbol[]): ReadSymbol[] {
  const read = [...symbols];
  const runs = runsIn(symbols);
  if (runs.length === 0) return read;
  const even = evened(line);
  // From the last to the first, so that the places of earlier runs stay as they are.
  for (const { start, end } of runs.reverse()) read.splice(start, end - start, ...readAgain(even, symbols.slice(start, end)));
  return read;
}

function runsIn(symbols: readonly ReadSymbol[]): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 0; at <= symbols.length; at++) {
    const symbol = symbols[at];
    if (symbol && NUMBER_OF.has(symbol.text)) continue;
    const letters = symbols.slice(start, at).filter(({ text }) => /[a-z\d]/i.test(text)).length;
    if (letters >= LEAST_LENGTH) runs.push({ start, end: at });
    start = at + 1;
  }
  return runs;
}

function readAgain(line: Grey, run: readonly ReadSymbol[]): readonly ReadSymbol[] {
  const picture = columnsAround(line, run);
  const pieces = piecesOf(picture);
  const setting = settingOf(pieces);
  const odds = pieces.map((_, first) =>
    groupsFrom(pieces, first).map((group) => likelihoods(featuresOf(picture, group, setting))),
  );
  const letters = align(
    run.map(({ text }) => NUMBER_OF.get(text) as number),
    odds,
  );
  return letters.map(({ letter, symbol }) => ({ ...(run[symbol] as ReadSymbol), text: LETTERS[letter] as string }));
}

/** What of the line may hold the run: the network's boxes are a character off, and sometimes all in one place. */
function columnsAround(line: Grey, run: readonly ReadSymbol[]): Grey {
  const [left, right] = [(run[0] as ReadSymbol).left, (run.at(-1) as ReadSymbol).right];
  const reach = REACH + Math.max(0, USUAL_WIDTH * run.length - (right - left));
  const from = Math.max(0, Math.floor(left - reach));
  const to = Math.min(line.width, Math.ceil(right + reach));
  return cut(line, { left: from, top: 0, width: to - from, height: line.height });
}
