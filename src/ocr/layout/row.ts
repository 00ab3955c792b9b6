import type { Box, Pixels, ReadLine } from '../types.js';
import { bottomOf, rightOf, unionOf } from './boxes.js';
import { type Colour, groundOf } from './ground.js';

/** What an engine read in one piece. */
type Words = Pick<ReadLine, 'text' | 'box'>;

/** A line of the screen: what an engine read in pieces that stand beside each other is one row. */
export interface Row {
  readonly text: string;
  readonly box: Box;
  /** Width of a Chinese character, in pixels: boxes of engines differ in height, not in width. */
  readonly em: number;
  /** What colour it is written on. */
  readonly ground: Colour;
}

/** Widths in em. Digits and Latin letters of phone fonts are a little wider than half a Chinese character. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]/;
const NARROW_WIDTH = 0.54;

/** How wide the words are in characters of Chinese. */
export function widthInEm(text: string): number {
  let width = 0;
  for (const sign of text) width += WIDE.test(sign) ? 1 : NARROW_WIDTH;
  return width;
}

/** An engine's box around Latin writing is about this high, in em. */
const LATIN_HEIGHT = 0.95;

function emOf({ text, box }: Words): number {
  const byWidth = box.width / Math.max(NARROW_WIDTH, widthInEm(text));
  const wide = [...text].filter((sign) => WIDE.test(sign)).length;
  return wide >= 2 ? byWidth : (byWidth + box.height / LATIN_HEIGHT) / 2;
}

/** In parts of the lower one's height: how far pieces of a row overlap at least. In parts of the height: how far they stand apart at most. */
const LEAST_OVERLAP = 0.5;
const WIDEST_GAP = 2;

/** Around writing there is one ground; around what was read into a QR code or a picture there is a part of it. */
const LEAST_GROUND = 0.62;
/** A few letters have to stand on clear ground: the corners of a QR code are read as such. */
const MOST_GROUND = 0.85;
const FEW_LETTERS = 6;

/** A long screenshot has a few hundred; what compares each with each must not grow without end. */
const MOST_LINES = 800;

/** Rows from top to bottom, without the specks that an engine found inside a line. */
export function rowsOf(lines: readonly ReadLine[], pixels: Pixels): Row[] {
  const found = lines.slice(0, MOST_LINES);
  const lowest = LOWEST * usual(found, ({ box }) => box.height);
  const written = found.filter(
    (line) => line.text.trim() !== '' && line.box.height >= lowest && !found.some((other) => isSpeckOf(line, other)),
  );
  const rows: Words[] = [];
  for (const line of [...written].sort((a, b) => a.box.left - b.box.left)) {
    const at = rows.findLastIndex((row) => continues(row, line));
    if (at < 0) rows.push(line);
    else rows[at] = joined(rows[at] as Words, line);
  }
  return rows
    .map((line) => ({ line, ground: groundOf(pixels, line.box) }))
    .filter(({ line, ground }) => ground.share >= (line.text.length <= FEW_LETTERS ? MOST_GROUND : LEAST_GROUND))
    .map(({ line, ground }) => ({ text: line.text.trim(), box: line.box, em: emOf(line), ground: ground.colour }))
    .sort((a, b) => a.box.top + a.box.height / 2 - (b.box.top + b.box.height / 2));
}

/** In usual heights: the smallest digits of a phone are higher beside its largest writing. */
const LOWEST = 0.4;

/** What most letters have: the value of the line that the middle one of all letters stands in; 0 when there are none. */
export function usual<T extends { readonly text: string }>(lines: readonly T[], value: (line: T) => number): number {
  const values = lines.flatMap((line) => Array.from(line.text, () => value(line))).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

/** In heights of the line beside it: how close a speck is to writing at most. */
const SPECK_DISTANCE = 0.3;

/** A hole of a letter, a stroke or an underline that was read as a line of its own: far smaller than the writing that it touches. */
function isSpeckOf({ box }: Words, { box: other }: Words): boolean {
  if (box.height * 2 < other.height && isInside(box, other)) return true;
  if (box.width * box.height * 8 > other.width * other.height) return false;
  const near = SPECK_DISTANCE * other.height;
  const touches = overlapOf(box, other) > -near && box.left < rightOf(other) + near && rightOf(box) > other.left - near;
  return isInside(box, other) || (box.height * 2 < other.height && touches);
}

const isInside = (box: Box, other: Box): boolean =>
  overlapOf(box, other) > 0.6 * box.height && box.left >= other.left && rightOf(box) <= rightOf(other);

const overlapOf = (a: Box, b: Box): number => Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.top, b.top);

function continues(row: Words, line: Words): boolean {
  const height = Math.max(row.box.height, line.box.height);
  const gap = line.box.left - rightOf(row.box);
  return (
    overlapOf(row.box, line.box) >= LEAST_OVERLAP * Math.min(row.box.height, line.box.height) &&
    Math.min(row.box.height, line.box.height) > 0.45 * height &&
    gap <= WIDEST_GAP * height
  );
}

const joined = (row: Words, line: Words): Words => ({ text: `${row.text} ${line.text}`, box: unionOf([row.box, line.box]) });
