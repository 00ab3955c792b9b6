import { describe, expect, it } from 'vitest';
import { readUpright } from '../../src/ocr/read-upright.js';
import type { Pixels, TextEngine } from '../../src/ocr/types.js';

const PICTURE: Pixels = { data: new Uint8Array(3 * 2), width: 3, height: 2, channels: 1 };

/** An engine that is as sure of a picture as `confidence` says. */
const engine = (confidence: (pixels: Pixels) => number): TextEngine => ({
  name: 'tesseract',
  readLines: async (pixels) => [
    { text: '您的账户', box: { left: 0, top: 0, width: 2, height: 1 }, confidence: confidence(pixels) },
  ],
  close: async () => {},
});

describe('a picture', () => {
  it('that makes no sense whichever way up is unclear', async () => {
    expect(
      await readUpright(
        PICTURE,
        engine(() => 0.4),
      ),
    ).toBe('unclear');
  });

  it('that is read as it came is not turned', async () => {
    expect(
      await readUpright(
        PICTURE,
        engine(() => 0.99),
      ),
    ).toMatchObject({ pixels: PICTURE });
  });

  it('is turned to where it makes sense', async () => {
    const upright = await readUpright(
      PICTURE,
      engine(({ height }) => (height === 3 ? 0.99 : 0.4)),
    );
    expect(upright).toMatchObject({ pixels: { width: 2, height: 3 } });
  });
});
