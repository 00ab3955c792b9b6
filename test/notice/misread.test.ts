import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/notice/fold.js';
import { createMend } from '../../src/notice/misread.js';
import { readNotices } from '../../src/notice/read.js';
import { plan } from './plan.js';

const mend = createMend([
  { read: '傅期', means: '逾期', after: [], before: [] },
  { read: '请期', means: '逾期', after: ['款'], before: ['#', '未还'] },
  { read: '收坎码', means: '收款码', after: [], before: [] },
]);
const mended = (text: string): string => mend(foldText(text)).text;

/** The words of the source that a part of the mended copy stands for. */
function behind(source: string, words: string): string {
  const copy = mend(foldText(source));
  const at = copy.text.indexOf(words);
  const { start, end } = copy.toOriginal(at, at + words.length);
  return source.slice(start, end);
}

describe('a misread word', () => {
  it('is read as what it means, and quoted as it was read', () => {
    expect(mended('您的借款傅期了')).toBe('您的借款逾期了');
    expect(behind('您的借款傅期了', '逾期')).toBe('傅期');
    expect(behind('您的借款傅期了', '逾期了')).toBe('傅期了');
  });

  it('that may be an ordinary word counts only in a place of its own', () => {
    expect(mended('借款请期12天')).toBe('借款逾期12天');
    expect(mended('借款请期未还')).toBe('借款逾期未还');
    expect(mended('新款请期待')).toBe('新款请期待');
    expect(mended('敬请期待12月')).toBe('敬请期待12月');
  });

  it('is found although the reader set a space into it', () => {
    expect(mended('个人收 坎 码')).toBe('个人收款码');
  });
});

describe('misread signs', () => {
  it.each([
    ['1样例金融】您的借款', '【样例金融】您的借款'],
    ['(样例金融】您的借款', '【样例金融】您的借款'],
    ['【样例金融1您的借款', '【样例金融】您的借款'],
    ['【样例金融】您的借款', '【样例金融】您的借款'],
    ['1个月内还清', '1个月内还清'],
    ['【样例金融1月账单】您的借款', '【样例金融1月账单】您的借款'],
  ])('around a signature: %s', (read, means) => {
    expect(mended(read)).toBe(foldText(means).text);
  });

  it.each([
    ['请致电 95 588。', '请致电95588。'],
    ['请致电 955 88。', '请致电95588。'],
    ['编号95 588元', '编号95 588元'],
    ['共95588 0001', '共95588 0001'],
  ])('inside a number: %s', (read, means) => {
    expect(mended(read)).toBe(foldText(means).text);
  });

  it.each([
    ['请打开https//jzyp.example/a', '请打开https://jzyp.example/a'],
    ['请打开http:/jzyp.example', '请打开http://jzyp.example'],
    ['请打开https：//jzyp.example', '请打开https://jzyp.example'],
    ['请打开1o0.example', '请打开1o0.example'],
  ])('inside an address: %s', (read, means) => {
    expect(mended(read)).toBe(foldText(means).text);
  });

  it('between Chinese and other letters are spaces that nobody wrote', () => {
    expect(mended('逾期 12 天，加微信 ab12')).toBe('逾期12天,加微信ab12');
  });
});

describe('a text from a picture', () => {
  it('is mended before its sender and its signature are looked for', () => {
    const read = readNotices({ text: '1样例金融】请致电 4OOO-OOO-123', picture: { codes: [] } }, plan, mend).notices[0];
    expect(read?.signatures.map(({ name }) => name)).toEqual(['样例金融']);
    expect(read?.phones.map(({ digits }) => digits)).toEqual(['4000000123']);
  });

  it('alone is mended: a typed one stays as it is', () => {
    const typed = readNotices({ text: '1样例金融】借款傅期' }, plan, mend).notices[0];
    expect(typed?.body.text).toBe('1样例金融】借款傅期');
    expect(typed?.signatures).toEqual([]);
  });

  it('is mended without failing, with every part leading back into the source', () => {
    const piece = fc.constantFrom(
      '1',
      '【',
      '】',
      '(',
      '傅期',
      '款请期',
      '12',
      'o',
      'O',
      'l',
      ' ',
      '95',
      '588',
      'http',
      ':',
      '//',
      '\n',
      '𝟗',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (source, a, b) => {
        const copy = mend(foldText(source));
        const { start, end } = copy.toOriginal(Math.min(a, b), Math.max(a, b));
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(source.length);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});
