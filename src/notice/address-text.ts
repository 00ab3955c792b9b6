import type { TraitedFold } from './fold.js';
import { parseHost } from './hosts.js';
import { allMatches } from './matches.js';
import { isPlainSuffix } from './suffixes.js';
import { Trait } from './traits.js';

/** How one character of an address text came to stand there. */
export const Mark = {
  /** The dot was written in brackets or as a word in them: [.] (点). Nobody does that by chance. */
  bracketDot: 1,
  /** The dot was written as 。 · 点 or “dot”, which also stand in ordinary sentences. */
  weakDot: 2,
  maskedScheme: 4,
  /** A space stood before it. */
  spaced: 8,
} as const;

/** A copy in which spelled dots, masked schemes and spaced-out addresses are written plainly, with a map to the folded text. */
export interface AddressText {
  readonly text: string;
  markAt(index: number): number;
  /** Offset in the folded text. */
  toFolded(index: number): number;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly becomes: string;
  /** Set on every character that it becomes, or on the one that follows when it becomes nothing. */
  readonly mark: number;
}

/** Rewrites what hides an address. Costs next to nothing where no such spelling occurs. */
export function addressTextOf(folded: TraitedFold): AddressText {
  const plain: AddressText = { text: folded.text, markAt: () => 0, toFolded: (index) => index };
  const dotted = rewrite(
    plain,
    [...dotEdits(folded), ...schemeEdits(folded)].sort((a, b) => a.start - b.start),
  );
  return dotted.text.includes(' ') ? rewrite(dotted, spaceEdits(dotted.text)) : dotted;
}

const LABEL = 'a-z0-9\\u00c0-\\u02af\\u0370-\\u0587';
const BRACKET_DOT = / ?[[({<【〔《「] ?(?:[.。·•・,点]|dot|d0t) ?[\])}>】〕》」] ?/g;
const WEAK_DOT = new RegExp(`(?<=[${LABEL}]) ?(?:[。·•・‧∙⋅▪●°˙点]|[ _-]dot[ _-]) ?(?=[${LABEL}])`, 'g');

/** `www,ab,com`, `www.ab,com`: a comma only behind www. */
const COMMA_DOT =
  /(?<=(?<![a-z0-9])www),(?=[a-z0-9-]{1,40}[.,](?:com|cn|net|cc|top|vip|xyz)(?![a-z]))|(?<=(?<![a-z0-9])www[.,][a-z0-9-]{1,40}),(?=(?:com|cn|net|cc|top|vip|xyz)(?![a-z]))/g;

function dotEdits(folded: TraitedFold): Edit[] {
  const edits: Edit[] = [];
  if (!(folded.traits & Trait.dot) && !folded.text.includes('dot') && !folded.text.includes('www,')) return edits;
  for (const match of allMatches(BRACKET_DOT, folded.text)) edits.push(editOf(match, '.', Mark.bracketDot));
  for (const match of allMatches(WEAK_DOT, folded.text)) edits.push(editOf(match, '.', Mark.weakDot));
  if (folded.text.includes('www,') || folded.text.includes('www.')) {
    for (const match of allMatches(COMMA_DOT, folded.text)) edits.push(editOf(match, '.', Mark.weakDot));
  }
  return edits;
}

/** http with letters hidden (hxxp, h**p) or with spaces between its signs. */
const SCHEME = /(?<![a-z])h ?([tx*×+_-]) ?([tx*×+_-]) ?p ?(s ?)?(?:\[?:\]?|;) ?[/\\] ?[/\\] ?/g;

function schemeEdits(folded: TraitedFold): Edit[] {
  const edits: Edit[] = [];
  if (!(folded.traits & (Trait.slash | Trait.colon))) return edits;
  for (const match of allMatches(SCHEME, folded.text)) {
    const becomes = match[3] ? 'https://' : 'http://';
    if (match[0] === becomes) continue;
    const masked = match[1] !== 't' || match[2] !== 't';
    edits.push(editOf(match, becomes, (masked ? Mark.maskedScheme : 0) | (match[0].includes(' ') ? Mark.spaced : 0)));
  }
  return edits;
}

function editOf(match: RegExpExecArray, becomes: string, mark: number): Edit {
  return { start: match.index, end: match.index + match[0].length, becomes, mark };
}

function rewrite(previous: AddressText, edits: readonly Edit[]): AddressText {
  if (edits.length === 0) return previous;
  const { text } = previous;
  const origins: number[] = [];
  const marks: number[] = [];
  let rewritten = '';
  let read = 0;
  let pending = 0;
  const copy = (to: number) => {
    for (let at = read; at < to; at += 1) {
      origins.push(previous.toFolded(at));
      marks.push(previous.markAt(at) | pending);
      pending = 0;
    }
    rewritten += text.slice(read, to);
  };
  for (const { start, end, becomes, mark } of edits) {
    if (start < read) continue;
    copy(start);
    for (let at = 0; at < becomes.length; at += 1) {
      origins.push(previous.toFolded(start));
      marks.push(mark);
    }
    if (becomes === '') pending = mark;
    rewritten += becomes;
    read = end;
  }
  copy(text.length);
  const end = previous.toFolded(text.length);
  return { text: rewritten, markAt: (index) => marks[index] ?? 0, toFolded: (index) => origins[index] ?? end };
}

