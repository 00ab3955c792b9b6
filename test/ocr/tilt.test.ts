import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { straighten } from '../../src/ocr/straighten.js';
import { tiltOf } from '../../src/ocr/tilt.js';
import type { Pixels } from '../../src/ocr/types.js';
import { pixelsOf, plain, TRUTHS } from './layout/pictures.js';

const screenshots = TRUTHS.filter(({ post }) => post !== 'photo');

async function turned({ data, width, height, channels }: Pixels, degrees: number): Promise<Pixels> {
  const { data: turnedData, info } = await sharp(data, { raw: { width, height, channels } })
    .rotate(degrees, { background: '#333' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: turnedData, width: info.width, height: info.height, channels: 3 };
}

describe('how far a picture is turned', () => {
  it.each(screenshots.map((truth) => [truth.file, truth] as const))('%s is level', async (_, truth) => {
    expect(tiltOf(await pixelsOf(truth))).toBe(0);
  });

  it.each([-4, -1.5, 2, 3.7])('is seen to a third of a degree: %s°', async (degrees) => {
    for (const truth of screenshots)
      expect(Math.abs(tiltOf(await turned(await pixelsOf(truth), degrees)) - degrees)).toBeLessThan(0.35);
  });

  it('is nothing where there are no lines', () => {
    expect(tiltOf(plain(300, 200))).toBe(0);
  });
});

describe('a photo of a screen', () => {
  it('has level lines once it is straightened', async () => {
    const [photo] = TRUTHS.filter(({ post }) => post === 'photo');
    if (!photo) throw new Error('no photo among the pictures');
    const pixels = await pixelsOf(photo);
    expect(Math.abs(tiltOf(pixels))).toBeGreaterThan(0.9);
    expect(Math.abs(tiltOf(await straighten(pixels)))).toBeLessThan(0.35);
  });

  it('is left as it is when it is level', async () => {
    for (const truth of screenshots) {
      const pixels = await pixelsOf(truth);
      expect(await straighten(pixels)).toBe(pixels);
    }
  });
});
