import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/channels/console/columns.js';
import { wrap } from '../../../src/channels/console/wrap.js';

const lines = (text: string, width: number): string[] =>
  wrap([{ text, style: 0 }], width).map((line) => line.map(({ text: part }) => part).join(''));

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['还款', 4],
    ['（）「」', 8],
    ['１２', 4],
    ['🔴', 2],
    ['é', 1],
    ['“·…”', 4],
    ['', 0],
  ])('counts the columns of %j', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('wrap', () => {
  it('breaks Chinese between any two characters', () => {
    expect(lines('您的贷款已经逾期', 6)).toEqual(['您的贷', '款已经', '逾期']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(lines('您好吗？请还款', 6)).toEqual(['您好', '吗？请', '还款']);
    expect(lines('请看「还款」', 6)).toEqual(['请看', '「还', '款」']);
  });

  it('keeps words, numbers and addresses whole', () => {
    expect(lines('please call 400-000-101 now', 14)).toEqual(['please call', '400-000-101', 'now']);
    expect(lines('链接jd-pay[.]top是假的', 13)).toEqual(['链接', 'jd-pay[.]top', '是假的']);
  });

  it('cuts what is wider than the line', () => {
    expect(lines('a'.repeat(9), 4)).toEqual(['aaaa', 'aaaa', 'a']);
  });

  it('leaves no space at the ends of lines', () => {
    expect(lines('one two  three', 8)).toEqual(['one two', 'three']);
  });

  it('keeps the style of every part', () => {
    expect(
      wrap(
        [
          { text: '还款', style: 'a' },
          { text: '逾期', style: 'b' },
        ],
        6,
      )
        .flat()
        .map(({ style }) => style),
    ).toEqual(['a', 'a', 'b', 'b']);
  });

  it('never exceeds the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('还', '款', 'a', 'bc', ' ', '，', '「', '」', '🔴', '1', '.', '[.]'), maxLength: 60 }),
        fc.integer({ min: 4, max: 30 }),
        (text, width) => {
          const drawn = lines(text, width);
          for (const line of drawn) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(drawn.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
