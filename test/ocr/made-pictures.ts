import sharp, { type Sharp } from 'sharp';

/** A white sheet with black bars, so that what is up, down and beside can be told apart. */
export const sheet = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'white' }, limitInputPixels: false });

/** A picture of noise, the same one every time. */
export function noise(width: number, height: number): Sharp {
  let state = 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 256;
  };
  return sharp(Uint8Array.from({ length: width * height * 3 }, next), { raw: { width, height, channels: 3 } });
}

/** What no camera sees and every encoder packs into nearly nothing. */
export const bomb = (): Promise<Buffer> => sheet(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();

export const SVG = Buffer.from(
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:9/"/></svg>',
);
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
