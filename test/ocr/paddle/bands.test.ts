import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, linesOfBand } from '../../../src/ocr/paddle/bands.js';

const HIGHEST_LINE = 80;

describe('a tall picture', () => {
  it('is read in one piece when it is one screen', () => {
    expect(bandsOf(1_733)).toEqual([{ from: 0, to: 1_733 }]);
  });

  it('gives every line once, whole, whichever bands see it', () => {
    const pictures = fc
      .integer({ min: 100, max: 12_000 })
      .chain((height) => fc.tuple(fc.constant(height), fc.nat(height - HIGHEST_LINE), fc.integer({ min: 8, max: HIGHEST_LINE })));
    fc.assert(
      fc.property(pictures, ([height, top, tall]) => {
        const said = bandsOf(height).flatMap((band) => {
          // What an engine sees of the line in this band.
          const [from, to] = [Math.max(top, band.from), Math.min(top + tall, band.to)];
          const box = { left: 0, top: from - band.from, width: 100, height: to - from };
          return from < to ? linesOfBand([{ text: 'line', box, confidence: 1 }], band, height) : [];
        });
        expect(said).toEqual([{ text: 'line', box: { left: 0, top, width: 100, height: tall }, confidence: 1 }]);
      }),
    );
  });
});
