import { readFileSync } from 'node:fs';
import sharp from 'sharp';
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

export const pixelsOf = (file: string): Promise<Pixels> => decoded(`${FOLDER}/${file}`);

async function decoded(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}
