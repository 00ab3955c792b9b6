import sharp from 'sharp';
import { formatOf, isDecodable, isHevc, type Unread } from './picture-format.js';
import { readingSize, type Size } from './reading-size.js';
import type { Pixels } from './types.js';

/** Pictures with more are not decoded: phones take 12 to 24 million unless asked for more. */
const MOST_PIXELS = 32_000_000;

export type Decoded = { readonly pixels: Pixels } | { readonly why: Unread };

// Only what may be read can be: SVG and PDF are never rendered, whatever the bytes claim to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
});
// No two pictures are alike: a cache of operations would only hold memory.
sharp.cache(false);
sharp.concurrency(1);

/** The first picture of a file, upright, on white, in a size to read it in. */
async function pixelsOf(picture: Uint8Array, size: Size): Promise<Pixels> {
  const { data, info } = await sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 };
}

/** The pixels of a picture, or why there are none. Size and kind are known before anything is decoded. Never throws on a picture. */
export async function decode(picture: Uint8Array): Promise<Decoded> {
  const format = formatOf(picture);
  if (!isDecodable(format)) return { why: format };
  try {
    const { autoOrient: upright } = await sharp(picture, { limitInputPixels: false }).metadata();
    const size = upright.width * upright.height > MOST_PIXELS ? 'too_large' : readingSize(upright);
    return typeof size === 'string' ? { why: size } : { pixels: await pixelsOf(picture, size) };
  } catch {
    return { why: format === 'heif' && isHevc(picture) ? 'unsupported_format' : 'broken' };
  }
}
