import { Mark } from './address-text.js';
import { parseHost } from './hosts.js';
import type { LinkText } from './link-text.js';

const PATH_START = /[/?#\\]/;
const PATH_CHARACTER = /[a-z0-9\-._~:/?#[\]@!$&'()*+,;=%|{}^\\]/;
/** Punctuation that Chinese keyboards type in full width; there it ends the address. */
const CLOSES_IN_FULL_WIDTH = new Set(",;:!?()'");
const NOT_AT_END = /[.,;:!?'()*_~[\]{}|^-]/;
/** Where the path, query and fragment that start at `from` end; `from` when there are none. */
export function pathEnd(link: LinkText, from: number): number {
  const { text } = link;
  if (from >= text.length || !PATH_START.test(text.charAt(from))) return from;
  let end = from;
  while (end < text.length && PATH_CHARACTER.test(text.charAt(end))) {
    if (link.address.markAt(end) & Mark.weakDot) break;
    if (CLOSES_IN_FULL_WIDTH.has(text.charAt(end)) && link.isFullWidth(end)) break;
    if (end > from && nextAddressAt(text, end)) break;
    end += 1;
  }
  return trimEnd(text, from, end);
}

/** Another address begins here, unless it is the value of a parameter or a step of the path. */
function nextAddressAt(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign === 'h') return startsAddress(text, at) && !/[=/?&]/.test(text.charAt(at - 1));
  return (sign === ',' || sign === ';') && (startsAddress(text, at + 1) || text.startsWith('www.', at + 1));
}

function startsAddress(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at);
}

function trimEnd(text: string, from: number, end: number): number {
  let last = end;
  while (last > from && NOT_AT_END.test(text.charAt(last - 1))) {
    if (text.charAt(last - 1) === ')' && opensBracket(text, from, last - 1)) break;
    last -= 1;
  }
  return last;
}

function opensBracket(text: string, from: number, closing: number): boolean {
  const opened = text.lastIndexOf('(', closing);
  return opened >= from && text.lastIndexOf(')', closing - 1) < opened;
}

const INSTALLER = /\.(?:apk|ipa|exe|mobileconfig)(?:$|[?#&])/;

/** The path offers a file that installs an app. */
export function offersInstaller(path: string): boolean {
  return INSTALLER.test(path);
}

const CARRIED = /(?:https?:)?\/\/(?:[^/?#@&]{0,64}@)?([a-z0-9.\u0370-\u0587-]+)/;
const CARRIED_BARE =
  /[?&#](?:goto|go|url|uri|redirect|redirect_?ur[il]|target|link|jump|to|next|return|returnurl|callback)=([a-z0-9-]+(?:\.[a-z0-9-]+)+)/;

/** Host of another address inside a query or path, however often it was percent-encoded. */
export function carriedHost(path: string): string | null {
  if (path.length < 8) return null;
  let decoded = path.slice(1);
  for (let turn = 0; turn < 3 && decoded.includes('%'); turn += 1) decoded = decodePercent(decoded);
  const written = CARRIED.exec(decoded)?.[1] ?? CARRIED_BARE.exec(path.charAt(0) + decoded)?.[1];
  const carried = written ? parseHost(written.replace(/^[.-]+|[.-]+$/g, '')) : null;
  return carried && (carried.isIp || (carried.knownSuffix && carried.domain !== null)) ? carried.host : null;
}

function decodePercent(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)).toLowerCase());
}
