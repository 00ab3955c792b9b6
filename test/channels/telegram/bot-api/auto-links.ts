import type { Entity } from './shapes.js';

const LETTER = String.raw`\p{L}\p{N}_`;
const TOPIC = String.raw`\p{L}\p{Nd}_\u00b7\u200c\u0d80-\u0dff`;
/** What may stand in a host or a path: anything visible that is no bracket or quotation mark of ASCII, no format character. */
const HOST = String.raw`a-z0-9_~\-\u00c0-\u1fff\u2070-\u{10ffff}`;

/**
 * What Telegram makes tappable without being asked, after the matchers of tdlib (td/telegram/MessageEntity.cpp), and
 * wider where those need a list: any last label of two letters counts as known. International numbers are found by
 * Telegram's servers, which are not public.
 */
const FOUND: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['mention', new RegExp(`(?<![${LETTER}])@[a-z0-9_]{4,32}(?![${LETTER}])`, 'giu')],
  ['bot_command', new RegExp(`(?<![${LETTER}/<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![${LETTER}/<>])`, 'giu')],
  ['hashtag', new RegExp(`(?<![${TOPIC}])#(?=[\\p{Nd}_·]*\\p{L})[${TOPIC}]{1,256}(?![${TOPIC}]*#)`, 'gu')],
  ['cashtag', new RegExp(`(?<![$${TOPIC}])\\$(?:1INCH|[A-Z]{1,8})(?![$${TOPIC}])`, 'gu')],
  ['url', /\b(?:tg|ton):\/\/[a-z0-9_-]+/giu],
  ['email', /[a-z0-9._+-]+@(?:[a-z0-9_-]+\.)+[a-z]{2,8}\b/giu],
  [
    'url',
    new RegExp(
      `(?:(?:https?|ftp)://)?[${HOST}]+(?:\\.[${HOST}]+)*\\.(?:\\p{L}{2,24}|xn--[a-z0-9]+)(?:[/?#][^\\s<>"«»]*)?`,
      'giu',
    ),
  ],
  ['url', /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gu],
  ['phone_number', /\+\d[\d ()-]{5,18}\d/gu],
  ['bank_card', /(?<![\p{L}\d_.,+-])\d(?:[ -]?\d){12,18}(?![\p{L}\d_-])/gu],
];

/** The check digit of card numbers (ISO/IEC 7812-1, after Luhn). */
function passesLuhn(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9), 0);
  return sum % 10 === 0;
}

const overlaps = (a: Entity, b: Entity): boolean => a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** Everything in a text that Telegram would make tappable by itself, each stretch once. */
export function autoLinks(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      const isCard = type !== 'bank_card' || passesLuhn(match[0]);
      if (isCard && !found.some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** Styles within which nothing is looked for. */
const CLOSED: ReadonlySet<string> = new Set(['code', 'pre', 'text_link']);

/** Styles together with what Telegram finds outside of code and links. */
export const withAutoLinks = (text: string, styles: readonly Entity[]): Entity[] => [
  ...styles,
  ...autoLinks(text).filter((link) => !styles.some((style) => CLOSED.has(style.type) && overlaps(style, link))),
];
