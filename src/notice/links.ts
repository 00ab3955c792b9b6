import { carriedHost, offersInstaller, pathEnd } from './address-path.js';
import { type AddressText, addressTextOf, Mark } from './address-text.js';
import type { TraitedFold } from './fold.js';
import { FATE_TABLE, Fate } from './fold-table.js';
import { type ParsedHost, parseHost } from './hosts.js';
import { isMeantAsAddress, isPlainSuffix, isUsualSuffix } from './suffixes.js';
import { TRAIT_TABLE, Trait } from './traits.js';
import type { DeepLink, Link, LinkDisguise, Span } from './types.js';

export interface FoundLinks {
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
export function findLinks(folded: TraitedFold, source: string): FoundLinks {
  // No suffix and no scheme without a letter, and no address without a dot or a scheme.
  if (!(folded.traits & Trait.latin) || !(folded.traits & (Trait.dot | Trait.slash | Trait.bracket))) {
    if (!(folded.traits & Trait.latin) || !folded.text.includes('dot')) return NOTHING;
  }
  return new LinkSearch(folded, source).run();
}

/** An authority as it stands in the address text, before it is judged. */
interface Candidate {
  /** Where the whole address starts: its scheme or userinfo. */
  readonly start: number;
  readonly hostStart: number;
  readonly hostEnd: number;
  readonly scheme: string | null;
  readonly userinfo: string | null;
}

/** With the slips of the hand that phones still open: htp, ttps. */
const WEB_SCHEME = /(?:ftp|h?ttps?|^htps?|^hhttps?|^hppts?)$/;
const LABEL = Trait.digit | Trait.latin | Trait.foreign;
/** A sign right beside a host that hides some of it: what is left is not the host. */
const MASKS = /[*×#█■□●○]/;

class LinkSearch {
  readonly #folded: TraitedFold;
  readonly #source: string;
  readonly #address: AddressText;
  readonly #text: string;
  readonly #links: Link[] = [];
  readonly #deepLinks: DeepLink[] = [];
  readonly #taken: Span[] = [];
  readonly #seen = new Set<string>();
  /** Nothing before this belongs to a new address. */
  #floor = 0;

  constructor(folded: TraitedFold, source: string) {
    this.#folded = folded;
    this.#source = source;
    this.#address = addressTextOf(folded);
    this.#text = this.#address.text;
  }

  run(): FoundLinks {
    const text = this.#text;
    let dot = text.indexOf('.');
    let slashes = text.indexOf('//');
    let at = 0;
    while (dot >= 0 || slashes >= 0) {
      const schemeFirst = slashes >= 0 && (dot < 0 || slashes < dot);
      at = schemeFirst ? this.#withScheme(slashes) : this.#bare(dot);
      this.#floor = Math.max(this.#floor, at);
      if (slashes >= 0 && slashes < at) slashes = text.indexOf('//', at);
      if (dot >= 0 && dot < at) dot = text.indexOf('.', at);
    }
    if (this.#taken.length === 0) return NOTHING;
    return { links: this.#links, deepLinks: this.#deepLinks, taken: this.#taken };
  }

  /** Reads what stands around `//`; returns where the search goes on. */
  #withScheme(slashes: number): number {
    const start = this.#schemeStart(slashes);
    if (start === null) return slashes + 2;
    const scheme = this.#text.slice(start, slashes - 1);
    const web = WEB_SCHEME.exec(scheme);
    if (!web) return this.#deepLink(start, slashes, scheme);
    const authority = authorityAt(this.#text, slashes + 2);
    const candidate = {
      ...authority,
      start: start + web.index,
      scheme: web[0] === 'ftp' || web[0] === 'https' ? web[0] : 'http',
    };
    return this.#accept(candidate, true) ?? this.#acceptChinese(candidate) ?? slashes + 2;
  }

  #schemeStart(slashes: number): number | null {
    if (this.#text.charAt(slashes - 1) !== ':') return null;
    let start = slashes - 1;
    while (start > this.#floor && /[a-z0-9+.-]/.test(this.#text.charAt(start - 1)) && slashes - start < 40) start -= 1;
    while (start < slashes - 1 && !/[a-z]/.test(this.#text.charAt(start))) start += 1;
    return slashes - 1 - start < 2 ? null : start;
  }

  /** Its own host opens an app; a web address that it carries is a link all the same. */
  #deepLink(start: number, slashes: number, scheme: string): number {
    const end = pathEnd(this.#address, slashes, (index) => this.#isFullWidth(index));
    const span = this.#span(start, end);
    this.#deepLinks.push({ scheme, span });
    this.#take(start, end);
    const carried = carriedHost(this.#text.slice(slashes + 1, end));
    const parsed = carried ? parseHost(carried) : null;
    if (parsed) this.#add(parsed, { start, hostStart: start, hostEnd: start, scheme: null, userinfo: null }, end, null, '');
    return end;
  }

  /** Reads the host around a dot that no scheme announces; returns where the search goes on. */
  #bare(dot: number): number {
    const text = this.#text;
    let start = dot;
    while (start > this.#floor && isLabelAt(text, start - 1)) start -= 1;
    let end = dot + 1;
    while (end < text.length && (isLabelAt(text, end) || (text.charAt(end) === '.' && isLabelAt(text, end + 1)))) end += 1;
    if (start === dot || end === dot + 1) return dot + 1;
    if (text.charAt(start - 1) === '@' || text.charAt(end) === '@') return this.#beforeAt(start, end);
    if (MASKS.test(text.charAt(start - 1))) return end;
    let reached = end;
    for (const [from, to] of this.#chainParts(start, end)) {
      const past = this.#accept({ start: from, hostStart: from, hostEnd: to, scheme: null, userinfo: null }, false);
      if (past !== null) reached = Math.max(reached, past);
    }
    return reached;
  }

  /** An e-mail address, or a bare `www.alipay.com@host/path`, whose path tells that it is not one. */
  #beforeAt(start: number, end: number): number {
    if (this.#text.charAt(end) !== '@') return end;
    const authority = authorityAt(this.#text, start);
    const after = this.#text.charAt(authority.hostEnd);
    if (authority.userinfo === null || (after !== '/' && after !== ':')) return Math.max(end, authority.hostEnd);
    return this.#accept({ ...authority, start, scheme: null }, false) ?? Math.max(end, authority.hostEnd);
  }

  /** Cuts a chain of labels where two hosts were glued together: before `www.`, and behind a host that ended with 。 */
  #chainParts(start: number, end: number): [number, number][] {
    const parts: [number, number][] = [];
    let from = start;
    for (let at = start + 1; at < end; at += 1) {
      const newHost = isHostHead(this.#text, at, end) && this.#beginsAnew(from, at);
      const sentenceEnd = this.#text.charAt(at) === '.' && this.#address.markAt(at) & Mark.weakDot && this.#isWhole(from, at);
      if (!newHost && !sentenceEnd) continue;
      parts.push([from, this.#text.charAt(at - 1) === '.' ? at - 1 : at]);
      from = sentenceEnd ? at + 1 : at;
    }
    parts.push([from, end]);
    return parts.filter(([first, last]) => first < last);
  }

  #beginsAnew(from: number, at: number): boolean {
    return this.#text.charAt(at - 1) !== '.' || this.#isWhole(from, at - 1);
  }

  #isWhole(from: number, to: number): boolean {
    const host = this.#text.slice(from, to);
    const dot = host.lastIndexOf('.');
    return dot > 0 && isUsualSuffix(host.slice(dot + 1)) && !(this.#address.markAt(from + dot) & Mark.weakDot);
  }

  /** Adds the link if its host is one; returns where it ends, or null. */
  #accept(candidate: Candidate, announced: boolean): number | null {
    const [hostStart, hostEnd] = trimLabels(this.#text, candidate.hostStart, candidate.hostEnd);
    if (hostEnd <= hostStart) return null;
    const found = this.#hostAt(hostStart, hostEnd);
    if (!found) return null;
    const [parsed, end] = found;
    const read: Candidate = {
      ...candidate,
      start: Math.max(candidate.start, candidate.scheme || candidate.userinfo ? 0 : hostStart),
      hostStart,
      hostEnd: end,
    };
    const port = /^:(\d{1,5})(?!\d)/.exec(this.#text.slice(end, end + 7))?.[1] ?? null;
    const pathStart = port === null ? end : end + port.length + 1;
    const past = pathEnd(this.#address, pathStart, (index) => this.#isFullWidth(index));
    const path = this.#text.slice(pathStart, past);
    if (!(announced ? this.#fitsScheme(parsed, end) : this.#fitsBare(parsed, read, path, port))) return null;
    this.#add(parsed, read, past, port, path);
    return past;
  }

  /** The host between two offsets, cut behind its suffix when words were glued to it. */
  #hostAt(start: number, end: number): [ParsedHost, number] | null {
    const parsed = parseHost(this.#text.slice(start, end));
    if (parsed && (parsed.isIp || parsed.knownSuffix)) return [parsed, end];
    const cut = this.#gluedSuffixEnd(start, end);
    const shorter = cut === null ? null : parseHost(this.#text.slice(start, cut));
    if (cut !== null && shorter?.knownSuffix && shorter.domain) return [shorter, cut];
    return parsed ? [parsed, end] : null;
  }

  /** `www.ab.com95588`, `ab.comAPP`: a suffix, then digits, a change to capitals, or anything behind `www.`, where a host must end. */
  #gluedSuffixEnd(start: number, end: number): number | null {
    const last = this.#text.lastIndexOf('.', end - 1) + 1;
    const [, plain, glued] = /^(com|cn|net|top|vip|cc|xyz|pw)?([a-z]*)/.exec(this.#text.slice(last, end)) ?? [];
    if (last <= start) return null;
    const announced = /^(?:www|wap|m|h5|3g)\./.test(this.#text.slice(start, end)) || this.#text.indexOf('.', start) < last - 1;
    const lettersEnd = last + (plain ?? '').length + (glued ?? '').length;
    if (/\d/.test(this.#text.charAt(lettersEnd)) && lettersEnd < end && (announced || /^(?:com|cn|net)$/.test(this.#text.slice(last, lettersEnd)))) {
      const wholeIsSuffix = parseHost(this.#text.slice(start, lettersEnd))?.knownSuffix;
      if (wholeIsSuffix) return lettersEnd;
    }
    if (plain === undefined) return null;
    const cut = last + plain.length;
    return announced || this.#turnsUpper(cut) ? cut : null;
  }

  #turnsUpper(at: number): boolean {
    const char = (index: number) => this.#source.charAt(this.#span(index, index + 1).start);
    return /[A-Z]/.test(char(at)) && /[a-z]/.test(char(at - 1));
  }

  #fitsScheme(parsed: ParsedHost, end: number): boolean {
    if (parsed.isIp || parsed.knownSuffix) return parsed.isIp || parsed.domain !== null;
    return /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(parsed.host) && !MASKS.test(this.#text.charAt(end));
  }

  #fitsBare(parsed: ParsedHost, { start, hostStart, hostEnd, userinfo }: Candidate, path: string, port: string | null): boolean {
    const hasPath = path !== '' || port !== null;
    // Without a scheme, four numbers are as likely a version.
    if (parsed.isIp) return isDottedQuad(this.#text.slice(hostStart, hostEnd)) && (hasPath || userinfo !== null);
    if (!parsed.knownSuffix || parsed.domain === null) return false;
    const labels = parsed.host.split('.');
    const suffix = labels.at(-1) ?? '';
    if (this.#hasMark(hostStart, hostEnd, Mark.weakDot)) return this.#fitsWeakDots(labels, suffix, hasPath, hostEnd);
    if (hasPath || labels.length > 2 || this.#hasMark(hostStart, hostEnd, Mark.bracketDot)) return true;
    return isMeantAsAddress({
      labels,
      before: this.#text.slice(Math.max(0, start - 8), start),
      after: this.#text.slice(hostEnd, hostEnd + 2),
    });
  }

  /** 。 and 点 between Latin words are mostly what they look like; only a plain suffix makes them the dots of a host. */
  #fitsWeakDots(labels: readonly string[], suffix: string, hasPath: boolean, end: number): boolean {
    if (!isPlainSuffix(suffix)) return false;
    if (hasPath || labels.length > 2) return true;
    const name = labels[0] ?? '';
    return name.length > 2 && name !== suffix && !/^\d{1,2}$/.test(name) && !/^ [a-z]/.test(this.#text.slice(end, end + 2));
  }

  /** A host with Chinese labels: only behind a scheme or `www.`, since nothing else says where it starts. */
  #acceptChinese(candidate: Candidate): number | null {
    const written = /^[\p{Script=Han}a-z0-9-]{1,30}(?:\.[\p{Script=Han}a-z0-9-]{1,30}){1,4}/u.exec(
      this.#text.slice(candidate.hostStart, candidate.hostStart + 160),
    )?.[0];
    const labels = written?.split('.') ?? [];
    for (let suffix = labels.at(-1) ?? ''; suffix !== ''; suffix = suffix.slice(0, -1)) {
      const host = [...labels.slice(0, -1), suffix].join('.');
      const parsed = parseHost(host);
      if (!parsed?.knownSuffix || parsed.domain === null) continue;
      return this.#accept({ ...candidate, hostEnd: candidate.hostStart + host.length }, true);
    }
    return null;
  }

  #add(parsed: ParsedHost, candidate: Candidate, end: number, port: string | null, path: string): void {
    this.#take(candidate.start, end);
    const host = this.#withMarks(parsed, candidate);
    const key = host.host + path;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#links.push({
      host: host.host,
      hostUnicode: host.hostUnicode,
      domain: host.domain,
      publicSuffix: host.publicSuffix,
      scheme: candidate.scheme,
      port,
      path,
      isIp: host.isIp,
      isInstaller: offersInstaller(path),
      userinfo: candidate.userinfo,
      disguises: this.#disguises(host, candidate, end),
      carries: carriedHost(path),
      mixedScript: host.mixedScript,
      span: this.#span(candidate.start, end),
    });
  }

  /** Folding drops combining marks that no letter takes up; a browser does not, and goes to another host. */
  #withMarks(parsed: ParsedHost, { hostStart, hostEnd }: Candidate): ParsedHost {
    if (!(this.#folded.traits & Trait.removed)) return parsed;
    const { start, end } = this.#span(hostStart, hostEnd);
    const written = this.#source.slice(start, end);
    if (!/\p{M}/u.test(written)) return parsed;
    return parseHost(written.normalize('NFKC').toLowerCase()) ?? parsed;
  }

  #disguises(host: ParsedHost, candidate: Candidate, end: number): LinkDisguise[] {
    const { start, hostStart, hostEnd, userinfo } = candidate;
    const disguises: LinkDisguise[] = [];
    if (this.#hasMark(hostStart, hostEnd, Mark.bracketDot | Mark.weakDot)) disguises.push('spelled_dot');
    if (this.#hasMark(start, end, Mark.spaced)) disguises.push('spaced');
    if (this.#hasMark(start, hostStart, Mark.maskedScheme)) disguises.push('masked_scheme');
    const span = this.#span(hostStart, hostEnd);
    const written = this.#source.slice(span.start, span.end);
    if (this.#folded.traits & Trait.removed && holdsInvisible(written)) disguises.push('invisible_characters');
    if (/[\uff01-\uff5e]/.test(written)) disguises.push('full_width');
    if (userinfo !== null) disguises.push('userinfo');
    if (host.isIp && this.#text.slice(hostStart, hostEnd) !== host.host) disguises.push('encoded_ip');
    return disguises;
  }

  #hasMark(start: number, end: number, mark: number): boolean {
    for (let at = start; at < end; at += 1) if (this.#address.markAt(at) & mark) return true;
    return false;
  }

  #isFullWidth(index: number): boolean {
    return this.#source.charCodeAt(this.#span(index, index + 1).start) > 0xff;
  }

  #take(start: number, end: number): void {
    this.#taken.push({ start: this.#address.toFolded(start), end: this.#foldedEnd(end) });
  }

  #span(start: number, end: number): Span {
    return this.#folded.toOriginal(this.#address.toFolded(start), this.#foldedEnd(end));
  }

  #foldedEnd(end: number): number {
    return end === 0 ? 0 : this.#address.toFolded(end - 1) + 1;
  }
}

function isLabelAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return ((TRAIT_TABLE[unit] ?? 0) & LABEL) !== 0 || unit === 0x2d || unit === 0x5f;
}

const USERINFO = /[^\s/?#\\@]{1,128}@(?=[^\s/?#\\@])/y;

/** The authority that starts at an offset behind `//`: everything before the last `@` is only for show. */
function authorityAt(text: string, start: number): Omit<Candidate, 'start' | 'scheme'> {
  let hostStart = start;
  for (;;) {
    USERINFO.lastIndex = hostStart;
    const shown = USERINFO.exec(text);
    if (!shown) break;
    hostStart += shown[0].length;
  }
  let hostEnd = hostStart;
  while (hostEnd < text.length && (isLabelAt(text, hostEnd) || text.charAt(hostEnd) === '.' || text.charAt(hostEnd) === '%'))
    hostEnd += 1;
  return { hostStart, hostEnd, userinfo: hostStart > start ? text.slice(start, hostStart - 1) : null };
}

/** Without hyphens, underscores and dots at either end, which belong to the sentence. */
function trimLabels(text: string, start: number, end: number): [number, number] {
  let first = start;
  let last = end;
  while (first < last && /[._-]/.test(text.charAt(first))) first += 1;
  while (last > first && /[._-]/.test(text.charAt(last - 1))) last -= 1;
  return [first, last];
}

/** `www.` or `wap.` with a whole host behind it: words that were glued to it are not part of the host. */
function isHostHead(text: string, at: number, end: number): boolean {
  if (!text.startsWith('www.', at) && !text.startsWith('wap.', at)) return false;
  const dot = text.indexOf('.', at + 4);
  return dot > 0 && dot < end;
}

function isDottedQuad(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

function holdsInvisible(written: string): boolean {
  for (let at = 0; at < written.length; at += 1) {
    const fate = FATE_TABLE[written.charCodeAt(at)];
    if (fate === Fate.drop || fate === Fate.combine) return true;
  }
  return false;
}
