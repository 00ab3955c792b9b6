import type { Finding } from '../checks/types.js';
import type { Registry } from '../registry/types.js';
import type { Verdict } from '../verdict/types.js';
import type { Lines } from './contacts.js';
import { defang } from './defang.js';
import { areaIn, nameIn } from './names.js';
import { quoteFrom, shorten } from './quote.js';
import { isWarnedOf, type Told } from './told.js';
import type { Line, Piece } from './types.js';
import type { Wording } from './wording.js';

/** What sentences are filled from. */
export interface Telling {
  readonly verdict: Verdict;
  readonly registry: Registry;
  readonly wording: Wording;
  readonly lines: Lines;
}

/** More places than this of one kind are not listed. */
const MOST_PLACES = 3;

/** Facts that come out of the message: somebody else's text. */
const QUOTED: ReadonlySet<string> = new Set(['host', 'shown', 'carried', 'imitates', 'signature', 'sender', 'number', 'suffix']);
/** Facts that are our own counts. */
const COUNTS: ReadonlySet<string> = new Set(['people']);
/** Facts that are names of institutions, as the records write them. */
const NAMES: ReadonlySet<string> = new Set(['platform', 'holder', 'owner', 'speaker', 'claims']);

/** 「a」、「b」: quotes between the marks of the language. */
export function quoted(texts: readonly string[], wording: Wording): Line {
  return texts.flatMap((text, at): Piece[] => [
    { kind: 'text', text: `${at > 0 ? wording.text('list.join') : ''}${wording.text('quote.open')}` },
    { kind: 'quote', text },
    { kind: 'text', text: wording.text('quote.close') },
  ]);
}

/** An internationalised host as it looks, and as it is. */
function hostAsShown(host: string, { verdict }: Telling): string {
  const unicode = verdict.notice.links.find((link) => link.host === host)?.hostUnicode ?? host;
  return unicode === host ? shorten(host) : `${shorten(unicode)}（${defang(host)}）`;
}

const quoteOf = (name: string, value: string, telling: Telling): string =>
  name === 'host' ? hostAsShown(value, telling) : shorten(value);

/** The values of one fact over all places, each once. */
function places(name: string, { finding, alike }: Told, telling: Telling): string[] {
  const values = [finding, ...alike].map(({ facts }) => facts[name] ?? '').filter(Boolean);
  return [...new Set(values.map((value) => quoteOf(name, value, telling)))].slice(0, MOST_PLACES);
}

const official = (text: string, to: { dial: string } | { host: string }): Line => [{ kind: 'official', text, ...to }];

/** Only a number that stands in the contacts below, with its source, may stand in a sentence. */
function officialNumber(number: string, { lines }: Telling): Line | undefined {
  const digits = number.replace(/\D/g, '');
  const known = lines.own.find((line) => line.number.replace(/\D/g, '') === digits);
  return known && official(known.number, { dial: digits });
}

/** Only a host that a record lists, with a tier that may be shown. */
function officialHost(host: string, { registry }: Telling): Line | undefined {
  const standing = registry.host(host);
  const isShowable =
    standing.kind === 'official' && standing.contact.status === 'current' && standing.contact.tier !== 'unverified';
  return isShowable ? official(host, { host }) : undefined;
}

function officialOf({ id, facts }: Finding, telling: Telling): Line | undefined {
  if (!facts.official) return undefined;
  if (id.startsWith('link.')) return officialHost(facts.official, telling);
  const [own] = telling.lines.own;
  return own && officialNumber(own.number, telling);
}

/** The value of a fact by its name; facts of other kinds are told by their own names below. */
function factIn(name: string, told: Told, telling: Telling): Line | string | undefined {
  const value = told.finding.facts[name];
  if (value === undefined || value === '') return undefined;
  if (QUOTED.has(name)) return quoted(places(name, told, telling), telling.wording);
  if (COUNTS.has(name)) return value;
  return NAMES.has(name) ? nameIn(telling.wording.language, value, telling.registry) : undefined;
}

/** The first words of the message that the finding rests on. */
function quoteIn({ finding, alike }: Told, { verdict, wording }: Telling): Line | undefined {
  const [span] = [finding, ...alike].flatMap(({ span }) => span ?? []);
  return span && quoted([quoteFrom(verdict.notice, span)], wording);
}

/** What stands for a name in the sentence of a finding. Few sentences ask for more than one of them. */
function valueNamed(name: string, told: Told, telling: Telling): Line | string | undefined {
  const { registry, wording } = telling;
  const { facts } = told.finding;
  switch (name) {
    case 'quote':
      return quoteIn(told, telling);
    case 'official':
      return officialOf(told.finding, telling);
    case 'replacement':
      return facts.replacedBy ? officialNumber(facts.replacedBy, telling) : undefined;
    case 'area':
      return (facts.area && areaIn(wording.language, facts.area)) || undefined;
    case 'kind':
      return facts.kind ? wording.text(`contact_kind.${facts.kind}`) || undefined : undefined;
    case 'why':
      return facts.pattern ? registry.pattern(facts.pattern)?.why[wording.language] : undefined;
    default:
      return factIn(name, told, telling);
  }
}

function keyOf(finding: Finding): string {
  if (!finding.facts.pattern) return `finding.${finding.id}`;
  return isWarnedOf(finding) ? 'finding.pattern.warned' : 'finding.pattern';
}

/** The sentence of a finding; [] when the wording has none. */
export function tell(told: Told, telling: Telling): Line {
  const key = keyOf(told.finding);
  return telling.wording.line([key, `${key}.bare`], (name) => valueNamed(name, told, telling));
}

/** What a finding adds to a line that quotes its words already; [] when the wording has no such sentence. */
export const tellAgain = (told: Told, telling: Telling): Line =>
  telling.wording.line(`${keyOf(told.finding)}.again`, (name) => valueNamed(name, told, telling));
