import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type LetterNetwork, likelihoods, packed } from '../../../src/ocr/tesseract/letter-reader.js';
import { Random } from '../render/random.js';
import { drawPages } from './draw-pages.js';
import { type Sample, samplesOf } from './samples.js';
import { trainNetwork } from './train-network.js';

/*
 * tsx test/ocr/letters/train.ts --fonts DIR [--unseen DIR] [--pages 400] [--epochs 8] [--seed 1] [--out FILE]
 *
 * Draws pages of letters in the fonts of DIR (sans serif faces that phones use or resemble), cuts them as the reader does
 * and trains the network that tells them apart. After each epoch it says how many letters of pages in the fonts of the
 * other folder, which it never learns from, are told right. Takes about half an hour.
 */

const { values } = parseArgs({
  options: {
    fonts: { type: 'string' },
    unseen: { type: 'string' },
    pages: { type: 'string', default: '400' },
    epochs: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'src/ocr/tesseract/letter-weights.ts' },
  },
});
if (values.fonts === undefined) throw new Error('write --fonts DIR: a folder of font files');

async function samplesFrom(pages: number, folder: string, random: Random): Promise<Sample[]> {
  const samples: Sample[] = [];
  for await (const page of drawPages(pages, folder, random)) samples.push(...(await samplesOf(page)));
  return samples;
}

function shareRight(samples: readonly Sample[], network: LetterNetwork): string {
  const right = samples.filter(({ features, letter }) => {
    const odds = likelihoods(features, network);
    return odds.indexOf(Math.max(...odds)) === letter;
  });
  return `${((100 * right.length) / Math.max(1, samples.length)).toFixed(1)} %`;
}

const random = new Random(Number(values.seed));
const unseen = values.unseen === undefined ? [] : await samplesFrom(Math.ceil(Number(values.pages) / 10), values.unseen, random);
const samples = await samplesFrom(Number(values.pages), values.fonts, random);
console.log(`${samples.length} pieces`);
const network = trainNetwork(samples, Number(values.epochs), random, (epoch, now) =>
  console.log(`epoch ${epoch + 1}: ${shareRight(unseen, now)} of ${unseen.length} unseen pieces right`),
);
const source = `/** The trained numbers of letter-reader.ts, written by test/ocr/letters/train.ts. */
export const LETTER_WEIGHTS =
  '${packed(network)}';
`;
writeFileSync(values.out, source);
