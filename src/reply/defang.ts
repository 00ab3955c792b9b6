import { printable } from './printable.js';

/** Dots as clients read them, between two characters; the ideographic full stop ends sentences unless Latin letters or digits stand around it. */
const ADDRESS_DOT = /(?<=[^\s.．｡․])[.．｡․](?=[^\s.．｡․])|(?<=[a-z0-9])。(?=[a-z0-9])/giu;

const WEB_SCHEME = /h(tt)(ps?)(?=:\/\/)/gi;
const OTHER_SCHEME = /([a-z][a-z0-9+.-]{0,20}):(?=\/\/)/gi;
/** Schemes that open something without slashes. */
const BARE_SCHEME = /\b(mailto|tel|sms|smsto|tg|weixin|alipays?|data|javascript):/gi;

/** Amounts are read as amounts when their thousands are set apart; nobody dials those. */
const AMOUNT = /(?<![\p{Nd}.])[0-9]{5,9}(?:(?=\.[0-9]{2}(?![\p{Nd}.]))|(?=\s?(?:元|块|万)))/gu;

/** Digits with at most three separators between neighbours: the widest run that some client takes for one number. */
const DIGIT_RUN = /\p{Nd}(?:[\s\-‐-―()（）·]{0,3}\p{Nd})*/gu;
/** Clients link runs from five digits on (95188, 12378). */
const DIALLABLE = 5;

const breakScheme = (whole: string, scheme: string): string => (/^hxxps?$/i.test(scheme) ? whole : `${scheme}[:]`);

const breakSchemes = (text: string): string =>
  text.replace(WEB_SCHEME, 'hxx$2').replace(OTHER_SCHEME, breakScheme).replace(BARE_SCHEME, '$1[:]');

/** 198.51.100.23 is an address, 16.50 is an amount. */
function isDecimalPoint(text: string, at: number): boolean {
  const before = /[0-9.]*$/.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  const after = /^[0-9.]*/.exec(text.slice(at + 1, at + 20))?.[0] ?? '';
  const next = text[at + 1 + after.length] ?? '';
  return /^\d+$/.test(before) && /^\d{1,2}$/.test(after) && !/[a-z_-]/i.test(next);
}

const breakDots = (text: string): string =>
  text.replace(ADDRESS_DOT, (dot: string, at: number) => (isDecimalPoint(text, at) ? dot : '[.]'));

/** @name, #topic, $SHARE and /command open something in a chat. */
const breakMentions = (text: string): string =>
  text
    .replaceAll('@', '[@]')
    .replace(/#(?=[\p{L}\p{N}_])/gu, '＃')
    .replace(/\$(?=\p{L})/gu, '＄')
    .replace(/(^|[^\p{L}\p{N}_\])／/])\/(?=[\p{L}\p{N}_])/gu, '$1／');

const withThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

const SIZES: Readonly<Record<number, readonly number[]>> = {
  5: [3, 2],
  6: [3, 3],
  7: [3, 4],
  9: [3, 3, 3],
  10: [3, 3, 4],
  11: [3, 4, 4],
};

/** 15421192826 → 154·2119·2826, 4000000123 → 400·000·0123, 95188 → 951·88: how people read them aloud. */
function groups(digits: string): string[] {
  const country = /^(0{0,2}86)(1\d{10})$/.exec(digits);
  if (country) return [country[1] ?? '', ...groups(country[2] ?? '')];
  const rest = [...digits];
  if (rest.length < DIALLABLE) return [digits];
  const found = (SIZES[rest.length] ?? []).map((size) => rest.splice(0, size).join(''));
  while (rest.length > 0) found.push(rest.splice(0, 4).join(''));
  return found;
}

const breakDigits = (text: string): string =>
  text.replace(DIGIT_RUN, (run) => {
    const parts = run.match(/\p{Nd}+/gu) ?? [];
    return parts.join('').length < DIALLABLE ? run : parts.flatMap(groups).join('·');
  });

/** Anything at all that one of the steps of `defang` would change; most words hold none of it. */
const MAY_BE_TAPPED = /[@#$/:.．｡․。\p{Nd}]/u;

/**
 * Somebody else's text so that no client makes any of it tappable: `example[.]top`, `hxxp://`, `154·2119·2826`,
 * `name[@]…`. One line, without invisible characters, which could otherwise hide a dot or join digits again.
 */
export function defang(text: string): string {
  const line = printable(text);
  if (!MAY_BE_TAPPED.test(line)) return line;
  return breakDigits(breakMentions(breakDots(breakSchemes(line)).replace(AMOUNT, withThousands)));
}
