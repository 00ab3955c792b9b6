import { createRequire } from 'node:module';
import { domainToASCII, domainToUnicode } from 'node:url';
import type * as Suffixes from 'tldts';

// As CommonJS, which it is: an import statement would have the whole list of suffixes searched for export names, and
// that takes four times as long as loading it.
const { parse } = createRequire(import.meta.url)('tldts') as typeof Suffixes;

export interface ParsedHost {
  /** Lower case, punycode, no trailing dot; an IP address in dotted form (IPv4) or without brackets (IPv6). */
  readonly host: string;
  readonly hostUnicode: string;
  /** eTLD+1 by the Public Suffix List, private registries ignored; null for an IP address and for a suffix itself. */
  readonly domain: string | null;
  readonly publicSuffix: string | null;
  readonly isIp: boolean;
  /** One label mixes scripts that no language writes together, such as Latin and Cyrillic (UTS 39). */
  readonly mixedScript: boolean;
  /** The suffix is one that names can be registered under (or `.example`, kept for examples by RFC 2606). */
  readonly knownSuffix: boolean;
}

const KEPT = 2_048;
const known = new Map<string, ParsedHost | null>();

/** Takes a host apart; null when no browser would go there. Port, userinfo and scheme must be cut off before. */
export function parseHost(host: string): ParsedHost | null {
  const remembered = known.get(host);
  if (remembered !== undefined) return remembered;
  const parsed = readHost(host);
  if (known.size >= KEPT) known.clear();
  known.set(host, parsed);
  return parsed;
}

const PLAIN = /^[a-z0-9._-]+$/;
const LONGEST = 253;

function readHost(written: string): ParsedHost | null {
  const ascii = toAscii(written.replace(/\.$/, ''));
  if (/^\[.+\]$/.test(ascii)) return ipHost(ascii.slice(1, -1));
  if (ascii === '' || ascii.length > LONGEST || !labelsFit(ascii)) return null;
  if (isIpV4(ascii)) return ipHost(ascii);
  const { domain, publicSuffix, isIcann } = parse(ascii, { extractHostname: false, validateHostname: false, detectIp: false });
  const hostUnicode = ascii.includes('xn--') ? domainToUnicode(ascii) || ascii : ascii;
  return {
    host: ascii,
    hostUnicode,
    domain,
    publicSuffix,
    isIp: false,
    mixedScript: hostUnicode !== ascii && hostUnicode.split('.').some(mixesScripts),
    knownSuffix: isIcann === true || publicSuffix === 'example',
  };
}

/** IDNA, percent-decoding and the other spellings of an IPv4 address, exactly as a browser does them. */
function toAscii(host: string): string {
  // Ordinary hosts, which skip the conversion. A last label of digits or 0x… may be an address in another spelling.
  if (PLAIN.test(host) && !host.includes('xn--') && !/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(host)) return host;
  return domainToASCII(host);
}

function labelsFit(ascii: string): boolean {
  return ascii.split('.').every((label) => label.length > 0 && label.length <= 63) && /^[^\s:/?#@[\]*]+$/.test(ascii);
}

function isIpV4(ascii: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(ascii);
}

function ipHost(host: string): ParsedHost {
  return { host, hostUnicode: host, domain: null, publicSuffix: null, isIp: true, mixedScript: false, knownSuffix: false };
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
];

/** Chinese beside Latin letters is ordinary in Chinese names (京东jd) and does not count. */
function mixesScripts(label: string): boolean {
  return SCRIPTS.filter((script) => script.test(label)).length > 1;
}
