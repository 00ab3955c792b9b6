import { align, type Neighbours } from './align.js';
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
/** What the network makes of dots and slashes between letters now and then. */
const MISREAD_SIGN = /^[,、。·「」『』儿几丨丿|‘’'“”"《》〈〉[\]]$/;
const LETTER_OR_SLASH = /^[a-z/:]$/i;
/** Shorter runs hold no host and no telephone number. */
const LEAST_LENGTH = 3;
/** For each letter; when the two agree less, the outlines are torn or tilted and the network knows better. */
const MOST_DOUBT = 2;
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
  for (const { start, end } of runs.reverse()) {
    const neighbours = { before: start > 0, after: end < symbols.length };
    read.splice(start, end - start, ...readAgain(even, symbols.slice(start, end), neighbours));
  }
  return read;
}

function runsIn(symbols: readonly ReadSymbol[]): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 0; at <= symbols.length; at++) {
    const symbol = symbols[at];
    if (symbol && (NUMBER_OF.has(symbol.text) || isMisreadSign(symbols, at))) continue;
    const letters = symbols.slice(start, at).filter(({ text }) => /[a-z\d]/i.test(text)).length;
    if (letters >= LEAST_LENGTH) runs.push({ start, end: at });
    start = at + 1;
  }
  return runs;
}

/** A sign between two letters that may be a dot; between digits it parts thousands. */
const isMisreadSign = (symbols: readonly ReadSymbol[], at: number): boolean =>
  MISREAD_SIGN.test(symbols[at]?.text ?? '') &&
  LETTER_OR_SLASH.test(symbols[at - 1]?.text ?? '') &&
  LETTER_OR_SLASH.test(symbols[at + 1]?.text ?? '');

function readAgain(line: Grey, run: readonly ReadSymbol[], neighbours: Neighbours): readonly ReadSymbol[] {
  const picture = columnsAround(line, run);
  const pieces = piecesOf(picture);
  const setting = settingOf(pieces);
  const odds = pieces.map((_, first) =>
    groupsFrom(pieces, first).map((group) => likelihoods(featuresOf(picture, group, setting))),
  );
  const said = run.map(({ text }) => NUMBER_OF.get(text) ?? null);
  const { letters, doubt } = align(said, odds, neighbours);
  if (doubt > MOST_DOUBT * run.length) return run;
  return letters.map(({ letter, symbol }, at) => {
    const base = run[symbol] as ReadSymbol;
    if (letter === null) return base;
    // Where one symbol turned out to be several letters, its space stands before the first at most.
    const spaced = base.spaced && said[symbol] !== null && letters[at - 1]?.symbol !== symbol;
    return { ...base, text: LETTERS[letter] as string, spaced };
  });
}

/** What of the line may hold the run: the network's boxes are a character off, and sometimes all in one place. */
function columnsAround(line: Grey, run: readonly ReadSymbol[]): Grey {
  const [left, right] = [(run[0] as ReadSymbol).left, (run.at(-1) as ReadSymbol).right];
  const reach = REACH + Math.max(0, USUAL_WIDTH * run.length - (right - left));
  const from = Math.max(0, Math.floor(left - reach));
  const to = Math.min(line.width, Math.ceil(right + reach));
  return cut(line, { left: from, top: 0, width: to - from, height: line.height });
}
