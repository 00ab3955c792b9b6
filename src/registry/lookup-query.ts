import { foldText } from '../notice/fold.js';
import { parseHost } from '../notice/hosts.js';
import { readNotices } from '../notice/read.js';
import type { Link, Notice, NumberingPlan, NumberReading } from '../notice/types.js';
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
  | { readonly kind: 'host'; readonly written: string; readonly link: QueriedHost }
  | { readonly kind: 'signature'; readonly written: string; readonly name: string }
  | { readonly kind: 'name'; readonly written: string; readonly name: string };

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

/** Digits in any spelling are a number even when the plan does not know it; in a sentence only one that it knows. */
function readNumber(text: string, notice: Notice, plan: NumberingPlan): QueriedNumber | null {
  if (spellSender(text).kind === 'number') return { written: text, reading: plan.classifySender(text) };
  const [phone] = notice.phones;
  return phone ? { written: notice.source.slice(phone.span.start, phone.span.end), reading: phone.reading } : null;
}

/**
 * Reads what somebody typed to look up: a signature in its brackets, an address, a number, and otherwise a name.
 * `isName` tells of a folded text whether it is a name on record, for 360借条 is not about the number 360.
 */
export function readQuery(typed: string, plan: NumberingPlan, isName: (folded: string) => boolean): ReadQuery {
  const [notice] = readNotices({ text: typed }, plan).notices;
  const text = typed.normalize('NFKC').trim();
  const folded = foldText(typed).text.trim();
  const isMessage = folded.length > LONGEST_QUERY || folded.includes('\n');
  const read = (query: Query): ReadQuery => ({ query, isMessage });
  const written = isMessage ? '' : typed.trim();

  const signature = SIGNATURE.exec(typed.trim())?.groups?.name ?? (isMessage ? notice?.signatures[0]?.name : undefined);
  const host = notice && readHost(text, notice);
  const number = notice && readNumber(text, notice, plan);
  if (host) return read({ kind: 'host', written, link: host });
  if (number && !(number.reading.class === 'invalid' && isName(folded))) return read({ kind: 'number', ...number });
  if (signature) return read({ kind: 'signature', written, name: foldText(signature).text });
  return read({ kind: 'name', written, name: folded });
}
