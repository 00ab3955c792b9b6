import sharp from 'sharp';
import type { Pixels } from './types.js';

/** Enough to see lines of writing, little enough to cost nothing. Pixels. */
const WIDTH = 360;
/** Nobody holds a camera more askew on purpose; beyond, lines of one block meet those of another. Degrees. */
const MOST = 7;
const STEP = 0.25;
/** Grey levels between two rows from which on there is an edge. */
const EDGE = 24;
/** By how much the lines of writing must stand out more when the picture is turned. */
const CLEARER = 1.15;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the picture changes from one row to the next: the upper and lower ends of writing, of bubbles and of the phone. */
async function edgesOf({ data, width, height, channels }: Pixels): Promise<Point[]> {
  const { data: grey, info } = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: WIDTH })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const edges: Point[] = [];
  for (let at = 0; at + info.width < grey.length; at += 1)
    if (Math.abs((grey[at] as number) - (grey[at + info.width] as number)) >= EDGE)
      edges.push({ x: at % info.width, y: Math.floor(at / info.width) });
  return edges;
}

/** How much the edges gather in few rows when the picture is turned back by so many degrees. */
function clarity(edges: readonly Point[], degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const { x, y } of edges) {
    const row = Math.round(y - x * slope);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}

/** How far the lines of a picture sink to the right, in degrees; 0 for one that is straight, or has no lines. */
export async function tiltOf(pixels: Pixels): Promise<number> {
  const edges = await edgesOf(pixels);
  let best = { degrees: 0, clarity: clarity(edges, 0) * CLEARER };
  for (let degrees = -MOST; degrees <= MOST; degrees += STEP) {
    const found = clarity(edges, degrees);
    if (found > best.clarity) best = { degrees, clarity: found };
  }
  return best.degrees;
}
