import { carriedHost, offersInstaller } from './address-path.js';
import { Mark } from './address-text.js';
import { FATE_TABLE, Fate } from './fold-table.js';
import { type ParsedHost, parseHost } from './hosts.js';
import type { HostInText } from './link-host.js';
import type { LinkText } from './link-text.js';
import type { Link, LinkDisguise } from './types.js';

/** One address with all its parts, before it is recorded. Offsets are of the link text. */
export interface ReadAddress {
  readonly host: HostInText;
  /** Where its scheme, its userinfo or its host starts. */
  readonly start: number;
  readonly end: number;
  readonly scheme: string | null;
  readonly userinfo: string | null;
  readonly port: string | null;
  readonly path: string;
}

export function linkOf(link: LinkText, address: ReadAddress): Link {
  const { start, end, scheme, userinfo, port, path } = address;
  const parsed = withLostMarks(link, address.host);
  return {
    host: parsed.host,
    hostUnicode: parsed.hostUnicode,
    domain: parsed.domain,
    publicSuffix: parsed.publicSuffix,
    scheme,
    port,
    path,
    isIp: parsed.isIp,
    isInstaller: offersInstaller(path),
    userinfo,
    disguises: disguisesOf(link, address),
    carries: carriedHost(path),
    mixedScript: parsed.mixedScript,
    origin: link.origin,
    span: link.span(start, end),
  };
}

/** Folding drops combining marks that no letter takes up; a browser does not, and goes to another host. */
function withLostMarks(link: LinkText, { parsed, start, end }: HostInText): ParsedHost {
  if (!link.lostCharacters) return parsed;
  const written = link.written(start, end);
  return (/\p{M}/u.test(written) && parseHost(written.normalize('NFKC').toLowerCase())) || parsed;
}

const FULL_WIDTH = /[\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

function disguisesOf(link: LinkText, { host, start, end, userinfo }: ReadAddress): LinkDisguise[] {
  const written = link.written(host.start, host.end);
  const found: [LinkDisguise, boolean][] = [
    ['spelled_dot', link.hasMark(host.start, host.end, Mark.bracketDot | Mark.weakDot)],
    ['spaced', link.hasMark(start, end, Mark.spaced)],
    ['masked_scheme', link.hasMark(start, host.start, Mark.maskedScheme)],
    ['invisible_characters', link.lostCharacters && holdsInvisible(written)],
    ['full_width', FULL_WIDTH.test(written)],
    ['userinfo', userinfo !== null],
    [
      'encoded_ip',
      host.parsed.isIp && !host.parsed.host.includes(':') && link.text.slice(host.start, host.end) !== host.parsed.host,
    ],
  ];
  return found.filter(([, applies]) => applies).map(([disguise]) => disguise);
}

function holdsInvisible(written: string): boolean {
  for (let at = 0; at < written.length; at += 1) {
    const fate = FATE_TABLE[written.charCodeAt(at)];
    if (fate === Fate.drop || fate === Fate.combine) return true;
  }
  return false;
}
