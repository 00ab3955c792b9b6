import type { Box, Pixels } from '../types.js';
import { middleOf, rightOf, unionOf } from './boxes.js';
import { distanceOf, isCut } from './ground.js';
import type { Row } from './row.js';

/** Rows that stand under each other on one ground: a bubble, a card, a title with its subtitle. */
export interface Block {
  readonly rows: readonly Row[];
  readonly box: Box;
}

/** From middle to middle, in em. Lines of a bubble stand this close, two bubbles never do. */
const LINE_PITCH = 1.75;
/** A bubble may hold an empty line; wider gaps part messages even where no edge is seen. */
const WIDEST_PITCH = 3.3;
/** Levels by which grounds differ at most, for rows as close as lines and for rows further apart: a photo is darker in one corner. */
const SIMILAR_GROUND = 40;
const SAME_GROUND = 14;

/** Blocks from top to bottom. */
export function blocksOf(rows: readonly Row[], pixels: Pixels): Block[] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const above = nearestAbove(row, rows);
    const block = above && isBelow(above, row, pixels) ? blocks.findLast((candidate) => candidate.at(-1) === above) : undefined;
    if (block) block.push(row);
    else blocks.push([row]);
  }
  return blocks.map(blockOf);
}

/** Rows as a block; there has to be one. */
export const blockOf = (rows: readonly Row[]): Block => ({ rows, box: unionOf(rows.map(({ box }) => box)) });

/** The row straight above: a bubble does not go on below a time that stands between. */
function nearestAbove(row: Row, rows: readonly Row[]): Row | undefined {
  return rows.slice(0, rows.indexOf(row)).findLast(({ box }) => box.left < rightOf(row.box) && rightOf(box) > row.box.left);
}

function isBelow(upper: Row, lower: Row, pixels: Pixels): boolean {
  const em = Math.max(upper.em, lower.em);
  const pitch = middleOf(lower.box) - middleOf(upper.box);
  if (pitch < 0.5 * em || pitch > WIDEST_PITCH * em || !startTogether(upper, lower, em)) return false;
  const difference = distanceOf(upper.ground, lower.ground);
  if (pitch <= LINE_PITCH * em) return difference <= SIMILAR_GROUND;
  return difference <= SAME_GROUND && !isCut(pixels, marginBeside(upper, lower));
}

/** Rows of a bubble begin at one margin; a bracket at the head of a line leaves half its place empty. */
const startTogether = (upper: Row, lower: Row, em: number): boolean => Math.abs(upper.box.left - lower.box.left) <= 1.1 * em;

/** The empty strip of a bubble left of its writing. */
function marginBeside(upper: Row, lower: Row): Box {
  const left = Math.min(upper.box.left, lower.box.left);
  const em = Math.min(upper.em, lower.em);
  const start = Math.max(0, left - 0.5 * em);
  const top = middleOf(upper.box);
  return { left: start, top, width: Math.max(0, left - 0.15 * em - start), height: middleOf(lower.box) - top };
}
