import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { type Position, prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { CODE_CAP, CODES_CAP } from '../notice/types.js';
import type { Box, Pixels } from './types.js';

/** What a QR code holds, and where it stands in the picture. */
export interface PlacedCode {
  /** As encoded, up to `CODE_CAP`. */
  readonly content: string;
  readonly box: Box;
}

const WANTED: ReaderOptions = {
  formats: ['QRCode'],
  // Pictures are upright by then, or are turned as a whole.
  tryRotate: false,
  maxNumberOfSymbols: CODES_CAP,
  textMode: 'Plain',
};

/** Loads the reader of codes. By default the library would fetch its code from the network. */
export async function loadCodeReader(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
}

/** The form that the reader takes: four bytes a pixel. */
async function rgbaOf({ data, width, height, channels }: Pixels) {
  const rgba = await sharp(data, { raw: { width, height, channels } }).toColourspace('srgb').ensureAlpha().raw().toBuffer();
  return { data: new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.length), width, height };
}

/** The upright box around the corners of a code. */
function boxOf({ topLeft, topRight, bottomRight, bottomLeft }: Position): Box {
  const across = [topLeft.x, topRight.x, bottomRight.x, bottomLeft.x];
  const down = [topLeft.y, topRight.y, bottomRight.y, bottomLeft.y];
  const left = Math.min(...across);
  const top = Math.min(...down);
  return { left, top, width: Math.max(...across) - left, height: Math.max(...down) - top };
}

/** The QR codes in a picture. */
export async function readCodes(pixels: Pixels): Promise<readonly PlacedCode[]> {
  const found = await readBarcodes(await rgbaOf(pixels), WANTED);
  return found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text, position }) => ({ content: text.slice(0, CODE_CAP), box: boxOf(position) }));
}
