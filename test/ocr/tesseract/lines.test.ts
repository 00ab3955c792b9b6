import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/ocr/tesseract/lines.js';
import type { Mark } from '../../../src/ocr/tesseract/marks.js';

/** A letter of 12 by 20 pixels, made of strokes. */
const letter = (left: number, top: number): Mark => ({ left, top, width: 12, height: 20, area: 90 });

const word = (left: number, top: number): Mark[] => [0, 15, 30, 45].map((offset) => letter(left + offset, top));

const heights = (marks: readonly Mark[]): number[] => linesOf(marks).map(({ height }) => height);

describe('lines of marks', () => {
  it('are no higher for the round picture beside them', () => {
    const picture: Mark = { left: 40, top: 85, width: 50, height: 50, area: 1850 };
    expect(heights([picture, ...word(100, 100)])).toEqual([20]);
  });

  it.each([
    { left: 170, top: 80, width: 20, height: 96, area: 1750 },
    { left: 170, top: 80, width: 10, height: 89, area: 880 },
  ])('stay two where the edge of a card stands beside both', (edge) => {
    expect(heights([...word(100, 100), ...word(100, 135), edge])).toEqual([20, 20]);
  });

  it('keep a bracket that is higher than the letters', () => {
    const bracket: Mark = { left: 85, top: 95, width: 8, height: 30, area: 80 };
    expect(linesOf([bracket, ...word(100, 100)])).toMatchObject([{ left: 85, height: 30 }]);
  });
});
