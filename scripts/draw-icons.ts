import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Draws the PNG icons that phones ask for from icon.svg: `npm run icons`, after the drawing was changed. */

const ASSETS = new URL('../src/web/page/assets/', import.meta.url);
const drawing = readFileSync(new URL('icon.svg', ASSETS), 'utf8');

/** Phones cut a maskable icon to their own shape: the ground fills it, and the drawing keeps to the inner 80 %. */
const maskable = drawing
  .replace('viewBox="0 0 48 48"', 'viewBox="-6 -6 60 60"')
  .replace('<rect width="48" height="48" rx="11"', '<rect x="-6" y="-6" width="60" height="60"');

async function draw(svg: string, size: number, name: string): Promise<void> {
  await sharp(Buffer.from(svg), { density: 72 * (size / 48) })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9, effort: 10 })
    .toFile(fileURLToPath(new URL(name, ASSETS)));
}

await draw(drawing, 192, 'icon-192.png');
await draw(drawing, 512, 'icon-512.png');
await draw(maskable, 512, 'icon-maskable-512.png');
