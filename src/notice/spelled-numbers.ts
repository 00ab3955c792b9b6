import type { TraitedFold } from './fold.js';
import { allMatches } from './matches.js';
import { Trait } from './traits.js';
import type { Span } from './types.js';

const NUMERALS = '〇零一二三四五六七八九';
const VALUES: ReadonlyMap<string, string> = new Map([
  ...[...'0123456789'].map((digit) => [digit, digit] as const),
  ...[...NUMERALS].map((numeral, index) => [numeral, String(Math.max(0, index - 1))] as const),
  ...[...'壹贰叁肆伍陆柒捌玖'].map((numeral, index) => [numeral, String(index + 1)] as const),
  ['幺', '1'],
  ['两', '2'],
  ['o', '0'],
  ['l', '1'],
  ['i', '1'],
]);

const IN_WORDS =
  /[0-9〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两](?:[ -]?[0-9〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两]){4,20}/g;
/** Letters that look like digits, among digits: 4OO-8OO-1234. */
const WITH_LETTERS = /(?<![a-z])[0-9oil](?:[ -]?[0-9oil]){6,16}(?![a-z])/g;

/** Runs that read as one number once Chinese numerals, or letters that look like digits, are taken for digits. */
export function findSpelledNumbers({ text, traits }: TraitedFold): (Span & { readonly digits: string })[] {
  const found: (Span & { readonly digits: string })[] = [];
  if (traits & Trait.numeral) for (const match of allMatches(IN_WORDS, text)) collect(match, /[^\d -]/, found);
  if (traits & Trait.latin && traits & Trait.digit)
    for (const match of allMatches(WITH_LETTERS, text)) collect(match, /[oil].*\d{2}|\d{2}.*[oil]/, found);
  return found;
}

function collect(match: RegExpExecArray, needs: RegExp, found: (Span & { readonly digits: string })[]): void {
  const written = match[0];
  if (!needs.test(written)) return;
  let digits = '';
  for (const char of written) digits += VALUES.get(char) ?? '';
  found.push({ start: match.index, end: match.index + written.length, digits });
}
