import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/notice/fold.js';
import { VARIANT_RULES } from '../../src/notice/variants.js';

const SEED = { seed: 20261121, numRuns: 1_000 };
const folded = (text: string): string => foldText(text).text;

/** What the first occurrence of `part` in the copy was in the original. */
function quoted(source: string, part: string): string {
  const copy = foldText(source);
  const start = copy.text.indexOf(part);
  if (start < 0) throw new Error(`${part} is not in ${copy.text}`);
  const span = copy.toOriginal(start, start + part.length);
  return source.slice(span.start, span.end);
}

describe('the matching copy', () => {
  it('leaves a text alone that needs no change', () => {
    const text = '您的账单已出,请按时还款 95599';
    expect(folded(text)).toBe(text);
    expect(foldText(text).toOriginal(3, 5)).toEqual({ start: 3, end: 5 });
  });

  it('folds width, case and traditional characters one for one', () => {
    expect(folded('ＡＢＣ１２３，嚴重逾期，將移交')).toBe('abc123,严重逾期,将移交');
  });

  it('folds numbers in circles, brackets, squares and mathematical styles to digits', () => {
    expect(folded('①②⑩⑴⒈❶➀⓪𝟏𝟚1️⃣٣')).toBe('12101111012' + '13');
  });

  it('drops what cannot be seen', () => {
    expect(folded('逾\u200b期\u202e还\ufe0f款\u00ad\u2060\ufeff\u{e0041}\0')).toBe('逾期还款');
  });

  it('drops strokes and dots that are set over characters, but keeps letters that have them', () => {
    expect(folded('逾\u0336期\u0336')).toBe('逾期');
    expect(folded('e\u0301 é')).toBe('é é');
  });

  it('drops spaces between Chinese characters and at line ends, and keeps the others as one', () => {
    expect(folded('司 法\u3000机\t关')).toBe('司法机关');
    expect(folded('您好 ， 请')).toBe('您好,请');
    expect(folded('拨打 95599   app store')).toBe('拨打 95599 app store');
    expect(folded(' 第一行 \r\n\t第二行 ')).toBe('第一行\n第二行');
  });

  it('knows every kind of line end', () => {
    expect(folded('a\nb\r\nc\rd\u2028e\u0085f')).toBe('a\nb\nc\nd\ne\nf');
  });

  it('keeps an ellipsis, and makes one hyphen of all of them', () => {
    expect(folded('等等……4000\u2011000–123')).toBe('等等……4000-000-123');
  });

  it('keeps emoji and survives lone surrogates', () => {
    expect(folded('😀好\ud800\udc00x\udfff')).toBe('😀好\u{10000}x\udfff');
  });

  it('works on a part of a text and answers in offsets of the whole', () => {
    const source = '前缀ＡＢ Ｃ后缀';
    const copy = foldText(source, 2, 6);
    expect(copy.text).toBe('ab c');
    expect(copy.toOriginal(0, 4)).toEqual({ start: 2, end: 6 });
  });
});

describe('the way back to the original', () => {
  it('quotes what was written, with everything that folding took out of its middle', () => {
    expect(quoted('您已 逾\u200b 期 １２天', '逾期')).toBe('逾\u200b 期');
    expect(quoted('共㎏１２', 'kg')).toBe('㎏');
    expect(quoted('加微❤️：ab', '微信')).toBe('微❤');
    expect(quoted('好𝟏𝟐𝟑', '123')).toBe('𝟏𝟐𝟑');
    expect(quoted('加wei信abc', '微信')).toBe('wei信');
    expect(quoted('e\u0301a', 'é')).toBe('e\u0301');
  });

  it('answers for an empty range and for offsets outside', () => {
    const copy = foldText('ａ ｂ\u200b');
    expect(copy.toOriginal(1, 1)).toEqual({ start: 1, end: 1 });
    expect(copy.toOriginal(-5, 99)).toEqual({ start: 0, end: 3 });
    expect(copy.toOriginal(3, 9)).toEqual({ start: 4, end: 4 });
  });
});

describe('variant spellings', () => {
  it.each([
    ['加薇信：ab12', '加微信:ab12'],
    ['加徽信ab12', '加微信ab12'],
    ['v信号ab12', '微信号ab12'],
    ['V❤ab12', '微信ab12'],
    ['添加威信号ab12', '添加微信号ab12'],
    ['您的借款已榆期', '您的借款已逾期'],
    ['账单严重庆期', '账单严重逾期'],
    ['斋期12天', '逾期12天'],
    ['借款已这期', '借款已逾期'],
    ['申请袋款', '申请贷款'],
    ['贷欵、网袋逾期', '贷款、网贷逾期'],
    ['帐号与转帐', '账号与转账'],
    ['加扣扣 12345', '加qq 12345'],
    ['Q Q群', 'qq群'],
    ['影响征亻言', '影响征信'],
  ])('reads %s as %s', (written, meant) => {
    expect(folded(written)).toBe(meant);
  });

  it.each([
    '安徽信用社',
    '领导很有威信',
    '国庆期间',
    '这期节目不错',
    '成渝期间',
    '买了一个网袋',
    '帐篷和蚊帐',
    '给衬衫扣扣子',
    '90年代款式',
    '麻袋款式',
    '预期收益',
    '5v信号',
    '发射卫星',
  ])('leaves %s alone', (ordinary) => {
    expect(folded(ordinary)).toBe(ordinary);
  });

  it('never grow, so that the way back stays exact', () => {
    expect(VARIANT_RULES.filter(({ written, means }) => means.length > written.length)).toEqual([]);
  });

  it('are all written as the copy is when they are looked for', () => {
    const changed = VARIANT_RULES.filter(({ written, means }) => ![written, means].includes(folded(written)));
    expect(changed.map(({ written }) => written)).toEqual([]);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('逾', '期', ' ', '\u200b', 'Ａ', '①', '\n', '\ud83d', '\u0301', '微', 'v', '信', '帐', '㎏', '號'), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
);

describe('any text', () => {
  it('folds to itself when folded again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = folded(text);
        // A variant may show only when another one has been put right, so the second round is what must stand.
        const twice = folded(once);
        expect(folded(twice)).toBe(twice);
      }),
      SEED,
    );
  });

  it('maps every range into the source, in order', () => {
    fc.assert(
      fc.property(hostile, fc.nat(80), fc.nat(80), (text, first, length) => {
        const copy = foldText(text);
        const span = copy.toOriginal(first, first + length);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        const rest = copy.toOriginal(first + length, first + length + 1);
        expect(rest.start).toBeGreaterThanOrEqual(span.start);
      }),
      SEED,
    );
  });

  it('says the same of a part as of that part alone', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, text, after) => {
        const inside = foldText(before + text + after, before.length, before.length + text.length);
        expect(inside.text).toBe(folded(text));
      }),
      SEED,
    );
  });
});
