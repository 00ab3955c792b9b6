/**
 * Characters that look like a Latin letter or digit, by what they look like. A practical part of the confusables of
 * Unicode UTS 39: the Cyrillic and Greek small letters, and the digit swaps that imitators use (duxia0man, a1ipay).
 * For hosts only: on a message it would turn figures into letters.
 */
const CONFUSABLES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  ғ: 'f',
  һ: 'h',
  н: 'h',
  і: 'l',
  ї: 'l',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  з: '3',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ı: 'l',
  ɩ: 'l',
  ł: 'l',
  ø: 'o',
  ɡ: 'g',
  ʏ: 'y',
  0: 'o',
  1: 'l',
  i: 'l',
  '|': 'l',
  3: 'e',
  5: 's',
};

/** `rn` reads as m, `vv` as w; both sides of a comparison are folded the same way, so real ones do no harm. */
export function skeletonOf(label: string): string {
  let skeleton = '';
  const isAscii = !/[^\x00-\x7f]/.test(label);
  for (const character of isAscii ? label : label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) {
    skeleton += CONFUSABLES[character] ?? character;
  }
  return skeleton.replaceAll('rn', 'm').replaceAll('vv', 'w');
}
