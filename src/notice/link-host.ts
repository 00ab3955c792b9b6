import { Mark } from './address-text.js';
import { type ParsedHost, parseHost } from './hosts.js';
import type { LinkText } from './link-text.js';
import { isMeantAsAddress, isPlainSuffix, isUsualSuffix, namesChatId } from './suffixes.js';

/** A host where it stands, with what stands around it. Offsets are of the link text. */
export interface HostInText {
  readonly parsed: ParsedHost;
  readonly start: number;
  readonly end: number;
}

/** The host between two offsets, cut behind its suffix when words were glued to it. */
export function hostBetween(link: LinkText, start: number, end: number): HostInText | null {
  if (end <= start) return null;
  const parsed = parseHost(link.text.slice(start, end));
  if (parsed && (parsed.isIp || parsed.knownSuffix)) return { parsed, start, end };
  const cut = gluedSuffixEnd(link, start, end);
  const shorter = cut === null ? null : parseHost(link.text.slice(start, cut));
  if (cut !== null && shorter?.knownSuffix && shorter.domain) return { parsed: shorter, start, end: cut };
  return parsed && { parsed, start, end };
}

const OPENING_SUFFIX = /^(com|cn|net|top|vip|cc|xyz|pw)?[a-z]*/;

/** `www.ab.com95588`, `ab.comAPP`: a suffix, then digits, a change to capitals, or anything behind `www.`, where a host must end. */
function gluedSuffixEnd(link: LinkText, start: number, end: number): number | null {
  const { text } = link;
  const last = text.lastIndexOf('.', end - 1) + 1;
  if (last <= start) return null;
  const [letters = '', plain] = OPENING_SUFFIX.exec(text.slice(last, end)) ?? [];
  const announced = /^(?:www|wap|m|h5|3g)\./.test(text.slice(start, last)) || text.indexOf('.', start) < last - 1;
  const lettersEnd = last + letters.length;
  const digitsFollow = lettersEnd < end && /\d/.test(text.charAt(lettersEnd));
  if (digitsFollow && (announced || /^(?:com|cn|net)$/.test(letters)) && parseHost(text.slice(start, lettersEnd))?.knownSuffix) {
    return lettersEnd;
  }
  if (plain === undefined) return null;
  const cut = last + plain.length;
  return announced || link.turnsUpper(cut) ? cut : null;
}

/** Signs right beside a host that hide some of it: what is left is not the host. */
const MASK = /[*×#█■□●○]/;

export function isMaskAt(text: string, at: number): boolean {
  return MASK.test(text.charAt(at));
}

/** Whether a host behind a scheme is one: an address, a name under a suffix, or at least shaped like one. */
export function fitsScheme(link: LinkText, { parsed, start, end }: HostInText): boolean {
  // http://0 is the start of something broken, not an address.
  if (parsed.isIp) return end - start > 6;
  if (parsed.knownSuffix) return parsed.domain !== null;
  return /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(parsed.host) && !isMaskAt(link.text, end);
}

/** Whether a host that no scheme announces is meant as an address. `hasMore`: a path, a port or userinfo comes with it. */
export function fitsBare(link: LinkText, { parsed, start, end }: HostInText, hasMore: boolean): boolean {
  // Four numbers are as likely a version.
  if (parsed.isIp) return hasMore && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(link.text.slice(start, end));
  if (!parsed.knownSuffix || parsed.domain === null) return false;
  const labels = parsed.host.split('.');
  const before = link.text.slice(Math.max(0, start - 8), start);
  const after = link.text.slice(end, end + 2);
  if (!hasMore && namesChatId(before) && !isPlainSuffix(labels.at(-1) ?? '')) return false;
  if (link.hasMark(start, end, Mark.weakDot)) return fitsWeakDots(labels, hasMore, after);
  if (hasMore || labels.length > 2 || link.hasMark(start, end, Mark.bracketDot)) return true;
  return isMeantAsAddress({ labels, before, after });
}

/** 。 and 点 between Latin words are mostly what they look like; only a plain suffix, or several of them, make them the dots of a host. */
function fitsWeakDots(labels: readonly string[], hasMore: boolean, after: string): boolean {
  const [name = '', suffix = ''] = labels;
  if (/^ [a-z]/.test(after)) return false;
  if (labels.length > 2) return hasMore || isUsualSuffix(labels.at(-1) ?? '') || labels.some((label) => label.length > 3);
  if (!isPlainSuffix(suffix)) return name.includes('-') && isUsualSuffix(suffix);
  return hasMore || (name.length > 2 && name !== suffix);
}

/** Whether the labels between two offsets are a host already, so that a 。 behind them ends a sentence. */
export function isWhole(link: LinkText, start: number, end: number): boolean {
  const host = link.text.slice(start, end);
  const dot = host.lastIndexOf('.');
  return dot > 0 && isUsualSuffix(host.slice(dot + 1)) && !(link.address.markAt(start + dot) & Mark.weakDot);
}

/**
 * The end of a host with Chinese labels that starts at an offset; null when there is none. Only for places that a scheme
 * announces, since nothing else says where such a host starts.
 */
export function chineseHostEnd({ text }: LinkText, start: number): number | null {
  const written = CHINESE_HOST.exec(text.slice(start, start + 160))?.[0];
  const labels = written?.split('.') ?? [];
  const stem = labels.slice(0, -1).join('.');
  for (let suffix = labels.at(-1) ?? ''; suffix !== ''; suffix = suffix.slice(0, -1)) {
    const parsed = parseHost(`${stem}.${suffix}`);
    if (parsed?.knownSuffix && parsed.domain !== null) return start + stem.length + 1 + suffix.length;
  }
  return null;
}

const CHINESE_HOST = /^[\p{Script=Han}a-z0-9-]{1,30}(?:\.[\p{Script=Han}a-z0-9-]{1,30}){1,4}/u;
