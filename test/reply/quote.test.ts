import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteAround, quoteFrom, shorten } from '../../src/reply/quote.js';
import { spanOf } from './verdicts.js';

const quote = (source: string, words: string): string => quoteAround(source, spanOf(source, words));

describe('quoteAround', () => {
  it('gives the whole sentence when it is short', () => {
    expect(quote('您好！请加微信 abcd66 处理。谢谢', 'abcd66')).toBe('请加微信 abcd66 处理');
  });

  it('cuts a long sentence on both sides and says so', () => {
    const words = quote(`${'前'.repeat(60)}今天必须还款${'后'.repeat(60)}`, '今天必须还款');
    expect(words).toMatch(/^…前+今天必须还款后+…$/);
    expect([...words].length).toBeLessThanOrEqual(42);
  });

  it('uses the room of an empty side for the other', () => {
    expect(quote(`今天必须还款${'后'.repeat(60)}`, '今天必须还款')).toBe(`今天必须还款${'后'.repeat(34)}…`);
  });

  it('cuts a span that is itself too long', () => {
    expect(quote(`加${'微'.repeat(90)}`, '微'.repeat(90))).toBe(`${'微'.repeat(40)}…`);
  });

  it('breaks the addresses and numbers that stand in it', () => {
    expect(quote('点 jd-huankuan.top 或打 15421192826 协商', '协商')).toBe('点 jd-huankuan[.]top 或打 154·2119·2826 协商');
  });

  it('never cuts an emoji in half', () => {
    expect(shorten('😀'.repeat(50))).toBe(`${'😀'.repeat(40)}…`);
  });

  it('quotes words of the text, at any span, about 40 characters of them', () => {
    const texts = fc.string({
      unit: fc.constantFrom('还', '款', '。', '\n', '好', '！', '😀', ' '),
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (source, a, b) => {
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [number, number];
        const words = quoteAround(source, { start, end }).replaceAll('…', '');
        expect([...words].length).toBeLessThanOrEqual(41);
        expect(source.replace(/[\s\ud800-\udfff]+/g, '')).toContain(words.replace(/[\s\ud800-\udfff]+/g, ''));
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

describe('a quote from a notice', () => {
  it('leaves out what the person said who forwards it', () => {
    const source = '我妈收到这个是真的吗：您的亲属已严重逾期，今日不处理将上门';
    const bodySpan = { start: source.indexOf('您'), end: source.length };
    const at = source.indexOf('逾期');
    expect(quoteFrom({ source, bodySpan }, { start: at, end: at + 2 })).toBe('您的亲属已严重逾期，今日不处理将上门');
  });

  it('takes what stands around the message as it is, such as the line that names a sender', () => {
    const source = '发件人：10690000123456\n您的亲属已逾期';
    const bodySpan = { start: source.indexOf('您'), end: source.length };
    expect(quoteFrom({ source, bodySpan }, { start: 4, end: 18 })).toContain('发件人');
  });
});
