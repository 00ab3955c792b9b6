import { carriedHost, pathEnd } from './address-path.js';
import { Mark } from './address-text.js';
import { type Authority, authorityAt, chainAround, isHostHead, schemeStart, trimLabels, webScheme } from './authority.js';
import type { TraitedFold } from './fold.js';
import { parseHost } from './hosts.js';
import { chineseHostEnd, fitsBare, fitsScheme, hostBetween, isMaskAt, isWhole } from './link-host.js';
import { linkOf, type ReadAddress } from './link-record.js';
import { LinkText } from './link-text.js';
import { Trait } from './traits.js';
import type { DeepLink, Link, LinkOrigin, Span } from './types.js';

interface FoundLinks {
  readonly links: readonly Link[];
  readonly deepLinks: readonly DeepLink[];
  /** Ranges of the folded text that addresses take up, in order: no number in them is a telephone number. */
  readonly taken: readonly Span[];
}

const NOTHING: FoundLinks = { links: [], deepLinks: [], taken: [] };

/**
 * Every address in a text: with a scheme, or bare under a suffix that names are registered under.
 * Glued to Chinese on both sides, defanged, spaced out, with homoglyphs or userinfo, as an IP address in any spelling.
 */
export function findLinks(folded: TraitedFold, source: string, origin: LinkOrigin = 'text'): FoundLinks {
  if (!mayHoldAddress(folded)) return NOTHING;
  return new LinkSearch(new LinkText(folded, source, origin)).run();
}

/** No suffix and no scheme without a letter, and nothing to part a name from its suffix without one of these signs. */
function mayHoldAddress({ text, traits }: TraitedFold): boolean {
  if (!(traits & Trait.latin)) return false;
  return (traits & (Trait.dot | Trait.slash)) !== 0 || text.includes('dot') || text.includes('www');
}

interface Candidate extends Authority {
  /** Where its scheme or userinfo starts; null when it begins with the host. */
  readonly start: number | null;
  readonly scheme: string | null;
}

const PORT = /^:(\d{1,5})(?!\d)/;

class LinkSearch {
  readonly #link: LinkText;
  readonly #text: string;
  readonly #links: Link[] = [];
  readonly #deepLinks: DeepLink[] = [];
  readonly #taken: Span[] = [];
  readonly #seen = new Set<string>();
  /** Nothing before this belongs to a new address. */
  #floor = 0;

  constructor(link: LinkText) {
    this.#link = link;
    this.#text = link.text;
  }

