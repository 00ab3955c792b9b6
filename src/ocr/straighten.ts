import sharp from 'sharp';
import { tiltOf } from './tilt.js';
import type { Pixels } from './types.js';

/** A photo of a screen turned so that its lines are level; a picture whose lines are level already comes back as it is. */
export async function straighten(pixels: Pixels): Promise<Pixels> {
  const tilt = tiltOf(pixels);
  if (tilt === 0) return pixels;
  const { width, height, channels } = pixels;
  const { data, info } = await sharp(pixels.data, { raw: { width, height, channels } })
    .rotate(-tilt, { background: cornerOf(pixels) })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3 };
}

/** What is around the phone, for the corners that turning leaves empty. */
function cornerOf({ data, channels }: Pixels): { r: number; g: number; b: number } {
  const [r = 0, g = r, b = r] = data.subarray(0, channels);
  return { r, g, b };
}
