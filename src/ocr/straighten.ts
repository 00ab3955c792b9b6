import sharp from 'sharp';
import { tiltOf } from './tilt.js';
import type { Pixels } from './types.js';

/** The picture turned by so many degrees clockwise, whole; what comes into view beside it is black. */
export async function turned({ data, width, height, channels }: Pixels, degrees: number): Promise<Pixels> {
  const { data: pixels, info } = await sharp(data, { raw: { width, height, channels } })
    .rotate(degrees, { background: 'black' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: pixels, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 };
}

/** The picture with its lines level: a photo of a screen is always a little askew. A screenshot is given back as it is. */
export async function straighten(pixels: Pixels): Promise<Pixels> {
  const tilt = await tiltOf(pixels);
  return tilt === 0 ? pixels : turned(pixels, -tilt);
}