  run(): FoundLinks {
    const text = this.#text;
    let dot = text.indexOf('.');
    let slashes = text.indexOf('//');
    while (dot >= 0 || slashes >= 0) {
      const schemeFirst = slashes >= 0 && (dot < 0 || slashes < dot);
      const at = schemeFirst ? this.#withScheme(slashes) : this.#bare(dot);
      if (slashes >= 0 && slashes < at) slashes = text.indexOf('//', at);
      if (dot >= 0 && dot < at) dot = text.indexOf('.', at);
    }
    if (this.#taken.length === 0) return NOTHING;
    return { links: this.#links, deepLinks: this.#deepLinks, taken: this.#taken };
  }

  /** Reads what stands around `//`; returns where the search goes on. */
  #withScheme(slashes: number): number {
    const start = schemeStart(this.#text, slashes, this.#floor);
    if (start === null) return slashes + 2;
    const letters = this.#text.slice(start, slashes - 1);
    const web = webScheme(letters);
    if (!web) return this.#deepLink(start, slashes, letters);
    const candidate: Candidate = { ...authorityAt(this.#text, slashes + 2), start: start + web.index, scheme: web.scheme };
    return this.#accept(candidate) ?? this.#acceptChinese(candidate) ?? slashes + 2;
  }

  #acceptChinese(candidate: Candidate): number | null {
    const hostEnd = chineseHostEnd(this.#link, candidate.hostStart);
    return hostEnd === null ? null : this.#accept({ ...candidate, hostEnd });
  }

  #chineseBehindWww(hostStart: number): number | null {
    return this.#acceptChinese({ start: null, hostStart, hostEnd: hostStart, scheme: null, userinfo: null });
  }

  /** Its own host opens an app; a web address that it carries is a link all the same. */
  #deepLink(start: number, slashes: number, scheme: string): number {
    const end = pathEnd(this.#link, slashes);
    this.#deepLinks.push({ scheme, span: this.#link.span(start, end) });
    this.#take(start, end);
    const carried = carriedHost(this.#text.slice(slashes + 1, end));
    const parsed = carried === null ? null : parseHost(carried);
    if (parsed)
      this.#record({ host: { parsed, start, end: start }, start, end, scheme: null, userinfo: null, port: null, path: '' });
    return end;
  }

  /** Reads the host around a dot that no scheme announces; returns where the search goes on. */
  #bare(dot: number): number {
    const [start, end] = chainAround(this.#text, dot, this.#floor);
    if (end === dot + 1 && this.#text.slice(start, dot) === 'www') return this.#chineseBehindWww(start) ?? end;
    if (start === dot || end === dot + 1) return dot + 1;
    if (this.#text.charAt(start - 1) === '@' || this.#text.charAt(end) === '@') return this.#besideAt(start, end);
    if (isMaskAt(this.#text, start - 1)) return end;
    let reached = end;
    for (const [hostStart, hostEnd] of this.#chainParts(start, end)) {
      const past = this.#accept({ start: null, hostStart, hostEnd, scheme: null, userinfo: null });
      if (past !== null) reached = Math.max(reached, past);
    }
    return reached;
  }

  /** An e-mail address, or a bare `www.alipay.com@host/path`, whose path tells that it is not one. */
  #besideAt(start: number, end: number): number {
    if (this.#text.charAt(end) !== '@') return end;
    const authority = authorityAt(this.#text, start);
    const after = this.#text.charAt(authority.hostEnd);
    const past = Math.max(end, authority.hostEnd);
    if (authority.userinfo === null || (after !== '/' && after !== ':')) return past;
    return this.#accept({ ...authority, start, scheme: null }) ?? past;
  }

  /** Cuts a chain of labels where two hosts were glued together: before `www.`, and behind a host that ended with 。 */
  #chainParts(start: number, end: number): [start: number, end: number][] {
    const parts: [number, number][] = [];
    let from = start;
    for (let at = start + 1; at < end; at += 1) {
      const afterDot = this.#text.charAt(at - 1) === '.';
      const newHost = isHostHead(this.#text, at, end) && (!afterDot || isWhole(this.#link, from, at - 1));
      const sentenceEnd = this.#link.address.markAt(at) & Mark.weakDot && isWhole(this.#link, from, at);
      if (!newHost && !sentenceEnd) continue;
      parts.push([from, newHost && afterDot ? at - 1 : at]);
      from = newHost ? at : at + 1;
    }
    parts.push([from, end]);
    return parts;
  }

  /** Records the address if its host is one; returns where it ends, or null. */
  #accept({ start, hostStart, hostEnd, scheme, userinfo }: Candidate): number | null {
    const host = hostBetween(this.#link, ...trimLabels(this.#text, hostStart, hostEnd));
    if (!host) return null;
    const port = PORT.exec(this.#text.slice(host.end, host.end + 7))?.[1] ?? null;
    const pathStart = port === null ? host.end : host.end + 1 + port.length;
    const end = pathEnd(this.#link, pathStart);
    const hasMore = end > host.end || userinfo !== null;
    if (!(scheme === null ? fitsBare(this.#link, host, hasMore) : fitsScheme(this.#link, host))) return null;
    this.#record({ host, start: start ?? host.start, end, scheme, userinfo, port, path: this.#text.slice(pathStart, end) });
    return end;
  }

  #record(address: ReadAddress): void {
    this.#take(address.start, address.end);
    const link = linkOf(this.#link, address);
    const key = link.host + link.path;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#links.push(link);
  }

  #take(start: number, end: number): void {
    this.#floor = Math.max(this.#floor, end);
    this.#taken.push(this.#link.foldedSpan(start, end));
  }
}
