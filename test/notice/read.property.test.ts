import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotices } from '../../src/notice/read.js';
import type { Notice, Span } from '../../src/notice/types.js';
import { bodyOf, hostsIn, phonesIn, plan, readAll } from './plan.js';

const SEED = { seed: 20261121, numRuns: 600 };

const PIECES = [
  '【样例金融】',
  '您的借款已逾期12天',
  '，',
  '。',
  '\n',
  '\n\n',
  ' ',
  '\u200b',
  'www.jzyp.top',
  'http://jzyp.cc/a?b=1',
  'hxxp://jz[.]cc',
  'https://a.com@b.cc/',
  'jz点top',
  'alipays://x?url=http://jzyp.top',
  '15400000123',
  '4000-000-123',
  '+86 154 0000 0123',
  '95599',
  '一五四零零零零一二三四',
  '(0755)26000000转8',
  '加微信jzyp8866',
  'a@jzyp.com',
  '尾号6253',
  '5,330.08元',
  '今日16点前',
  '发件人：',
  '时间：2026-01-02 10:21',
  '内容：',
  '张三 10:21',
  '> ',
  '「张三：',
  '」\n- - - - - -\n',
  '是真的吗？',
  '我妈收到这个：',
  'ｗｗｗ．ｊｚ．ｃｎ',
  '逾期',
  'e\u0301',
  '\ud83d',
  '\0',
];
const paste = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const binary = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((units) => String.fromCharCode(...units)),
);
const ascii = fc.string({ unit: fc.constantFrom(...'ahtpw.:/@-_ 0123456789()[]+*点。【】号微信元前内'), maxLength: 60 });
const anyText = fc.oneof(paste, binary, ascii);

function spansOf(notice: Notice): Span[] {
  const { links, deepLinks, codes, phones, details, signatures, sender } = notice;
  return [...links, ...deepLinks, ...codes, ...phones, ...details, ...signatures]
    .map(({ span }) => span)
    .concat(sender?.span ?? []);
}

describe('any text', () => {
  it('is read without failing, with every span inside the source', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { notices } = readNotices({ text }, plan);
        expect(notices.length).toBeGreaterThan(0);
        for (const notice of notices) {
          expect(notice.source).toBe(text);
          for (const { start, end } of [notice.bodySpan, ...spansOf(notice)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      SEED,
    );
  });

  it('is read from a picture with any codes beside it, every span inside the text and the lines of the codes', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 7 }), (text, codes) => {
        const { notices } = readNotices({ text, picture: { codes } }, plan);
        for (const notice of notices) {
          expect(notice.source.startsWith(text)).toBe(true);
          for (const { start, end } of [notice.bodySpan, ...spansOf(notice)]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(notice.source.length);
          }
          for (const code of notice.codes) expect(notice.source.slice(code.span.start, code.span.end)).toBe(code.content);
          for (const { origin, span } of notice.links) expect(origin === 'code').toBe(span.start >= text.length);
        }
      }),
      SEED,
    );
  });

  it('holds everything that was found inside the message itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const notice of readAll(text)) {
          const { bodySpan, links, phones, details, signatures } = notice;
          for (const { span } of [...links, ...phones, ...details, ...signatures]) {
            expect(span.start).toBeGreaterThanOrEqual(bodySpan.start);
            expect(span.end).toBeLessThanOrEqual(bodySpan.end);
            expect(span.end).toBeGreaterThan(span.start);
          }
        }
      }),
      SEED,
    );
  });

  it('quotes numbers that hold the digits they are said to hold', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const { phones } of readAll(text)) {
          for (const { digits, span } of phones) {
            const quote = text.slice(span.start, span.end).normalize('NFKC');
            if (/^[\d +()\-.·]+$/.test(quote)) expect(quote.replace(/\D/g, '')).toBe(digits);
          }
        }
      }),
      SEED,
    );
  });

  it('gives the same addresses and numbers when its message is read again', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const notice of readAll(text)) {
          const again = readAll(bodyOf(notice));
          // The message may hold a wrapper of its own only where two were nested deeper than people nest them.
          expect(again.flatMap(({ links }) => links.map(({ host }) => host))).toEqual(notice.links.map(({ host }) => host));
          expect(again.flatMap(({ phones }) => phones.map(({ digits }) => digits))).toEqual(
            notice.phones.map(({ digits }) => digits),
          );
        }
      }),
      SEED,
    );
  });
});

describe('a disguise', () => {
  const host = fc.constantFrom('www.jzyp.top', 'hb.jzyp-kf.vip', 'jzyp8.cc', 'm.jzyp.com.cn');
  const invisible = fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u202e');
  const places = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

  it('of invisible characters loses no address and no number', () => {
    fc.assert(
      fc.property(host, invisible, places, (name, sign, at) => {
        const hide = (text: string): string => [...text].map((char, index) => (at.includes(index) ? sign + char : char)).join('');
        expect(hostsIn(`请登录${hide(name)}处理`)).toEqual([name]);
        expect(phonesIn(`请致电${hide('4000000123')}处理`)).toEqual(['4000000123']);
      }),
      SEED,
    );
  });

  it('of full width loses no address and no number', () => {
    const wide = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(host, (name) => {
        expect(hostsIn(`请登录${wide(name)}处理`)).toEqual([name]);
        expect(hostsIn(`请登录${wide(`http://${name}/a`)}处理`)).toEqual([name]);
        expect(phonesIn(`请致电${wide('0755-26000000')}处理`)).toEqual(['075526000000']);
      }),
      SEED,
    );
  });
});
