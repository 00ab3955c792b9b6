import type { Pixels } from './types.js';

/** Degrees by which a hand-held camera is turned at most; more is meant. */
const MOST = 7;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;
/** Columns that are looked at: lines of writing show at this size. */
const COLUMNS = 480;
/** Grey levels between a pixel and the one below it that make an edge. */
const EDGE = 24;
/** How much sharper the lines have to become, so that no upright picture is turned. */
const LEAST_GAIN = 1.12;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * How far the lines of a picture are turned, in degrees clockwise; 0 when they are level or when there are none. Turned back
 * by it, the upper and lower edges of writing, bubbles and bars fall into few rows.
 */
export function tiltOf(pixels: Pixels): number {
  const points = edgesOf(pixels);
  if (points.length === 0) return 0;
  const level = sharpness(points, 0);
  const coarse = best(points, anglesAround(0, MOST, COARSE_STEP));
  const fine = best(points, anglesAround(coarse, COARSE_STEP, FINE_STEP));
  return sharpness(points, fine) >= LEAST_GAIN * level ? Math.round(fine * 10) / 10 : 0;
}

function anglesAround(middle: number, reach: number, step: number): number[] {
  const count = Math.round(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, at) => middle + (at - count) * step);
}

const best = (points: readonly Point[], angles: readonly number[]): number =>
  angles.map((angle) => ({ angle, sharpness: sharpness(points, angle) })).reduce((a, b) => (b.sharpness > a.sharpness ? b : a))
    .angle;

/** Where it becomes lighter or darker from one row to the next. */
function edgesOf({ data, width, height, channels }: Pixels): Point[] {
  const step = Math.max(1, Math.floor(width / COLUMNS));
  const grey = (x: number, y: number): number => {
    const at = (y * width + x) * channels;
    return channels === 1 ? (data[at] ?? 0) : ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
  };
  const points: Point[] = [];
  for (let y = 0; y + step < height; y += step)
    for (let x = 0; x < width; x += step)
      if (Math.abs(grey(x, y + step) - grey(x, y)) >= EDGE) points.push({ x: x / step, y: y / step });
  return points;
}

/** Sum of the squares of what falls into each row: the fewer rows hold the edges, the larger it is. */
function sharpness(points: readonly Point[], degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const { x, y } of points) {
    const row = Math.round(y - x * slope);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return [...rows.values()].reduce((sum, count) => sum + count * count, 0);
}
