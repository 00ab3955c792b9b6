import type { ReadLine } from '../types.js';

/** Rows of a tall picture that are read together, the first and behind the last. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** Rows of one band: memory and time grow with them. */
const HEIGHT = 1_800;
/** Rows that neighbours share, so that each line stands whole in one of them; twice the height of large writing. */
const SHARED = 160;

/** A picture of this height in bands; one for a single screen. */
export function bandsOf(height: number): Band[] {
  const count = Math.max(1, Math.ceil((height - SHARED) / (HEIGHT - SHARED)));
  const step = (height - SHARED) / count;
  return Array.from({ length: count }, (_, at) => ({
    from: Math.round(at * step),
    to: Math.min(height, Math.round((at + 1) * step) + SHARED),
  }));
}

/** The lines that a band is to say, its rows counted from the top of the picture: of what two bands share, each says half. */
export function linesOfBand(lines: readonly ReadLine[], { from, to }: Band, height: number): ReadLine[] {
  const first = from === 0 ? 0 : from + SHARED / 2;
  const last = to === height ? height : to - SHARED / 2;
  return lines
    .map((line) => ({ ...line, box: { ...line.box, top: line.box.top + from } }))
    .filter(({ box }) => box.top + box.height / 2 >= first && box.top + box.height / 2 < last);
}
