import { expect, it } from 'vitest';
import { createMend } from '../../src/notice/misread.js';
import { readNotices } from '../../src/notice/read.js';
import type { NoticePicture } from '../../src/notice/types.js';
import { plan } from './plan.js';

/** Generous against a busy machine: what is meant is that no text makes reading explode. */
const MOST_MILLISECONDS = 250;

const MEND = createMend([{ read: '这期', means: '逾期', after: ['已', '严重'], before: ['#', '未还'] }]);

function fastest(text: string, picture?: NoticePicture): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    readNotices({ text, picture }, plan, MEND);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const REPEATED = [
  'http://a.cc/x ',
  'a.cc ',
  '1',
  '1 ',
  '您的借款已逾期',
  '😀',
  ' ',
  '\n',
  'a.',
  'a。',
  'a点',
  'a . ',
  'w ',
  'ww w. ',
  'http://',
  'http://a@',
  'a@b.',
  '【',
  '【a】',
  '【a】b\n\n',
  '+86 ',
  '一二 ',
  '95599 ',
  '微信:abc12345 ',
  'v信',
  '1,000.00元',
  '张三 10:21\n',
  '> a\n',
  '「a」\n----\n',
  '是真的吗',
  '发件人:10690000123\n',
  '今日内',
  '.apk',
  'http://a.cc/?u=%25%32',
  'a\u0301',
  '\ud800',
  '\ufdfa',
  '“',
  '0o1l',
  '9 ',
  '【一',
  '1一】',
  'http:/',
  '已这期',
  '一 a',
];

it.each(REPEATED.map((piece) => [piece] as const))('reads %j over and over in bounded time', (piece) => {
  expect(fastest(piece.repeat(Math.ceil(12_000 / piece.length)))).toBeLessThan(MOST_MILLISECONDS);
});

it.each(REPEATED.map((piece) => [piece] as const))(
  'reads %j over and over from a picture and its codes in bounded time',
  (piece) => {
    const long = piece.repeat(Math.ceil(12_000 / piece.length));
    expect(fastest(long, { codes: Array.from({ length: 9 }, () => long) })).toBeLessThan(MOST_MILLISECONDS);
  },
);

it('reads a text of a million characters no slower than one at the cap', () => {
  expect(fastest('您的借款已逾期，点击http://a.cc/x，'.repeat(50_000))).toBeLessThan(MOST_MILLISECONDS);
});
