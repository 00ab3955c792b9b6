import type { Ink } from './ink.js';

/** In pixels of a picture 48 high. No stroke is so long; underlines are, and stand in the lowest rows. */
const LONGEST_STROKE = 41;
const THICKEST_UNDERLINE = 5;
const HIGHEST_UNDERLINE = 35;

/** The ink of a line's picture without what underlines a link; letters that reach through the underline stay whole. */
export function withoutUnderlines(ink: Ink): Ink {
  const mask = Uint8Array.from(ink.mask);
  for (let row = HIGHEST_UNDERLINE; row < ink.height; row++) {
    if (longestRun(ink, row) > LONGEST_STROKE) eraseThinInk(ink, mask, row);
  }
  return { ...ink, mask };
}

function longestRun({ mask, width }: Ink, row: number): number {
  let longest = 0;
  let length = 0;
  for (let at = row * width; at < (row + 1) * width; at++) {
    length = mask[at] === 1 ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** Ink of the row and its neighbours that is no higher than an underline: letters that reach through it stay. */
function eraseThinInk({ mask: ink, width, height }: Ink, mask: Uint8Array, row: number): void {
  for (let column = 0; column < width; column++) {
    if (ink[row * width + column] !== 1) continue;
    let [top, bottom] = [row, row + 1];
    while (top > 0 && ink[(top - 1) * width + column] === 1) top--;
    while (bottom < height && ink[bottom * width + column] === 1) bottom++;
    if (bottom - top > THICKEST_UNDERLINE) continue;
    for (let at = top; at < bottom; at++) mask[at * width + column] = 0;
  }
}
