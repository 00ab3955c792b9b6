import type { Box } from '../types.js';
import type { Mark } from './marks.js';

/** Marks that stand beside each other as one line of writing. */
export interface MarkLine extends Box {
  /** The rows that most of the ink lies between; brackets and underlines reach beyond. */
  readonly band: { readonly top: number; readonly bottom: number; readonly weight: number };
}

/** In parts of the higher of two marks: the widest gap between neighbours of a line. A wide comma leaves most of a character empty. */
const WIDEST_GAP = 1.3;
/** In parts of the lower of two: how far the rows of neighbours overlap at least. */
const LEAST_OVERLAP = 0.5;
/** A piece of writing of which so much lies in the box of a line belongs to that line. */
const LEAST_COVERED = 0.6;
/** In parts of the usual height of a picture's lines: the halves of a character are together no higher. */
const HIGHEST_WHOLE = 1.3;
/** In pixels of the working size: smaller marks are noise, higher ones pictures, lines lower than this unreadable. */
const LEAST_AREA = 4;
const HIGHEST_MARK = 120;
const LOWEST_LINE = 8;
/** A page full of Chinese has fewer; a picture of noise has more, and gathering them would take minutes. */
const MOST_MARKS = 20_000;

/** Marks gathered to lines, from top to bottom. */
export function linesOf(marks: readonly Mark[]): MarkLine[] {
  let lines = likelyMarks(marks).map(lineOfOne);
  // Each round makes lines higher and wider, which brings the next small piece (a dot, a comma) into reach.
  for (let before = -1; before !== lines.length; ) {
    before = lines.length;
    lines = joinOnce(lines);
  }
  return wholeCharacters(absorbed(lines))
    .filter((line) => line.height >= LOWEST_LINE)
    .sort((a, b) => a.top - b.top);
}

const lineOfOne = (mark: Mark): MarkLine => ({
  ...mark,
  band: { top: mark.top, bottom: mark.top + mark.height, weight: mark.width * mark.height },
});

/** What may be a letter or a part of one. */
const likelyMarks = (marks: readonly Mark[]): Mark[] =>
  marks
    .filter((mark) => mark.area >= LEAST_AREA && mark.height <= HIGHEST_MARK && !isRule(mark) && !isSurface(mark))
    .sort((a, b) => b.area - a.area)
    .slice(0, MOST_MARKS);

/** A drawn line: the border of a bar or the underline of a link, or the side of a card, higher than the strokes of a text. */
const isRule = ({ width, height }: Box): boolean => (width > 12 * height && width > 24) || (height > 6 * width && height > 48);

/** In parts of its box, and in pixels of the working size: characters of that size are made of strokes and leave more empty. */
const FULLEST_CHARACTER = 0.7;
const SMALLEST_SURFACE = { width: 17, height: 30 };

/** A filled surface: a round picture beside a sender, the edge of a card. As part of a line it would make that far too high. */
const isSurface = ({ width, height, area }: Mark): boolean =>
  width > SMALLEST_SURFACE.width && height > SMALLEST_SURFACE.height && area > FULLEST_CHARACTER * width * height;

function joinOnce(lines: readonly MarkLine[]): MarkLine[] {
  const fromLeft = [...lines].sort((a, b) => a.left - b.left);
  const open: MarkLine[] = [];
  const done: MarkLine[] = [];
  for (const line of fromLeft) {
    const at = open.findIndex((other) => areNeighbours(other, line));
    if (at >= 0) open[at] = joined(open[at] as MarkLine, line);
    else open.push(line);
    for (let index = open.length - 1; index >= 0; index--) {
      const other = open[index] as MarkLine;
      if (line.left - (other.left + other.width) > WIDEST_GAP * HIGHEST_MARK) done.push(...open.splice(index, 1));
    }
  }
  return [...done, ...open];
}

/** Tops of characters that found each other before they found their line are given to the line that they lie in. */
function absorbed(lines: readonly MarkLine[]): MarkLine[] {
  const kept: MarkLine[] = [];
  for (const line of [...lines].sort((a, b) => b.height - a.height)) {
    const at = kept.findIndex((other) => covered(line, other) >= LEAST_COVERED);
    if (at >= 0) kept[at] = joined(kept[at] as MarkLine, line);
    else kept.push(line);
  }
  return kept;
}

/**
 * A line of one or two characters may have no mark as high as a character, so that their upper and lower halves are two
 * lines that touch. Together they are as high as the other lines of the picture; two real lines never touch.
 */
function wholeCharacters(lines: readonly MarkLine[]): MarkLine[] {
  const usual = lines.map((line) => line.height).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  const kept: MarkLine[] = [];
  for (const line of [...lines].sort((a, b) => a.top - b.top)) {
    const at = kept.findIndex((upper) => areHalves(upper, line, HIGHEST_WHOLE * usual));
    if (at >= 0) kept[at] = joined(kept[at] as MarkLine, line);
    else kept.push(line);
  }
  return kept;
}

function areHalves(upper: Box, lower: Box, highest: number): boolean {
  const shared = Math.min(upper.left + upper.width, lower.left + lower.width) - Math.max(upper.left, lower.left);
  const touch = lower.top <= upper.top + upper.height + 1;
  const isWhole = lower.top + lower.height - upper.top <= highest;
  return touch && isWhole && shared >= LEAST_COVERED * Math.min(upper.width, lower.width);
}

/** How much of the inner box lies in the outer one, 0 to 1. */
export function covered(inner: Box, outer: Box): number {
  const width = Math.min(inner.left + inner.width, outer.left + outer.width) - Math.max(inner.left, outer.left);
  const height = Math.min(inner.top + inner.height, outer.top + outer.height) - Math.max(inner.top, outer.top);
  return (Math.max(0, width) * Math.max(0, height)) / (inner.width * inner.height);
}

function areNeighbours(a: MarkLine, b: MarkLine): boolean {
  const overlap = Math.min(a.band.bottom, b.band.bottom) - Math.max(a.band.top, b.band.top);
  const [heightOfA, heightOfB] = [a.band.bottom - a.band.top, b.band.bottom - b.band.top];
  if (overlap < LEAST_OVERLAP * Math.min(heightOfA, heightOfB)) return false;
  const gap = Math.max(a.left, b.left) - Math.min(a.left + a.width, b.left + b.width);
  return gap <= WIDEST_GAP * Math.max(heightOfA, heightOfB);
}

function joined(a: MarkLine, b: MarkLine): MarkLine {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const right = Math.max(a.left + a.width, b.left + b.width);
  const bottom = Math.max(a.top + a.height, b.top + b.height);
  const weight = a.band.weight + b.band.weight;
  const mean = (ofA: number, ofB: number) => (ofA * a.band.weight + ofB * b.band.weight) / weight;
  const band = { top: mean(a.band.top, b.band.top), bottom: mean(a.band.bottom, b.band.bottom), weight };
  return { left, top, width: right - left, height: bottom - top, band };
}
