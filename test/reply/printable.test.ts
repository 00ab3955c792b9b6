import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable } from '../../src/reply/printable.js';

it.each([
  ['a colour', '\u001b[31m还款\u001b[0m', '还款'],
  ['a window title', '\u001b]0;evil\u0007还款', '还款'],
  ['a terminal link', '\u001b]8;;http://a.example\u001b\\还款\u001b]8;;\u001b\\', '还款'],
  ['an eight-bit sequence', '\u009b2J还款', '还款'],
  ['a change of direction', '卡号\u202e1234\u202c', '卡号1234'],
  ['zero-width characters', '还\u200b款\ufeff', '还款'],
  ['blank letters', '还\u3164款\u2800', '还款'],
  ['a bell and a backspace', '还\u0007款\u0008', '还款'],
  ['half a character', '还\ud83d款', '还款'],
  ['language tags', '还\u{e0041}款', '还款'],
])('takes out %s', (_, text, plain) => {
  expect(printable(text)).toBe(plain);
});

it('makes every kind of white space one space', () => {
  expect(printable('还款\r\n\t今天\u2028\u00a0明天')).toBe('还款 今天 明天');
});

it('keeps emoji, accents and Chinese as they are', () => {
  expect(printable('您好😀 café 龘')).toBe('您好😀 café 龘');
});

it('keeps two marks of a pile', () => {
  expect(printable(`还${'\u0336'.repeat(30)}款`)).toBe('还\u0336\u0336款');
});

it('leaves no control, direction or invisible character in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
    }),
    { seed: 20261121, numRuns: 1_000 },
  );
});
