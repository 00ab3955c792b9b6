import { SIMPLIFIED, TRADITIONAL } from './traditional.js';
import { OTHER_FORMS } from './variants.js';

/**
 * What one UTF-16 unit becomes in the matching copy: a unit, or one of these codes (control characters never stand in a copy,
 * so they are free for this).
 */
export const Fate = {
  unknown: 0,
  drop: 1,
  /** Becomes several units: ask `expansionOf`. */
  expand: 2,
  surrogate: 3,
  /** A combining mark: composed with the letter before it, or dropped. */
  combine: 4,
  newline: 10,
  space: 32,
} as const;

const FATES = new Uint16Array(0x10000);
const EXPANSIONS = new Map<number, string>();

const COMBINING = /^[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]$/;
const ANY_COMBINING = /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
/** Format characters, fillers, variation selectors, marks of embedded objects, controls other than tab and line ends. */
const INVISIBLE =
  /^[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc]$/;
const LINE_END = /^[\n\v\f\r\x85\u2028\u2029]$/;
const BLANK = /^[\t\p{Zs}\u2800]$/u;
/** Hyphens and the minus sign stand for `-` in numbers and addresses. The Chinese dash — is punctuation and stays. */
const HYPHEN = /^[\u2010-\u2013\u2212\ufe58\ufe63\uff0d]$/;

/** Numbered signs that NFKC leaves alone or dresses in brackets and dots: the first of each run, its value, its length. */
const NUMBER_SIGNS: readonly (readonly [number, number, number])[] = [
  [0x2474, 1, 20],
  [0x2488, 1, 20],
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x0660, 0, 10],
  [0x06f0, 0, 10],
  [0x0966, 0, 10],
];

function setFate(unit: number, text: string): void {
  if (text.length === 1) FATES[unit] = text.charCodeAt(0);
  else if (text === '') FATES[unit] = Fate.drop;
  else {
    FATES[unit] = Fate.expand;
    EXPANSIONS.set(unit, text);
  }
}

function fold(char: string): string {
  const folded = char.normalize('NFKC').toLowerCase().replace(ANY_COMBINING, '').replace(/ /g, '');
  return folded.length === 1 ? simplified(folded) : folded;
}

function simplified(char: string): string {
  const fate = FATES[char.charCodeAt(0)] ?? Fate.unknown;
  return fate > Fate.space ? String.fromCharCode(fate) : char;
}

/** Works out the fate of a unit the first time that it is met. Normalising all 65 536 at start would cost more than it saves. */
function settle(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) FATES[unit] = Fate.surrogate;
  else if (LINE_END.test(char)) FATES[unit] = Fate.newline;
  else if (BLANK.test(char)) FATES[unit] = Fate.space;
  else if (INVISIBLE.test(char)) FATES[unit] = Fate.drop;
  else if (COMBINING.test(char)) FATES[unit] = Fate.combine;
  else if (HYPHEN.test(char)) setFate(unit, '-');
  // NFKC would make three dots of it; nobody means dots.
  else if (char === '…' || char === '‥') setFate(unit, '…');
  else setFate(unit, fold(char));
  return FATES[unit] ?? Fate.drop;
}

for (let unit = 0x4e00; unit <= 0x9fa5; unit += 1) FATES[unit] = unit;
for (let at = 0; at < TRADITIONAL.length; at += 1) FATES[TRADITIONAL.charCodeAt(at)] = SIMPLIFIED.charCodeAt(at);
for (const [form, usual] of OTHER_FORMS) FATES[form.charCodeAt(0)] = usual.charCodeAt(0);
for (const [first, value, length] of NUMBER_SIGNS) {
  for (let step = 0; step < length; step += 1) setFate(first + step, String(value + step));
}

/** The fate of a unit that may not have been met yet. */
export function fateOf(unit: number): number {
  const fate = FATES[unit] ?? Fate.drop;
  return fate === Fate.unknown ? settle(unit) : fate;
}

/** The table itself, for loops that cannot afford a call; 0 means: ask `fateOf`. */
export const FATE_TABLE: Readonly<Uint16Array> = FATES;

export function expansionOf(unit: number): string {
  return EXPANSIONS.get(unit) ?? '';
}

const PAIRS = new Map<number, string>();
/** Tags, variation selectors and musical format characters beyond the first plane. */
const INVISIBLE_PAIR = /^[\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]$/u;

/** What a character beyond the first plane becomes: styled letters and digits their plain form, an emoji itself. */
export function pairFold(codePoint: number): string {
  const known = PAIRS.get(codePoint);
  if (known !== undefined) return known;
  const char = String.fromCodePoint(codePoint);
  const folded = INVISIBLE_PAIR.test(char) ? '' : fold(char);
  // Bounded: hostile text could otherwise fill the cache with a million entries.
  if (PAIRS.size < 4096) PAIRS.set(codePoint, folded);
  return folded;
}

/** A letter with the mark that follows it, when Unicode has the two as one character. */
export function composed(letter: number, combining: number): number | null {
  const joined = String.fromCharCode(letter, combining).normalize('NFC');
  return joined.length === 1 ? joined.charCodeAt(0) : null;
}
