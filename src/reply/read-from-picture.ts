import type { LinkOrigin, Notice } from '../notice/types.js';
import { defang } from './defang.js';
import { shorten } from './quote.js';
import { quoted, type Telling } from './telling.js';
import type { Line } from './types.js';

/** More hosts than this are not listed. */
const MOST_HOSTS = 3;

const eachOnce = (texts: readonly string[]): readonly string[] => [...new Set(texts)].slice(0, MOST_HOSTS);

const hostsFrom = (origin: LinkOrigin, { links }: Notice): readonly string[] =>
  eachOnce(links.filter((link) => link.origin === origin).map(({ host }) => defang(host)));

/** What a code holds: hosts, or its own words where it holds none. */
function codesOf(notice: Notice): readonly string[] {
  const hosts = hostsFrom('code', notice);
  return hosts.length > 0 ? hosts : eachOnce(notice.codes.map(({ content }) => shorten(content)));
}

/** The first words of the message, for a picture in which nothing else can be named. */
function beginning({ source, bodySpan }: Notice): readonly string[] {
  const words = shorten(source.slice(bodySpan.start, bodySpan.end));
  return words === '' ? [] : [words];
}

const joined = (parts: readonly Line[], between: string): Line =>
  parts.flatMap((part, at): Line => (at === 0 ? part : [{ kind: 'text', text: between }, ...part]));

/**
 * What was read from a picture, so that a misreading shows: the sender, the hosts, what the codes hold; else the first
 * words. [] for a text that was typed.
 */
export function readLine({ verdict: { notice, ask }, wording }: Telling): Line {
  if (!notice.fromPicture) return [];
  const parts: [key: string, name: string, texts: readonly string[]][] = [
    ['read.sender', 'sender', notice.sender ? [shorten(notice.sender.raw)] : []],
    ['read.links', 'links', hostsFrom('picture', notice)],
    ['read.codes', 'codes', codesOf(notice)],
  ];
  const told = parts
    .filter(([, , texts]) => texts.length > 0)
    .map(([key, name, texts]) => wording.line(key, { [name]: quoted(texts, wording) }));
  const read = told.length > 0 ? joined(told, wording.text('list.join')) : quoted(beginning(notice), wording);
  // Who is asked for the copied text need not be told twice.
  return read.length > 0 ? wording.line(ask === 'copied_text' ? 'read.picture_asked' : 'read.picture', { read }) : [];
}
