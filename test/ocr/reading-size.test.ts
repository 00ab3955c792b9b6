import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingSize } from '../../src/ocr/reading-size.js';

describe('the size in which a picture is read', () => {
  it.each([
    ['a screenshot as it is', { width: 1_080, height: 2_400 }, { width: 1_080, height: 2_400 }],
    ['a small one twice as large', { width: 300, height: 600 }, { width: 600, height: 1_200 }],
    ['a photo smaller', { width: 4_000, height: 3_000 }, { width: 2_828, height: 2_121 }],
    ['several screens in one no narrower than a phone', { width: 1_080, height: 16_000 }, { width: 720, height: 10_667 }],
  ])('is that of %s', (_name, picture, size) => {
    expect(readingSize(picture)).toEqual(size);
  });

  it('refuses what takes too long, and what is too thin to hold writing', () => {
    expect(readingSize({ width: 1_080, height: 29_000 })).toBe('too_large');
    expect(readingSize({ width: 30, height: 20_000 })).toBe('too_large');
    expect(readingSize({ width: 1, height: 20_000 })).toBe('no_text');
  });

  it('keeps the sides in proportion and the whole within bounds', () => {
    const side = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = readingSize({ width, height });
        if (typeof size === 'string') return;
        expect(size.width * size.height).toBeLessThanOrEqual(14_000_000);
        expect(Math.abs(size.width / size.height / (width / height) - 1)).toBeLessThan(0.03);
      }),
    );
  });
});