const SPACED_RUN = /[a-z0-9./:-]+(?: [a-z0-9./:-]+)+/g;
const MOST_PIECES = 24;
const LONGEST_HOST = 80;

/** Drops the spaces inside an address that was spaced out to get past filters: `w ww .ab c .c om`, `http://ab.cc / x`. */
function spaceEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of allMatches(SPACED_RUN, text)) joinPieces(match[0].split(' '), match.index, edits);
  return edits;
}

/** A run with more breaks than this that lead nowhere is no address, and following each of them is dear. */
const MOST_FAILURES = 48;

function joinPieces(pieces: readonly string[], start: number, edits: Edit[]): void {
  const offsets = offsetsOf(pieces, start);
  let failures = 0;
  for (let at = 0; at + 1 < pieces.length && failures < MOST_FAILURES; at += 1) {
    const path = opensPath(pieces, at);
    if (!path && !breaksAt(pieces, at)) continue;
    const joined = path ? [at, pathEnd(pieces, at)] : brokenHost(pieces, at);
    if (!joined) {
      failures += 1;
      continue;
    }
    const [first = at, last = at] = joined;
    for (let piece = first; piece < last; piece += 1) {
      const space = (offsets[piece + 1] ?? 0) - 1;
      edits.push({ start: space, end: space + 1, becomes: '', mark: Mark.spaced });
    }
    at = Math.max(at, last - 1);
  }
}

function offsetsOf(pieces: readonly string[], start: number): number[] {
  const offsets: number[] = [];
  let offset = start;
  for (const piece of pieces) {
    offsets.push(offset);
    offset += piece.length + 1;
  }
  return offsets;
}

/** `http://ab.cc / x`: only behind a scheme, where nothing but an address can be meant. */
function opensPath(pieces: readonly string[], at: number): boolean {
  return /:\/\/[^/]+$/.test(pieces[at] ?? '') && (pieces[at + 1] ?? '').startsWith('/');
}

function pathEnd(pieces: readonly string[], at: number): number {
  return pieces[at + 1] === '/' && at + 2 < pieces.length ? at + 2 : at + 1;
}

function breaksAt(pieces: readonly string[], at: number): boolean {
  const piece = pieces[at] ?? '';
  const next = pieces[at + 1] ?? '';
  if (next.startsWith('.') || /[a-z0-9]\.$/.test(piece)) return true;
  if (piece.includes('://'))
    return !hasSuffix(piece) || isPlainSuffix(/\.([a-z]*)$/.exec(piece)?.[1] + (/^[a-z]*/.exec(next)?.[0] ?? ''));
  return /^(?:\S*:\/\/)?w{1,3}\./.test(piece + next) ? !isWhole(piece) : /^w{1,2}$/.test(piece) && next.startsWith('w');
}

/** The pieces around `at` that make up one host with a plain suffix, as first and last index; null when they do not. */
function brokenHost(pieces: readonly string[], at: number): [number, number] | null {
  let first = at;
  while (first > 0 && isShort(pieces[first]) && isShort(pieces[first - 1]) && at - first < MOST_PIECES) first -= 1;
  let host = pieces.slice(first, at + 1).join('');
  for (let last = at + 1; last < pieces.length && last - at < MOST_PIECES && host.length < LONGEST_HOST; last += 1) {
    const piece = pieces[last] ?? '';
    if (last > at + 1 && /^www\.|:\/\//.test(piece)) return null;
    host += piece;
    if (!isWhole(host) || (pieces[last + 1] ?? '').startsWith('.')) continue;
    return spaceOnlyAfterDot(pieces, first, last) && last + 1 < pieces.length ? null : [first, last];
  }
  return null;
}

function isShort(piece: string | undefined): boolean {
  return piece !== undefined && piece.length <= 3 && /^[a-z0-9-]+$|^\.$/.test(piece);
}

function isWhole(host: string): boolean {
  const suffix = /^(?:[a-z]+:\/\/)?(?:[a-z0-9-]+\.)+([a-z]+)(?:[:/].*)?$/.exec(host)?.[1];
  return suffix !== undefined && isPlainSuffix(suffix);
}

/** Behind a scheme any registered suffix ends a host. */
function hasSuffix(piece: string): boolean {
  const host = piece.slice(piece.indexOf('://') + 3).replace(/[:/?#].*$/, '');
  const parsed = host.includes('.') ? parseHost(host) : null;
  return parsed !== null && (parsed.isIp || (parsed.knownSuffix && parsed.domain !== null));
}

/** `Call me. Top quality`: with spaces only behind dots and words going on, it may be two sentences. */
function spaceOnlyAfterDot(pieces: readonly string[], first: number, last: number): boolean {
  return pieces.slice(first, last).every((piece) => piece.endsWith('.')) && !(pieces[first] ?? '').startsWith('www');
}
