import sharp from 'sharp';
import { formatOf, type Unread } from './picture-format.js';
import type { Pixels } from './types.js';

/** Pictures with more are not decoded: the largest camera of a phone in use takes 50 million. */
const MOST_PIXELS = 50_000_000;

export type Decoded = { readonly pixels: Pixels } | { readonly why: Unread };

// Only what may be read can be: no rendering of SVG or PDF, whatever the bytes claim to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'],
});
// Pictures differ: a cache of operations would only hold memory.
sharp.cache(false);
sharp.concurrency(1);

/** The upright pixels of a picture, or why there are none. Never throws on a picture. */
export async function decode(picture: Uint8Array): Promise<Decoded> {
  const format = formatOf(picture);
  if (format === 'broken' || format === 'unsupported_format' || format === 'not_a_picture') return { why: format };
  try {
    const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return { why: 'too_large' };
    const { data, info } = await sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'none' })
      .autoOrient()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { pixels: { data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 } };
  } catch {
    return { why: format === 'heif' ? 'unsupported_format' : 'broken' };
  }
}
