import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import type { Box, Pixels } from '../../../src/ocr/types.js';

const FOLDER = 'test/ocr/pictures';

export interface TrueLine {
  readonly text: string;
  readonly box: Box;
  /** The message that the line belongs to; null: what the phone shows around messages. */
  readonly part: number | null;
}

/** What is written in one of the drawn screenshots, line by line. */
export function writtenIn(file: string): readonly TrueLine[] {
  const truths = JSON.parse(readFileSync(`${FOLDER}/truth.json`, 'utf8')) as { file: string; lines: TrueLine[] }[];
  return truths.find((truth) => truth.file === file)?.lines ?? [];
}

export const pixelsOf = (file: string): Promise<Pixels> => decoded(sharp(`${FOLDER}/${file}`));

/** A drawing in SVG as pixels. */
export const drawn = (svg: string): Promise<Pixels> => decoded(sharp(Buffer.from(svg)).flatten({ background: 'white' }));

async function decoded(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}
