import type { Grey } from './grey.js';
import type { Ink } from './ink.js';
import { type Mark, marksOf } from './marks.js';
import { withoutUnderlines } from './underlines.js';

/** A piece of the line that is one letter, or part of one when letters touch. In pixels of the line's picture. */
export interface Piece {
  readonly left: number;
  /** The first column after the piece. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Grey levels of the stretched picture: darker is ink. */
const INK_BELOW = 128;
/** No letter begins so low or ends so high: that is the rest of an underline, or of the next line or the one before. */
const LOWEST_TOP = 42;
const HIGHEST_BOTTOM = 6;
const LEAST_AREA = 5;
/** Marks above each other (the dot of an i, both dots of a colon) share so much of the narrower one's columns. */
const LEAST_SHARED = 0.5;
/** Wider pieces may be two letters that touch, and are cut where a column holds little ink. */
const WIDEST_SURE = 16;
const THIN_COLUMN = 7;
const LEAST_CUT = 4;

/** Letters and parts of letters in the picture of a run, from left to right. */
export function piecesOf(picture: Grey): Piece[] {
  const ink = withoutUnderlines(inkOf(picture));
  const marks = marksOf(ink).filter(
    (mark) => mark.area >= LEAST_AREA && mark.top < LOWEST_TOP && mark.top + mark.height > HIGHEST_BOTTOM,
  );
  return stacked(marks).flatMap((mark) => cutAtThinColumns(ink, mark));
}

const inkOf = ({ data, width, height }: Grey): Ink => ({ mask: data.map((level) => (level < INK_BELOW ? 1 : 0)), width, height });

/** Marks that stand above each other become one. */
function stacked(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.left - b.left)) {
    const at = result.findIndex((other) => sharedColumns(other, mark) >= LEAST_SHARED * Math.min(other.width, mark.width));
    if (at >= 0) result[at] = bothMarks(result[at] as Mark, mark);
    else result.push(mark);
  }
  return result.sort((a, b) => a.left - b.left);
}

const sharedColumns = (a: Mark, b: Mark): number => Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);

function bothMarks(a: Mark, b: Mark): Mark {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  const height = Math.max(a.top + a.height, b.top + b.height) - top;
  return { left, top, width, height, area: a.area + b.area };
}

function cutAtThinColumns(ink: Ink, mark: Mark): Piece[] {
  const right = mark.left + mark.width;
  const cuts = mark.width > WIDEST_SURE ? thinColumns(ink, mark) : [];
  const edges = [mark.left, ...cuts, right];
  return edges.slice(1).map((end, at) => {
    const left = edges[at] as number;
    return { left, right: end, ...rowsOf(ink, left, end, mark) };
  });
}

/** The thinnest column of each stretch of columns that hold no more than a stroke's ink, away from the mark's sides. */
function thinColumns(ink: Ink, mark: Mark): number[] {
  const cuts: number[] = [];
  const right = mark.left + mark.width;
  let best = -1;
  let bestInk = THIN_COLUMN + 1;
  for (let column = mark.left + LEAST_CUT; column <= right - LEAST_CUT; column++) {
    const count = column < right - LEAST_CUT ? inkInColumn(ink, mark, column) : THIN_COLUMN + 1;
    if (count < bestInk) [best, bestInk] = [column, count];
    if (count <= THIN_COLUMN || best < 0) continue;
    if (best - (cuts.at(-1) ?? 0) >= LEAST_CUT) cuts.push(best);
    [best, bestInk] = [-1, THIN_COLUMN + 1];
  }
  return cuts;
}

function inkInColumn(ink: Ink, mark: Mark, column: number): number {
  let count = 0;
  for (let row = mark.top; row < mark.top + mark.height; row++) count += ink.mask[row * ink.width + column] as number;
  return count;
}

/** The rows that hold ink between two columns; the mark's own when there are none. */
function rowsOf(ink: Ink, left: number, right: number, mark: Mark): { top: number; bottom: number } {
  let top = -1;
  let bottom = -1;
  for (let row = mark.top; row < mark.top + mark.height; row++) {
    const start = row * ink.width;
    if (ink.mask.subarray(start + left, start + right).indexOf(1) < 0) continue;
    if (top < 0) top = row;
    bottom = row + 1;
  }
  return top < 0 ? { top: mark.top, bottom: mark.top + mark.height } : { top, bottom };
}

/** A letter is made of no more pieces than this, no wider, and broken by no wider a crack: in pixels. */
const MOST_PIECES = 5;
const WIDEST_LETTER = 44;
const WIDEST_CRACK = 1;

/** Every reading of touching pieces, from `first` on, as one letter: the piece alone, with the next, and so on. */
export function groupsFrom(pieces: readonly Piece[], first: number): Piece[] {
  const groups: Piece[] = [];
  for (let at = first; at < Math.min(pieces.length, first + MOST_PIECES); at++) {
    const piece = pieces[at] as Piece;
    const before = groups.at(-1);
    if (!before) groups.push(piece);
    else if (piece.left - before.right > WIDEST_CRACK || piece.right - before.left > WIDEST_LETTER) break;
    else {
      const top = Math.min(before.top, piece.top);
      const bottom = Math.max(before.bottom, piece.bottom);
      groups.push({ left: before.left, right: piece.right, top, bottom });
    }
  }
  return groups;
}
