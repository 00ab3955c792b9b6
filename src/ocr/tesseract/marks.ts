import type { Box } from '../types.js';
import type { Ink } from './ink.js';

/** A connected piece of ink. */
export interface Mark extends Box {
  /** Pixels of ink. */
  readonly area: number;
}

interface Run {
  readonly row: number;
  readonly from: number;
  /** The first pixel after the run. */
  readonly to: number;
  parent: number;
}

/** The connected pieces of ink, diagonal neighbours included, in the order of their first rows. */
export function marksOf(ink: Ink): Mark[] {
  const runs = runsOf(ink);
  joinNeighbours(runs);
  const marks = new Map<number, { left: number; top: number; right: number; bottom: number; area: number }>();
  runs.forEach((run, index) => {
    const root = rootOf(runs, index);
    const mark = marks.get(root);
    if (!mark) {
      marks.set(root, { left: run.from, top: run.row, right: run.to, bottom: run.row + 1, area: run.to - run.from });
      return;
    }
    mark.left = Math.min(mark.left, run.from);
    mark.right = Math.max(mark.right, run.to);
    mark.bottom = run.row + 1;
    mark.area += run.to - run.from;
  });
  return [...marks.values()].map(({ left, top, right, bottom, area }) => ({
    left,
    top,
    width: right - left,
    height: bottom - top,
    area,
  }));
}

function runsOf({ mask, width }: Ink): Run[] {
  const runs: Run[] = [];
  for (let at = mask.indexOf(1); at >= 0; ) {
    const row = Math.floor(at / width);
    const rowEnd = (row + 1) * width;
    let end = at + 1;
    while (end < rowEnd && mask[end] === 1) end++;
    runs.push({ row, from: at - row * width, to: end - row * width, parent: runs.length });
    at = mask.indexOf(1, end);
  }
  return runs;
}

/** Both lists of runs are in order, so that one walk over a row and the row above it meets every touching pair. */
function joinNeighbours(runs: Run[]): void {
  let above = 0;
  runs.forEach((run, index) => {
    let other = runs[above];
    while (other && (other.row < run.row - 1 || (other.row === run.row - 1 && other.to < run.from))) other = runs[++above];
    for (let at = above; other && other.row === run.row - 1 && other.from <= run.to; other = runs[++at]) {
      const [a, b] = [rootOf(runs, index), rootOf(runs, at)];
      if (a !== b) (runs[Math.max(a, b)] as Run).parent = Math.min(a, b);
    }
  });
}

function rootOf(runs: Run[], index: number): number {
  let root = index;
  while ((runs[root] as Run).parent !== root) root = (runs[root] as Run).parent;
  // Shortens the way for the next who asks.
  (runs[index] as Run).parent = root;
  return root;
}
