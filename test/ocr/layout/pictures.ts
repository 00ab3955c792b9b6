import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Pixels, ReadLine } from '../../../src/ocr/types.js';
import type { TrueLine } from '../render/scene.js';
import type { Truth } from '../render/truth.js';

const FOLDER = new URL('../pictures/', import.meta.url);

/** What is known of the committed pictures. */
export const TRUTHS: readonly Truth[] = JSON.parse(readFileSync(new URL('truth.json', FOLDER), 'utf8'));

export async function pixelsOf({ file }: Pick<Truth, 'file'>): Promise<Pixels> {
  const { data, info } = await sharp(readFileSync(new URL(file, FOLDER)))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

/** The lines of a picture as an engine without faults would read them. */
export const readPerfectly = (lines: readonly TrueLine[]): ReadLine[] =>
  lines.map(({ text, box }) => ({ text, box, confidence: 0.95 }));

/** A picture of one colour. */
export function plain(width: number, height: number, grey = 255): Pixels {
  return { data: new Uint8Array(width * height).fill(grey), width, height, channels: 1 };
}

/** A line of writing at a place, `size` pixels high, as wide as its words are. */
export function line(text: string, left: number, top: number, size: number): ReadLine {
  const width = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? size : size * 0.54), 0);
  return { text, box: { left, top, width, height: size }, confidence: 0.95 };
}
