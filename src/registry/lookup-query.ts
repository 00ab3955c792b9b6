import { foldText, type TraitedFold } from '../notice/fold.js';
import { parseHost } from '../notice/hosts.js';
import { readNotices } from '../notice/read.js';
import { findSpelledNumbers } from '../notice/spelled-numbers.js';
import { type Link, type Notice, type NumberingPlan, type NumberReading, TEXT_CAP } from '../notice/types.js';
import { spellSender } from './number-spelling.js';

/** A host as somebody typed it. */
export interface QueriedHost {
  /** Lower case, punycode. */
  readonly host: string;
  readonly hostUnicode: string;
  readonly isIp: boolean;
  /** What stood before an @ to be mistaken for the host. */
  readonly userinfo: string | null;
  /** It is the part behind the @ of an e-mail address. */
  readonly email: boolean;
}

export type Query =
  | { readonly kind: 'number'; readonly written: string; readonly reading: NumberReading }
  | { readonly kind: 'host'; readonly link: QueriedHost }
  /** Folded. */
  | { readonly kind: 'signature' | 'name'; readonly name: string };

export interface ReadQuery {
  readonly query: Query;
  /** A whole message rather than one thing to look up: only the first thing in it was read. */
  readonly isMessage: boolean;
}

/** Nobody types more to look one thing up; a longer text is a message. Characters. */
const LONGEST_QUERY = 60;
const SIGNATURE = /^[【[［〔「](?<name>[^【】[\]［］〔〕「」]{1,40})[】\]］〕」]$/u;
const EMAIL = /^[^\s@/:]+@(?<host>[^\s@/:]+\.[^\s@/:]+)$/u;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** One word with a dot between letters: an address under a suffix that nobody knows is still meant as one. */
const DOTTED_WORD = /^(?:[a-z]+:\/\/)?(?<host>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+)(?:[:/?#]\S*)?$/iu;

const hostOf = ({ host, hostUnicode, isIp, userinfo }: Link): QueriedHost => ({
  host,
  hostUnicode,
  isIp,
  userinfo,
  email: false,
});

function bareHost(text: string, email: boolean): QueriedHost | null {
  const parsed = parseHost(text.toLowerCase());
  return parsed && { host: parsed.host, hostUnicode: parsed.hostUnicode, isIp: parsed.isIp, userinfo: null, email };
}

function readHost(text: string, notice: Notice): QueriedHost | null {
  const address = EMAIL.exec(text)?.groups?.host;
  if (address) return bareHost(address, true);
  const [link] = notice.links;
  if (link) return hostOf(link);
  const host = IP_ADDRESS.test(text) ? text : DOTTED_WORD.exec(text)?.groups?.host;
  return host ? bareHost(host, false) : null;
}

interface QueriedNumber {
  readonly written: string;
  readonly reading: NumberReading;
}

/** A number in Chinese numerals, and nothing beside it: 九五五八八. */
function readNumerals(folded: TraitedFold, plan: NumberingPlan): NumberReading | null {
  const [spelled] = findSpelledNumbers(folded);
  if (spelled?.start !== 0 || spelled.end !== folded.text.length) return null;
  const reading = plan.classifySender(spelled.digits);
  return reading.class === 'invalid' ? null : reading;
}

/** Digits in any spelling are a number even when the plan does not know it; in a sentence only one that it knows. */
function readNumber(text: string, folded: TraitedFold, notice: Notice, plan: NumberingPlan): QueriedNumber | null {
  if (spellSender(text).kind === 'number') return { written: text, reading: plan.classifySender(text) };
  const [phone] = notice.phones;
  if (phone) return { written: notice.source.slice(phone.span.start, phone.span.end), reading: phone.reading };
  const reading = readNumerals(folded, plan);
  return reading && { written: reading.national, reading };
}

/** The content of brackets around everything, or the signature of a whole message. */
function readSignature(text: string, notice: Notice, isMessage: boolean): string | null {
  const name = SIGNATURE.exec(text)?.groups?.name ?? (isMessage ? notice.signatures[0]?.name : undefined);
  return name === undefined ? null : foldText(name).text;
}

/**
 * Reads what somebody typed to look up: an address, a number, a signature in its brackets, and otherwise a name.
 * `isName` tells of a folded text whether it is a name on record, for 360 may be one although it is no number.
 */
export function readQuery(typed: string, plan: NumberingPlan, isName: (folded: string) => boolean): ReadQuery {
  const text = typed.slice(0, TEXT_CAP).normalize('NFKC').trim();
  const folded = foldText(text);
  const isMessage = folded.text.length > LONGEST_QUERY || folded.text.includes('\n');
  const asName: ReadQuery = { query: { kind: 'name', name: folded.text }, isMessage };
  const [notice] = readNotices({ text }, plan).notices;
  if (!notice) return asName;

  const link = readHost(text, notice);
  if (link) return { query: { kind: 'host', link }, isMessage };
  const number = readNumber(text, folded, notice, plan);
  if (number && !(number.reading.class === 'invalid' && isName(folded.text)))
    return { query: { kind: 'number', ...number }, isMessage };
  const name = readSignature(text, notice, isMessage);
  return name === null ? asName : { query: { kind: 'signature', name }, isMessage };
}
