import type { Box } from '../types.js';
import { type Grey, negative, resized } from './grey.js';
import { darkInk, type Ink } from './ink.js';
import { covered, linesOf, type MarkLine } from './lines.js';
import { marksOf } from './marks.js';

/** A line of writing in the picture, in pixels of the picture. */
export interface FoundLine extends Box {
  readonly lightOnDark: boolean;
}

/** A phone's screen at this width shows body text 20 to 40 pixels high, whatever its own resolution is. */
const WORKING_WIDTH = 720;
/** A bare bubble is narrower than a screen but not less sharp: enlarged further it would only cost time. */
const LARGEST_SCALE = 1.5;
/** Pixels at the working size: a screenshot of ten screens. Longer ones are looked at more coarsely. */
const MOST_PIXELS = 12_000_000;
/** More lines than any conversation shows: the small ones of a photograph's leaves and tiles are left out. */
const MOST_LINES = 200;
/** Grey levels that a line's ink differs at least from the ground around the line. */
const LEAST_CONTRAST = 34;

/** Where lines of writing stand, from top to bottom. */
export async function findLines(picture: Grey): Promise<FoundLine[]> {
  const scale = workingScale(picture);
  const size = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  const small = await resized(picture, size(picture.width), size(picture.height));
  const dark = linesIn(small).map((line) => ({ ...line, lightOnDark: false }));
  const light = linesIn(negative(small)).map((line) => ({ ...line, lightOnDark: true }));
  const lines = largest([...withoutHoles(dark, light), ...withoutHoles(light, dark)]);
  return inReadingOrder(lines).map((line) => enlarged(line, scale));
}

const workingScale = ({ width, height }: Grey): number =>
  Math.min(WORKING_WIDTH / width, LARGEST_SCALE, Math.sqrt(MOST_PIXELS / (width * height)));

const largest = <L extends Box>(lines: readonly L[]): L[] =>
  [...lines].sort((a, b) => b.width * b.height - a.width * a.height).slice(0, MOST_LINES);

/** From top to bottom, and lines that share more than half of their rows from left to right. */
function inReadingOrder<L extends Box>(lines: readonly L[]): L[] {
  const rows: L[][] = [];
  for (const line of [...lines].sort((a, b) => a.top + a.height / 2 - (b.top + b.height / 2))) {
    const row = rows.at(-1);
    if (row && isBeside(row[0] as L, line)) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left));
}

function isBeside(a: Box, b: Box): boolean {
  const shared = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return shared > 0.5 * Math.min(a.height, b.height);
}

/** Without the holes of letters, which look like small writing of the other kind. */
const withoutHoles = <L extends Box>(lines: readonly L[], others: readonly Box[]): L[] =>
  lines.filter((line) => !others.some((other) => other.height > line.height && covered(line, other) > 0.5));

function linesIn(small: Grey): MarkLine[] {
  const ink = darkInk(small);
  return linesOf(marksOf(ink)).filter((line) => isDarkerThanAround(small, ink, line));
}

/**
 * Between light strokes the ground itself looks like dark strokes. Real ones are darker than the frame around the line,
 * which is ground for either kind.
 */
function isDarkerThanAround(small: Grey, ink: Ink, line: MarkLine): boolean {
  const edge = Math.max(2, Math.round(line.height * 0.12));
  const frame: number[] = [];
  let sum = 0;
  let count = 0;
  for (let row = Math.max(0, line.top - edge); row < Math.min(small.height, line.top + line.height + edge); row++) {
    for (let column = Math.max(0, line.left - edge); column < Math.min(small.width, line.left + line.width + edge); column++) {
      const at = row * small.width + column;
      const inside = row >= line.top && row < line.top + line.height && column >= line.left && column < line.left + line.width;
      if (!inside) frame.push(small.data[at] as number);
      else if (ink.mask[at] === 1) {
        sum += small.data[at] as number;
        count++;
      }
    }
  }
  const ground = frame.sort((a, b) => a - b)[Math.floor(frame.length / 2)] ?? 0;
  return ground - sum / Math.max(1, count) >= LEAST_CONTRAST;
}

function enlarged({ left, top, width, height, lightOnDark }: MarkLine & { lightOnDark: boolean }, scale: number): FoundLine {
  return { left: left / scale, top: top / scale, width: width / scale, height: height / scale, lightOnDark };
}
