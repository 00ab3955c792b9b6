import type { NumberClass } from '../notice/types.js';
import type { NumberingData } from './compile-numbering.js';

export interface Rule {
  readonly class: NumberClass;
  readonly inText: boolean;
  readonly fits: RegExp;
}

export type Area = NumberingData['areas'][string] & { readonly code: string };

/** By how many digits rules are found. */
export const START = 2;
/** By how many digits operators are found: no listed prefix is longer. */
export const LONGEST_PREFIX = 5;

/** The number that the first `length` digits write, or -1 when there are fewer. */
export function leading(digits: string, length: number): number {
  if (digits.length < length) return -1;
  let value = 0;
  for (let at = 0; at < length; at += 1) value = value * 10 + digits.charCodeAt(at) - 48;
  return value;
}

/** Whether a number that begins with `start` can fit a pattern, by the one or two digits that the pattern names first. */
function mayFit(pattern: string, start: string): boolean {
  const head = /^\^((?:\d|\[[\d-]+\]){1,2})(?![?*{|])/.exec(pattern)?.[1] ?? '';
  return new RegExp(`^${head}`).test(start);
}

/** Rules by the first two digits, so that a number meets only the few that can fit it. Indexed by `leading`. */
export function indexRules({ rules }: NumberingData): readonly (readonly Rule[])[] {
  const compiled = rules.map(({ pattern, class: numberClass, inText }) => ({
    pattern,
    class: numberClass,
    inText,
    fits: new RegExp(pattern),
  }));
  return Array.from({ length: 10 ** START }, (_, start) =>
    compiled.filter(({ pattern }) => mayFit(pattern, String(start).padStart(START, '0'))),
  );
}

/** Operators by the first five digits; a longer prefix overwrites the shorter one that it refines. Indexed by `leading`. */
export function indexOperators({ operators }: NumberingData): readonly (string | undefined)[] {
  const index = new Array<string | undefined>(2 * 10 ** (LONGEST_PREFIX - 1)).fill(undefined);
  for (const [prefix, operator] of Object.entries(operators).sort(([a], [b]) => a.length - b.length)) {
    const width = 10 ** (LONGEST_PREFIX - prefix.length);
    const first = Number(prefix) * width;
    index.fill(operator, first, first + width);
  }
  return index;
}

/** Areas by their code as a number: 010 is 10 and 0755 is 755, which no other code is. */
export const indexAreas = ({ areas }: NumberingData): ReadonlyMap<number, Area> =>
  new Map(Object.entries(areas).map(([code, area]) => [Number(code), { code, ...area }]));
