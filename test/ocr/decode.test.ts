import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ocr/decode.js';
import type { Pixels } from '../../src/ocr/types.js';
import { noise, SVG, sheet } from './made-pictures.js';

/** Black in its upper left quarter. */
const cornered = () =>
  sheet(400, 800).composite([
    { input: { create: { width: 200, height: 400, channels: 3, background: 'black' } }, left: 0, top: 0 },
  ]);

async function pixelsOf(picture: Uint8Array): Promise<Pixels> {
  const decoded = await decode(picture);
  if ('why' in decoded) throw new Error(decoded.why);
  return decoded.pixels;
}

/** Whether it is dark at these parts of width and height. */
function isDark({ data, width, height, channels }: Pixels, across: number, down: number): boolean {
  const at = Math.floor(down * height) * width + Math.floor(across * width);
  return (data[at * channels] ?? 0) < 128;
}

describe('a picture that is decoded', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('is upright and in its colours: %s', async (format) => {
    const pixels = await pixelsOf(await cornered().toFormat(format).toBuffer());
    expect(pixels.data.length).toBe(pixels.width * pixels.height * pixels.channels);
    expect(isDark(pixels, 0.25, 0.25)).toBe(true);
    expect(isDark(pixels, 0.75, 0.25)).toBe(false);
    expect(isDark(pixels, 0.25, 0.75)).toBe(false);
  });

  it('is turned as the camera says', async () => {
    const pixels = await pixelsOf(await cornered().jpeg().withMetadata({ orientation: 6 }).toBuffer());
    expect(pixels.width).toBeGreaterThan(pixels.height);
    expect(isDark(pixels, 0.75, 0.25)).toBe(true);
    expect(isDark(pixels, 0.25, 0.25)).toBe(false);
  });

  it.each([
    ['shades of grey', () => cornered().greyscale().png()],
    ['16 bits', () => cornered().toColourspace('rgb16').png()],
    ['16 bits of grey', () => cornered().toColourspace('grey16').png()],
    ['four inks', () => cornered().toColourspace('cmyk').jpeg()],
    ['a palette', () => cornered().png({ palette: true, colours: 4 })],
    ['every second row first', () => cornered().png({ progressive: true })],
  ])('may have %s', async (_name, made) => {
    const pixels = await pixelsOf(await made().toBuffer());
    expect(pixels.data.length).toBe(pixels.width * pixels.height * pixels.channels);
    expect([isDark(pixels, 0.25, 0.25), isDark(pixels, 0.75, 0.75)]).toEqual([true, false]);
  });

  it('stands on white where it is transparent', async () => {
    const glass = sheet(400, 800).ensureAlpha(0).png();
    expect(isDark(await pixelsOf(await glass.toBuffer()), 0.5, 0.5)).toBe(false);
  });

  it('is the first one of several', async () => {
    const frames = await Promise.all([cornered().png().toBuffer(), sheet(400, 800).png().toBuffer()]);
    const pixels = await pixelsOf(
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect(isDark(pixels, 0.25, 0.25)).toBe(true);
    expect(pixels.height).toBe(2 * pixels.width);
  });
});

describe('a picture that is not decoded', () => {
  it('is one whose end is missing', async () => {
    const jpeg = await noise(300, 300).jpeg().toBuffer();
    const png = await noise(300, 300).png().toBuffer();
    expect(await decode(jpeg.subarray(0, jpeg.length * 0.6))).toEqual({ why: 'broken' });
    expect(await decode(png.subarray(0, png.length * 0.6))).toEqual({ why: 'broken' });
  });

  it('is a drawing behind the first bytes of a picture', async () => {
    const png = await sheet(20, 20).png().toBuffer();
    expect(await decode(Buffer.concat([png.subarray(0, 8), SVG]))).toEqual({ why: 'broken' });
  });

  it('is one in a format whose decoder is patented', async () => {
    const picture = await sheet(64, 64).avif().toBuffer();
    const unknown = Buffer.from(picture.toString('latin1').replaceAll('av01', 'hvc1').replaceAll('av1C', 'hvcC'), 'latin1');
    expect(await decode(unknown)).toEqual({ why: 'unsupported_format' });
  });

  it('is any other that an enemy makes of one', async () => {
    const pictures = await Promise.all(
      (['png', 'jpeg', 'webp', 'gif', 'avif'] as const).map((format) => noise(40, 40).toFormat(format).toBuffer()),
    );
    const changed = fc
      .tuple(fc.constantFrom(...pictures), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }), fc.nat())
      .map(([picture, changes, cut]) => {
        const bytes = Uint8Array.from(picture);
        for (const [at, value] of changes) bytes[12 + (at % (bytes.length - 12))] = value;
        return cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
      });
    await fc.assert(
      fc.asyncProperty(changed, async (bytes) => {
        const decoded = await decode(bytes);
        if ('why' in decoded) expect(decoded.why).not.toBe('');
        else expect(decoded.pixels.data.length).toBe(decoded.pixels.width * decoded.pixels.height * decoded.pixels.channels);
      }),
    );
  });
});
