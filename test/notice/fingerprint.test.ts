import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, likenessOf, SAME_CAMPAIGN, templateOf } from '../../src/notice/fingerprint.js';
import { readNotices } from '../../src/notice/read.js';
import { recordedRegistry } from '../recorded-registry.js';

const noticeOf = (text: string) => {
  const [notice] = readNotices({ text }, recordedRegistry().plan).notices;
  if (!notice) throw new Error('no notice');
  return notice;
};
const like = (one: string, other: string): number =>
  likenessOf(fingerprintOf(noticeOf(one)).sketch, fingerprintOf(noticeOf(other)).sketch);

const dunning = (name: string, amount: string, link: string): string =>
  `【好运贷】尊敬的${name}先生，您的借款${amount}元已逾期12天，请于今日18点前点击 ${link} 还款，否则将起诉并冻结名下资产。`;

describe('the template of a notice', () => {
  it.each([
    ['a name', '欧阳建国', '尊敬的欧阳建国先生，您的贷款已经逾期多日，请尽快处理。'],
    ['a relative named', '王小明', '您的亲属王小明的贷款已经逾期多日，请转告他尽快处理。'],
    ['a masked name', '李某某', '李某某名下的贷款已经逾期多日，请转告他尽快处理。'],
    ['an amount', '3200', '您的贷款3,200.50元已经逾期多日，请尽快处理。'],
    ['a number', '154', '您的贷款已经逾期多日，请联系15400001234处理。'],
    ['a number in words', '幺五四', '您的贷款已经逾期多日，请联系幺五四零零零零一二三四处理。'],
    ['a link', 'huankuan', '您的贷款已经逾期多日，请点击 huankuan.example/a?u=9 处理。'],
    ['a code', '482913', '您的贷款已经逾期多日，核验码482913请勿转发。'],
    ['a chat account', 'zy8866', '您的贷款已经逾期多日，请加微信zy8866处理。'],
  ])('holds no trace of %s', (_, secret, text) => {
    expect(templateOf(noticeOf(text))).not.toContain(secret);
    expect(templateOf(noticeOf(text))).toContain('已经逾期多日');
  });
});

describe('the fingerprint', () => {
  it('is nearly the same for a variant with another name, amount and link', () => {
    expect(like(dunning('张', '3200', 'aa.example'), dunning('司马', '58,000.00', 'bb-cc.example'))).toBeGreaterThan(0.9);
  });

  it('is the same for traditional and full-width writing', () => {
    expect(
      like('您的貸款已經逾期，請儘快聯絡我們處理，否則將會起訴', '您的贷款已经逾期，请尽快联络我们处理，否则将会起诉'),
    ).toBeGreaterThan(0.9);
  });

  it('tells another campaign of the same trade apart', () => {
    const other = '【好运贷】您的额度已提升，点击 dd.example 领取三十天免息券，先到先得，今日有效，退订回T。';
    expect(like(dunning('张', '3200', 'aa.example'), other)).toBeLessThan(SAME_CAMPAIGN);
  });

  it('is empty for a text too short to be told from others', () => {
    expect(fingerprintOf(noticeOf('您好，已收到。'))).toEqual({ sketch: [], keys: [] });
  });

  it('is made of any text, bounded in size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => {
        const { sketch, keys } = fingerprintOf(noticeOf(text));
        expect(sketch.length).toBeLessThanOrEqual(128);
        expect(keys.length).toBeLessThanOrEqual(14);
        expect(sketch.every((part) => part >= 0 && part <= 0xffff)).toBe(true);
        expect(likenessOf(sketch, sketch)).toBe(sketch.length > 0 ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });
});
