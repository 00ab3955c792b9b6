import sharp from 'sharp';
import type { Box, Pixels } from '../types.js';

/** A picture in shades of grey, one byte a pixel, row by row. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The picture without its colours. */
export async function greyOf({ data, width, height, channels }: Pixels): Promise<Grey> {
  if (channels === 1) return { data, width, height };
  const grey = await sharp(data, { raw: { width, height, channels } }).greyscale().raw().toBuffer();
  return { data: grey, width, height };
}

/** The same picture at another size, in pixels. */
export async function resized(picture: Grey, width: number, height: number): Promise<Grey> {
  if (picture.width === width && picture.height === height) return picture;
  const data = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .greyscale()
    .raw()
    .toBuffer();
  return { data, width, height };
}

/** A part of the picture; `box` lies inside it and is whole numbers. */
export function cut(picture: Grey, { left, top, width, height }: Box): Grey {
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * picture.width + left;
    data.set(picture.data.subarray(start, start + width), row * width);
  }
  return { data, width, height };
}

/** The same picture with light and dark exchanged. */
export const negative = ({ data, width, height }: Grey): Grey => ({ data: data.map((level) => 255 - level), width, height });
