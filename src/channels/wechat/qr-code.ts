import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Black on white whatever the terminal's own colours are: a code with the colours swapped is not read by every phone. */
const BLACK_ON_WHITE = '\u001b[30;47m';
const AS_BEFORE = '\u001b[0m';

/**
 * A QR code drawn with half blocks, one string with line breaks. It is made here and nowhere else: whoever has what it
 * holds can log in, so it is never put into the address of a service that draws codes.
 */
export async function drawQrCode(content: string): Promise<string> {
  const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer');
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  // By default the library would fetch this file from the network.
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const { utf8, error } = await writeBarcode(content, { format: 'QRCode', options: 'ecLevel=L' });
  if (error !== '') throw new Error('the QR code could not be drawn');
  return utf8
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${BLACK_ON_WHITE}${line}${AS_BEFORE}`)
    .join('\n');
}
