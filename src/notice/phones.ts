import type { TraitedFold } from './fold.js';
import { allMatches } from './matches.js';
import { isDialledHere, isNamedAsNumberToDial, isShortCodeHere, type Surroundings } from './phone-context.js';
import { findSpelledNumbers } from './spelled-numbers.js';
import { Trait } from './traits.js';
import type { NumberingPlan, NumberReading, Phone, Span } from './types.js';

/** Digits that stand together, by offsets into the folded text. */
interface Group extends Span {
  readonly digits: string;
}

/** A number that was found, before it is tied to the source. */
interface Found extends Span {
  readonly digits: string;
  readonly reading: NumberReading;
  readonly extension: string | null;
}

const NONE: readonly Phone[] = [];

/** Every telephone number in a text, in whatever spelling; each number once. `taken` are the addresses, whose digits are no numbers. */
export function findPhones(folded: TraitedFold, taken: readonly Span[], plan: NumberingPlan): readonly Phone[] {
  if (!(folded.traits & (Trait.digit | Trait.numeral))) return NONE;
  const found = folded.traits & Trait.digit ? inDigits(folded.text, taken, plan) : [];
  const occupied = (candidate: Span) => (other: Span) => other.start < candidate.end && candidate.start < other.end;
  const spelled = findSpelledNumbers(folded).flatMap((candidate) =>
    found.some(occupied(candidate)) || taken.some(occupied(candidate)) ? [] : (spelledPhone(folded.text, candidate, plan) ?? []),
  );
  const all = spelled.length > 0 ? [...found, ...spelled].sort((a, b) => a.start - b.start) : found;
  return all.length === 0 ? NONE : withoutRepeats(all).map((phone) => phoneOf(phone, folded));
}

function withoutRepeats(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return found.filter(({ digits }) => seen.size < seen.add(digits).size);
}

function phoneOf({ digits, reading, extension, start, end }: Found, folded: TraitedFold): Phone {
  return { digits, reading, extension, span: folded.toOriginal(start, end) };
}

/** A number written in words counts when it is long, or when calling is spoken of: 一二三四五 is also counting. */
function spelledPhone(text: string, { digits, start, end }: Group, plan: NumberingPlan): Found | null {
  const around = surroundings(text, start, end);
  for (const length of [digits.length, digits.length - 1]) {
    const kept = digits.slice(0, length);
    const reading = plan.classifyInText(kept);
    if (!reading || reading.class === 'invalid') continue;
    const fits = length > 6 ? isDialledHere(around, isMobile(reading)) : isNamedAsNumberToDial(around);
    if (fits) return { digits: kept, reading, extension: null, start, end: end - (digits.length - length) };
  }
  return null;
}

function isMobile({ class: numberClass }: NumberReading): boolean {
  return numberClass === 'mobile' || numberClass === 'virtual_operator_mobile' || numberClass === 'iot';
}

function inDigits(text: string, taken: readonly Span[], plan: NumberingPlan): Found[] {
  const groups = unglued(text, digitGroups(text, taken), plan);
  const found: Found[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const last = chainEnd(text, groups, at);
    const hit = longestNumber(text, groups, at, last, plan, found.at(-1)?.end ?? -1);
    if (!hit) continue;
    found.push(hit.found);
    at = hit.last;
  }
  return found;
}

const DIGITS = /\d+/g;

function digitGroups(text: string, taken: readonly Span[]): Group[] {
  const groups: Group[] = [];
  let next = 0;
  for (const match of allMatches(DIGITS, text)) {
    const start = match.index;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if (start >= (taken[next]?.start ?? Number.POSITIVE_INFINITY)) continue;
    groups.push({ digits: match[0], start, end: start + match[0].length });
  }
  return groups;
}

/** Two numbers with nothing between them: a mobile and another, or a landline and a mobile. Anything else long stays one. */
function unglued(text: string, groups: readonly Group[], plan: NumberingPlan): readonly Group[] {
  if (!groups.some(({ digits }) => digits.length >= GLUED)) return groups;
  const isPhone = (digits: string) => {
    const read = /^(?:1[3-9]|0|[48]00)/.test(digits) ? plan.classifyInText(digits) : null;
    return read !== null && read.class !== 'invalid';
  };
  return groups.flatMap((group, index) => {
    const { digits, start, end } = group;
    if (digits.length < GLUED || digits.length > 24) return [group];
    const next = isTied(text, group, groups[index + 1]) ? (groups[index + 1]?.digits ?? '') : '';
    const previous = isTied(text, groups[index - 1], group) ? (groups[index - 1]?.digits ?? '') : '';
    const cut = [11, digits.length - 11].find((at) => {
      const [left, right] = [digits.slice(0, at), digits.slice(at)];
      return (isPhone(left) || isPhone(previous + left)) && (isPhone(right) || isPhone(right + next));
    });
    if (cut === undefined) return [group];
    return [
      { digits: digits.slice(0, cut), start, end: start + cut },
      { digits: digits.slice(cut), start: start + cut, end },
    ];
  });
}

