import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDUCT_CHECKS } from '../../../src/checks/conduct/examine-conduct.js';
import { CONDUCT_TOPICS } from '../../../src/registry/vocabulary.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { judge, topicsOf } from './judge.js';

describe('examining conduct', () => {
  it('asks one question per topic, in the order of the topics', () => {
    expect(CONDUCT_CHECKS.map(({ topic }) => topic)).toEqual(CONDUCT_TOPICS);
  });

  it('quotes the words of the notice as they were written, through tricks of spelling', () => {
    const text = '【云岭小贷】您的借款已逾期，今 日 不 还 将 上 门 走 访。';
    const [breach] = judge({ text, role: 'borrower' }).conduct.breaches;
    expect(breach?.topic).toBe('threat');
    expect(text.slice(breach?.span?.start, breach?.span?.end).replaceAll(' ', '')).toBe('上门');
  });

  it('reads traditional characters', () => {
    expect(topicsOf({ text: '【雲嶺小貸】您的借款已逾期，今日不還將上門走訪。', role: 'borrower' })).toEqual(['threat']);
  });

  it('does not take for a breach what the notice denies or warns against', () => {
    expect(topicsOf({ text: '【云岭小贷】您的借款已逾期。我司不会上门，不会通知您的家人，也不收取任何手续费。' })).toEqual([]);
    expect(topicsOf({ text: '【云岭小贷】您的借款已逾期，请在App还款。谨防有人冒充我司以坐牢、上门相威胁。' })).toEqual([]);
  });

  it('is not talked out of a threat by a denial that is one', () => {
    expect(topicsOf({ text: '【云岭小贷】您的借款已逾期，我们不会放过您。', role: 'borrower' })).toEqual(['threat']);
    expect(topicsOf({ text: '【云岭小贷】您的借款已逾期，不要逼我们上门。', role: 'borrower' })).toEqual(['threat']);
  });

  it('is not talked out of a threat by a warning in another sentence', () => {
    expect(topicsOf({ text: '【云岭小贷】谨防诈骗！您的借款已逾期，今日不还上门。', role: 'borrower' })).toEqual(['threat']);
  });

  it('finds nothing in a name that only sounds like a debt', () => {
    expect(topicsOf({ text: '【分期乐】您好，请转告孔女士致电95730。', role: 'relative' })).toEqual([]);
    expect(topicsOf({ text: '【明正信息服务】受青禾分期委托，请转告孔女士联系青禾分期客服。', role: 'relative' })).toEqual([]);
  });

  it('answers the same at any length of gap between the lines', () => {
    expect(topicsOf({ text: '【云岭小贷】您的借款已逾期。\n\n\n今日不还，上门。', role: 'borrower' })).toEqual(['threat']);
  });

  it('cites only rules that may be cited, at most three, and quotes only what stands in the text', () => {
    const { conduct } = recordedRegistry();
    const words = conduct.groups().flatMap(({ means }) => [means.zh]);
    const pieces = fc.constantFrom(
      ...words,
      '您的借款已逾期',
      '请家属转告',
      '【云岭小贷】',
      '，',
      '。',
      '上门',
      '老赖',
      '不会',
      '谨防',
      '转账到个人账户',
      '\n',
      '6228480000012345678',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }),
        fc.constantFrom('relative' as const, 'borrower' as const, undefined),
        (parts, role) => {
          const text = parts.join('');
          const { breaches } = judge({ text, role }).conduct;
          expect(new Set(breaches.map(({ topic }) => topic)).size).toBe(breaches.length);
          for (const { rules, span, facts } of breaches) {
            expect(rules.length).toBeGreaterThan(0);
            expect(rules.length).toBeLessThanOrEqual(3);
            expect(facts.kinds).not.toBe('');
            for (const id of rules) expect(conduct.rule(id)).toBeDefined();
            if (span) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
          }
        },
      ),
      { seed: 20261121, numRuns: 150 },
    );
  });

  it('stays quick on long texts that repeat its own words', () => {
    const repeated = ['您的亲属', '逾期', '以免逾期', '通知您的家人', '不会', '我是平台客服', '您在', '把照片发给', '请您'];
    for (const word of repeated) {
      const text = `【云岭小贷】您的借款已逾期${word.repeat(2000)}`;
      const start = performance.now();
      judge({ text, role: 'relative' });
      expect(performance.now() - start, word).toBeLessThan(1000);
    }
  });
});
