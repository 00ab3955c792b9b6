import type { Box, Pixels } from '../types.js';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** Colours are counted in steps this wide, which swallows the noise of compression. */
const STEP = 16;
/** Pixels that are looked at in one direction; more tell nothing new. */
const SAMPLES = 60;

function pixelAt({ data, width, height, channels }: Pixels, x: number, y: number): Colour {
  const column = Math.min(width - 1, Math.max(0, Math.round(x)));
  const row = Math.min(height - 1, Math.max(0, Math.round(y)));
  const at = (row * width + column) * channels;
  const first = data[at] ?? 0;
  return channels === 1 ? [first, first, first] : [first, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

/** What writing stands on. */
export interface Ground {
  readonly colour: Colour;
  /** How much of the frame around the writing has that colour, from 0 to 1. */
  readonly share: number;
}

/** In heights of the box: how far outside of it the ground is looked at. An underline may spoil one of the frames. */
const FRAMES = [0.14, 0.27];
/** Levels by which one ground varies in a photo. */
const GRAIN = 26;

/** The ground of a box: bold writing fills most of a tight box, so that it is looked for around it. */
export function groundOf(pixels: Pixels, box: Box): Ground {
  const frames = FRAMES.map((edge) => [...frameOf(box, edge * box.height)].map(([x, y]) => pixelAt(pixels, x, y)));
  const colour = mostFrequent(frames.flat());
  const shares = frames.map((frame) => frame.filter((pixel) => distanceOf(pixel, colour) <= GRAIN).length / frame.length);
  return { colour, share: Math.max(...shares) };
}

function mostFrequent(colours: readonly Colour[]): Colour {
  const counted = new Map<string, { readonly sum: [number, number, number]; count: number }>();
  for (const colour of colours) {
    const key = colour.map((part) => Math.round(part / STEP)).join();
    const bin = counted.get(key) ?? { sum: [0, 0, 0], count: 0 };
    for (const part of [0, 1, 2] as const) bin.sum[part] += colour[part];
    bin.count += 1;
    counted.set(key, bin);
  }
  const { sum, count } = [...counted.values()].reduce((a, b) => (b.count > a.count ? b : a));
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function* frameOf({ left, top, width, height }: Box, edge: number): Generator<readonly [x: number, y: number]> {
  for (let at = 0; at <= SAMPLES; at += 1) {
    const x = left + (width * at) / SAMPLES;
    yield [x, top - edge];
    yield [x, top + height + edge];
  }
  for (let at = 0; at <= SAMPLES / 4; at += 1) {
    const y = top + (height * at * 4) / SAMPLES;
    yield [left - edge, y];
    yield [left + width + edge, y];
  }
}

/** How far two colours are apart: the largest difference of a part. */
export function distanceOf(a: Colour, b: Colour): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
}

/** 0 for grey; green, blue and other coloured bubbles are far above 20. */
export const colourfulness = (colour: Colour): number => Math.max(...colour) - Math.min(...colour);

/** Levels by which the edge of a bubble differs at least from the bubble. */
const LEAST_EDGE = 9;

/**
 * Whether an edge runs across a strip that is empty of writing: the ground at its upper end changes on the way down.
 * Each row of the strip counts as one, so that grain and stripes of a photo even out.
 */
export function isCut(pixels: Pixels, strip: Box): boolean {
  if (strip.width < 2 || strip.height < 3) return false;
  const rows = Array.from({ length: Math.ceil(strip.height) }, (_, row) => meanOf(pixels, strip, strip.top + row));
  const [first] = rows;
  return first !== undefined && rows.some((row, at) => at > 0 && distanceOf(row, first) >= LEAST_EDGE);
}

function meanOf(pixels: Pixels, { left, width }: Box, y: number): Colour {
  const sum: [number, number, number] = [0, 0, 0];
  const count = Math.max(1, Math.min(SAMPLES, Math.floor(width)));
  for (let at = 0; at < count; at += 1) {
    const colour = pixelAt(pixels, left + (width * at) / count, y);
    for (const part of [0, 1, 2] as const) sum[part] += colour[part] / count;
  }
  return sum;
}
