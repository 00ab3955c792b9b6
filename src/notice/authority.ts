import { TRAIT_TABLE, Trait } from './traits.js';

/** An authority as it stands in a text: what is shown before the last `@`, and the host. */
export interface Authority {
  readonly hostStart: number;
  readonly hostEnd: number;
  readonly userinfo: string | null;
}

const LABEL = Trait.digit | Trait.latin | Trait.foreign;

/** Whether a character can stand in a host name that is not Chinese. */
function isLabelAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return ((TRAIT_TABLE[unit] ?? 0) & LABEL) !== 0 || unit === 0x2d || unit === 0x5f;
}

const IPV6 = /^\[[0-9a-f:.]{2,45}\]/;
const USERINFO = /[^\s/?#\\@]{1,128}@(?=[^\s/?#\\@])/y;

/** The authority that starts at an offset: everything before the last `@` is only for show. */
export function authorityAt(text: string, start: number): Authority {
  let hostStart = start;
  for (;;) {
    USERINFO.lastIndex = hostStart;
    const shown = USERINFO.exec(text);
    if (!shown) break;
    hostStart += shown[0].length;
  }
  let hostEnd = hostStart + (IPV6.exec(text.slice(hostStart, hostStart + 48))?.[0].length ?? 0);
  while (
    hostEnd < text.length &&
    text.charAt(hostEnd - 1) !== ']' &&
    (isLabelAt(text, hostEnd) || /[.%]/.test(text.charAt(hostEnd)))
  )
    hostEnd += 1;
  return { hostStart, hostEnd, userinfo: hostStart > start ? text.slice(start, hostStart - 1) : null };
}

/** Without hyphens, underscores and dots at either end, which belong to the sentence. */
export function trimLabels(text: string, start: number, end: number): [start: number, end: number] {
  let first = start;
  let last = end;
  while (first < last && /[._-]/.test(text.charAt(first))) first += 1;
  while (last > first && /[._-]/.test(text.charAt(last - 1))) last -= 1;
  return [first, last];
}

/** Labels and single dots around a dot. Equal to the dot's own offset at an end where nothing stands. */
export function chainAround(text: string, dot: number, floor: number): [start: number, end: number] {
  let start = dot;
  while (start > floor && isLabelAt(text, start - 1)) start -= 1;
  let end = dot + 1;
  while (end < text.length && (isLabelAt(text, end) || (text.charAt(end) === '.' && isLabelAt(text, end + 1)))) end += 1;
  return [start, end];
}

/** `www.` or `wap.` with a whole host behind it: words that were glued to it are not part of the host. */
export function isHostHead(text: string, at: number, end: number): boolean {
  if (!text.startsWith('www.', at) && !text.startsWith('wap.', at)) return false;
  // wwww., my-www., swap.
  if (/[w-]/.test(text.charAt(at - 1)) || text.startsWith('swap.', at - 1)) return false;
  const dot = text.indexOf('.', at + 4);
  return dot > 0 && dot < end;
}

/** With the slips of the hand that phones still open: htp, ttps. */
const WEB_SCHEME = /(?:ftp|h?ttps?|^htps?|^hhttps?|^hppts?)$/;

/** The web scheme at the end of letters that may have words glued to their front; null for every other scheme. */
export function webScheme(letters: string): { readonly index: number; readonly scheme: string } | null {
  const match = WEB_SCHEME.exec(letters);
  return match && { index: match.index, scheme: match[0] === 'ftp' ? 'ftp' : match[0].endsWith('s') ? 'https' : 'http' };
}

/** Where the letters of a scheme before `://` start; null when there are none. */
export function schemeStart(text: string, slashes: number, floor: number): number | null {
  if (text.charAt(slashes - 1) !== ':') return null;
  let start = slashes - 1;
  while (start > floor && /[a-z0-9+.-]/.test(text.charAt(start - 1)) && slashes - start < 40) start -= 1;
  while (start < slashes - 1 && !/[a-z]/.test(text.charAt(start))) start += 1;
  return slashes - 1 - start < 2 ? null : start;
}