const GLUED = 14;

/** Most groups that one number is split into: eleven digits, each on its own, and a country code. */
const MOST_GROUPS = 13;
const SEPARATOR = /^(?: ?(?:--?|——?|[._·•]) ?| |\) ?-?|[ -]?\()$/;

/** Index of the last group that separators tie to the one at `at`. */
function chainEnd(text: string, groups: readonly Group[], at: number): number {
  let last = at;
  while (last + 1 < groups.length && last - at < MOST_GROUPS && isTied(text, groups[last], groups[last + 1])) last += 1;
  return last;
}

function isTied(text: string, group: Group | undefined, next: Group | undefined): boolean {
  if (!group || !next || next.start - group.end > 3) return false;
  return SEPARATOR.test(text.slice(group.end, next.start));
}

/** The longest run of groups, from `at` on, that is one telephone number. */
function longestNumber(
  text: string,
  groups: readonly Group[],
  at: number,
  last: number,
  plan: NumberingPlan,
  previousEnd: number,
): { found: Found; last: number } | null {
  const [first] = groups.slice(at, at + 1);
  if (!first) return null;
  const plus = /\+ ?$/.test(text.slice(Math.max(0, first.start - 2), first.start));
  for (let to = last; to >= at; to -= 1) {
    const digits = to === at ? first.digits : joined(groups, at, to);
    if (!(to === at ? mayStandAlone(digits, plus) : mayBeSplit(digits, plus, text, groups, at, to))) continue;
    const reading = plan.classifyInText(plus ? `+${digits}` : digits);
    if (!reading || reading.class === 'invalid') continue;
    const end = groups[to]?.end ?? first.end;
    if (!fitsHere(text, first.start, end, digits, reading, previousEnd)) continue;
    const start = plus ? text.lastIndexOf('+', first.start) : first.start;
    const extension = extensionAfter(text, end, reading);
    return { found: { digits, reading, extension, start, end }, last: extension ? to + 1 : to };
  }
  return null;
}

function joined(groups: readonly Group[], from: number, to: number): string {
  let digits = '';
  for (let at = from; at <= to; at += 1) digits += groups[at]?.digits ?? '';
  return digits;
}

/** Spares the plan what cannot be a number: years, amounts, card numbers. */
function mayStandAlone(digits: string, plus: boolean): boolean {
  if (digits.length < 3 || digits.length > 20) return false;
  return plus || /^(?:[019]|[48]00|86)/.test(digits);
}

function mayBeSplit(digits: string, plus: boolean, text: string, groups: readonly Group[], at: number, to: number): boolean {
  if (digits.length > 20 || (digits.length < 7 && !/^9[56]\d{3,4}$/.test(digits))) return false;
  // 955-88, but not 955 88, 955.88 or 95588-1.
  if (digits.length < 7)
    return to === at + 1 && groups[at]?.digits.length === 3 && text.slice(groups[at]?.end, groups[to]?.start) === '-';
  if (plus || digits.startsWith('00')) return true;
  return /^(?:1[3-9]\d{9}|0\d{7,11}|[48]00\d{7}|86\d{9,12}|106\d{5,17}|1[04]\d{11})$/.test(digits);
}

function fitsHere(
  text: string,
  start: number,
  end: number,
  digits: string,
  reading: NumberReading,
  previousEnd: number,
): boolean {
  const around = surroundings(text, start, end);
  const short = digits.length <= 6 || (digits.length <= 8 && reading.class === 'bank_or_service_code');
  return short
    ? isShortCodeHere(around, digits, previousEnd >= 0 && start - previousEnd <= 2)
    : isDialledHere(around, isMobile(reading));
}

function surroundings(text: string, start: number, end: number): Surroundings {
  return { before: text.slice(Math.max(0, start - 12), start), after: text.slice(end, end + 20) };
}

const SPOKEN_EXTENSION = /^ ?(?:转|分机号?|ext\.?|#) ?:? ?(\d{1,6})(?!\d)/;
const DASHED_EXTENSION = /^ ?(?:-|——?) ?(\d{1,5})(?!\d|[-.]\d|[元万])/;

function extensionAfter(text: string, end: number, reading: NumberReading): string | null {
  const after = text.slice(end, end + 16);
  const spoken = SPOKEN_EXTENSION.exec(after)?.[1];
  if (spoken) return spoken;
  const dashed = reading.class === 'landline' || reading.class === 'service_400_800';
  return (dashed && DASHED_EXTENSION.exec(after)?.[1]) || null;
}
