import { describe, expect, it } from 'vitest';
import { align } from '../../../src/ocr/tesseract/align.js';
import { LETTERS, OTHER } from '../../../src/ocr/tesseract/letter-reader.js';

const numberOf = (letter: string): number => LETTERS.indexOf(letter as (typeof LETTERS)[number]);

/** An outline that is surely this letter; '?' for one that is surely none. */
function surely(letter: string): Float32Array {
  const odds = new Float32Array(LETTERS.length).fill(-10);
  odds[letter === '?' ? OTHER : numberOf(letter)] = 0;
  return odds;
}

/** What comes out when the network said one text and the outlines, each a letter by itself, show another. */
function aligned(said: string, seen: string, neighbours = { before: false, after: false }): string {
  const numbers = [...said].map((sign) => (numberOf(sign) < 0 ? null : numberOf(sign)));
  const odds = [...seen].map((letter) => [surely(letter)]);
  return align(numbers, odds, neighbours)
    .letters.map(({ letter, symbol }) => (letter === null ? said[symbol] : LETTERS[letter]))
    .join('');
}

describe('the network and the outlines of letters', () => {
  it('agree on a text that both see', () => {
    expect(aligned('www.yizhan.example', 'www.yizhan.example')).toBe('www.yizhan.example');
  });

  it('give up a letter that the network doubled', () => {
    expect(aligned('Wwww.yizhan', 'www.yizhan')).toBe('www.yizhan');
  });

  it('find the dot that the network lost', () => {
    expect(aligned('yizhanexample', 'yizhan.example')).toBe('yizhan.example');
  });

  it('correct a look-alike', () => {
    expect(aligned('95D521', '950521')).toBe('950521');
  });

  it('read a dot where the network saw a sign that is no letter', () => {
    expect(aligned('yizhan「shop', 'yizhan.shop')).toBe('yizhan.shop');
  });

  it('keep a sign whose outline is no letter', () => {
    expect(aligned('a,b', 'a?b')).toBe('a,b');
  });

  it('keep both letters of an outline that cannot be cut', () => {
    expect(aligned('harn', 'ha?')).toBe('harn');
  });

  it('leave Chinese beside the run alone', () => {
    expect(aligned('95588', '?95588??', { before: true, after: true })).toBe('95588');
  });

  it('do not make a letter of Chinese that looks like one', () => {
    expect(aligned('95588', '0955881', { before: true, after: true })).toBe('95588');
  });

  it('find a letter that the network lost where the line begins', () => {
    expect(aligned('ine', 'line')).toBe('line');
  });

  it('say nothing when there are neither', () => {
    expect(aligned('', '')).toBe('');
  });
});
