import sharp from 'sharp';
import { type Photo, photograph } from './photo.js';
import type { Measured, Rectangle } from './scene.js';

/** What happens to a screenshot on its way: photographed, made smaller as chat networks do, compressed. */
export interface Journey {
  /** A name for tables: `png`, `jpeg75`, `wx720`, `photo`. */
  readonly name: string;
  readonly photo: Photo | null;
  /** Pixels; null: as it is. */
  readonly width: number | null;
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly quality: number;
}

export interface Picture {
  readonly bytes: Buffer;
  readonly measured: Measured;
}

const scaled =
  (by: number) =>
  ({ left, top, width, height }: Rectangle): Rectangle => ({
    left: left * by,
    top: top * by,
    width: width * by,
    height: height * by,
  });

const placed = ({ lines, bubbles }: Measured, place: (box: Rectangle) => Rectangle): Measured => ({
  lines: lines.map((line) => ({ ...line, box: place(line.box) })),
  bubbles: bubbles.map(place),
});

/** The picture as it arrives, and where everything is in it. `measured` is in pixels of the screenshot. */
export async function send(screenshot: Buffer, measured: Measured, journey: Journey): Promise<Picture> {
  const shot = journey.photo === null ? { png: screenshot, place: scaled(1) } : await photograph(screenshot, journey.photo);
  const image = sharp(shot.png);
  const { width } = await image.metadata();
  const by = journey.width === null ? 1 : Math.min(1, journey.width / width);
  const bytes = await image
    .resize({ width: Math.round(width * by) })
    [journey.format]({ quality: journey.quality })
    .toBuffer();
  return { bytes, measured: placed(placed(measured, shot.place), scaled(by)) };
}
