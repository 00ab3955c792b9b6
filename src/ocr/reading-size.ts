import type { Unread } from './picture-format.js';

/** What is enough for the writing of a whole screen; more only takes longer. Pixels. */
const ENOUGH = 6_000_000;
/** The width below which a phone's writing gets too small; of a tall picture, such as several screens in one. */
const NARROWEST = 720;
/** Nothing that is as thin as this can be read. Pixels. */
const THINNEST = 24;
/** A dozen screens in one picture: with more, reading takes longer than anybody waits. Pixels. */
const MOST = 14_000_000;
/** In parts of the shorter side: the longest picture that is no mere strip. */
const LONGEST = 24;

const isStrip = ({ width, height }: Size): boolean => Math.max(width, height) > LONGEST * Math.min(width, height);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture is read, its sides in proportion, or why it is not read at all. */
export function readingSize({ width, height }: Size): Size | Extract<Unread, 'no_text' | 'too_large'> {
  const least = Math.min(width, height);
  if (least < THINNEST) return 'no_text';
  const shrunk = Math.min(1, Math.max(Math.sqrt(ENOUGH / (width * height)), NARROWEST / least));
  const scale = least < NARROWEST ? Math.min(2, NARROWEST / least) : shrunk;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return size.width * size.height > MOST || isStrip(size) ? 'too_large' : size;
}
