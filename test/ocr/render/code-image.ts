import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const WASM = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');

/** A QR code as an address (`data:`) that a page can show. */
export async function codeImage(content: string): Promise<string> {
  // Without its binary the library would fetch it.
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(WASM)).buffer } });
  const { image, error } = await writeBarcode(content, { format: 'QRCode', scale: 8 });
  if (image === null) throw new Error(`no QR code for ${JSON.stringify(content)}: ${error}`);
  return `data:image/png;base64,${Buffer.from(await image.arrayBuffer()).toString('base64')}`;
}
