import type { Grey } from './grey.js';

/** Which pixels belong to thin marks (1) and which do not (0), row by row. */
export interface Ink {
  readonly mask: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Strokes of writing are thinner than this many pixels; bubbles, bars and avatars are not. */
const WIDEST_STROKE = 21;
/** Grey levels that a stroke differs from its ground at least. */
const FAINTEST_STROKE = 34;
/** And in parts of the strongest stroke nearby: what compression scatters around letters stays below. */
const FAINTEST_BESIDE = 0.45;

/**
 * Dark strokes thinner than WIDEST_STROKE: where the picture differs from its closing, which fills whatever a square of
 * that size does not fit into. The edges of wide surfaces stay as they are, so that bubbles, gradients and bars need no
 * thresholds of their own.
 */
export function darkInk(picture: Grey): Ink {
  const { width, height, data } = picture;
  const closed = square(square(data, width, height, false), width, height, true);
  const depth = closed.map((level, at) => level - (data[at] as number));
  const strongest = square(depth, width, height, false);
  const mask = depth.map((own, at) => (own > FAINTEST_STROKE && own > FAINTEST_BESIDE * (strongest[at] as number) ? 1 : 0));
  return { mask, width, height };
}

/** Each pixel's lightest (`darkest`: darkest) neighbour in a square of WIDEST_STROKE, rows first and columns after. */
function square(data: Uint8Array, width: number, height: number, darkest: boolean): Uint8Array {
  const rows = new Uint8Array(data.length);
  const both = new Uint8Array(data.length);
  const flip = darkest ? 255 : 0;
  const room = Math.max(width, height) + 2 * WIDEST_STROKE;
  const window: Window = { flip, forward: new Uint8Array(room), backward: new Uint8Array(room) };
  for (let row = 0; row < height; row++) slide(data, rows, row * width, 1, width, window);
  for (let column = 0; column < width; column++) slide(rows, both, column, width, height, window);
  return both;
}

const HALF = (WIDEST_STROKE - 1) / 2;

interface Window {
  /** 255 turns light and dark round, so that the darkest is found as the lightest. */
  readonly flip: number;
  /** Room for the running extremes of one row or column. */
  readonly forward: Uint8Array;
  readonly backward: Uint8Array;
}

/**
 * The extreme of each window along one row or column, three comparisons a pixel whatever the window's size: blocks of a
 * window's length, the running extreme from each block's start and from its end (van Herk, Gil and Werman).
 */
function slide(from: Uint8Array, to: Uint8Array, start: number, step: number, length: number, window: Window): void {
  const { flip, forward, backward } = window;
  const padded = Math.ceil((length + 2 * HALF) / WIDEST_STROKE) * WIDEST_STROKE;
  backward.fill(0, 0, padded);
  for (let at = 0; at < length; at++) backward[at + HALF] = (from[start + at * step] as number) ^ flip;
  for (let block = 0; block < padded; block += WIDEST_STROKE) {
    let extreme = 0;
    for (let at = block; at < block + WIDEST_STROKE; at++) {
      if ((backward[at] as number) > extreme) extreme = backward[at] as number;
      forward[at] = extreme;
    }
    extreme = 0;
    for (let at = block + WIDEST_STROKE - 1; at >= block; at--) {
      if ((backward[at] as number) > extreme) extreme = backward[at] as number;
      backward[at] = extreme;
    }
  }
  for (let at = 0; at < length; at++) {
    const [before, after] = [backward[at] as number, forward[at + WIDEST_STROKE - 1] as number];
    to[start + at * step] = (before > after ? before : after) ^ flip;
  }
}
