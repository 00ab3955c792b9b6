import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/ocr/tesseract/marks.js';

/** Ink drawn with # on rows of equal length. */
function inkOf(rows: readonly string[]) {
  const mask = Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0));
  return { mask, width: rows[0]?.length ?? 0, height: rows.length };
}

describe('marks', () => {
  it('takes pixels that touch at a corner for one mark', () => {
    expect(marksOf(inkOf(['#..', '.#.', '..#']))).toEqual([{ left: 0, top: 0, width: 3, height: 3, area: 3 }]);
  });

  it('keeps apart what an empty column divides', () => {
    expect(marksOf(inkOf(['#.#', '#.#']))).toEqual([
      { left: 0, top: 0, width: 1, height: 2, area: 2 },
      { left: 2, top: 0, width: 1, height: 2, area: 2 },
    ]);
  });

  it('joins two arms that meet further down', () => {
    expect(marksOf(inkOf(['#...#', '#...#', '#####']))).toEqual([{ left: 0, top: 0, width: 5, height: 3, area: 9 }]);
  });

  it('does not join the end of a row with the start of the next', () => {
    expect(marksOf(inkOf(['...#', '#...']))).toHaveLength(2);
  });

  it('loses and invents no ink, whatever the picture', () => {
    const rows = fc.integer({ min: 1, max: 12 }).chain((width) =>
      fc.array(
        fc.array(fc.constantFrom('#', '.'), { minLength: width, maxLength: width }).map((row) => row.join('')),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const ink = inkOf(drawn);
        const marks = marksOf(ink);
        expect(marks.reduce((sum, mark) => sum + mark.area, 0)).toBe(ink.mask.reduce((sum, pixel) => sum + pixel, 0));
        for (const mark of marks) {
          expect(mark.left + mark.width).toBeLessThanOrEqual(ink.width);
          expect(mark.top + mark.height).toBeLessThanOrEqual(ink.height);
        }
      }),
    );
  });
});
