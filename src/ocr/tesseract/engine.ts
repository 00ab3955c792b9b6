import type { Pixels, ReadLine, TextEngine } from '../types.js';
import { type FoundLine, findLines } from './find-lines.js';
import { type Grey, greyOf } from './grey.js';
import { withOutlines } from './latin-runs.js';
import { linePicture } from './line-picture.js';
import { prepareModel } from './model.js';
import { openRecognizer, type ReadSymbol, type Recognizer } from './recognizer.js';

export interface TesseractOptions {
  /** Where prepared models are written at first use (3 MB) and read at every start. Made when missing. */
  readonly modelFolder: string;
}

/** The engine that works everywhere: no native code of its own, no download. Reads one picture after the other. */
export async function createTesseractEngine({ modelFolder }: TesseractOptions): Promise<TextEngine> {
  await prepareModel('chi_sim', modelFolder);
  const recognizer = await openRecognizer('chi_sim', modelFolder);
  return {
    name: 'tesseract',
    readLines: (pixels) => readLines(pixels, recognizer),
    close: () => recognizer.close(),
  };
}

async function readLines(pixels: Pixels, recognizer: Recognizer): Promise<ReadLine[]> {
  const picture = await greyOf(pixels);
  const lines: ReadLine[] = [];
  for (const found of await findLines(picture)) {
    const line = await readLine(picture, found, recognizer);
    if (line.text !== '') lines.push(line);
  }
  return lines;
}

async function readLine(picture: Grey, found: FoundLine, recognizer: Recognizer): Promise<ReadLine> {
  const line = await linePicture(picture, found);
  const symbols = withOutlines(line, await recognizer.readLine(line));
  const { left, top, width, height } = found;
  return { text: textOf(symbols), box: { left, top, width, height }, confidence: meanConfidence(symbols) };
}

/** Chinese is written without spaces, but the network sets one between any two characters that stand a little apart. */
export function textOf(symbols: readonly ReadSymbol[]): string {
  return symbols
    .map((symbol, at) =>
      symbol.spaced && isLatin(symbol.text) && isLatin(symbols[at - 1]?.text) ? ` ${symbol.text}` : symbol.text,
    )
    .join('')
    .trim();
}

const isLatin = (text: string | undefined): boolean => text !== undefined && /^[\x21-\x7e]/.test(text);

const meanConfidence = (symbols: readonly ReadSymbol[]): number =>
  symbols.reduce((sum, symbol) => sum + symbol.confidence, 0) / Math.max(1, symbols.length);
