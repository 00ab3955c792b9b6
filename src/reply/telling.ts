import type { Finding } from '../checks/types.js';
import type { Registry } from '../registry/types.js';
import type { Verdict } from '../verdict/types.js';
import type { Lines } from './contacts.js';
import { defang } from './defang.js';
import { areaIn, nameIn } from './names.js';
import { quoteFrom, shorten } from './quote.js';
import { isWarnedOf, type Told } from './told.js';
import type { Line, Piece } from './types.js';
import type { Values, Wording } from './wording.js';

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

function ownFacts(told: Told, telling: Telling): Record<string, Line | string> {
  const { verdict, registry, wording } = telling;
  const values: Record<string, Line | string> = {};
  for (const [name, value] of Object.entries(told.finding.facts)) {
    if (value === '') continue;
    if (QUOTED.has(name)) values[name] = quoted(places(name, told, telling), wording);
    if (COUNTS.has(name)) values[name] = value;
    if (NAMES.has(name)) values[name] = nameIn(wording.language, value, registry);
  }
  const spans = [told.finding, ...told.alike].flatMap(({ span }) => span ?? []);
  if (spans.length > 0)
    values.quote = quoted([...new Set(spans.map((span) => quoteFrom(verdict.notice, span)))].slice(0, 1), wording);
  return values;
}

/** Everything that the sentence of a finding may name. */
function valuesOf(told: Told, telling: Telling): Values {
  const { facts } = told.finding;
  const { language } = telling.wording;
  const pattern = facts.pattern ? telling.registry.pattern(facts.pattern) : undefined;
  const found: Record<string, Line | string | null | undefined> = {
    ...ownFacts(told, telling),
    official: officialOf(told.finding, telling),
    replacement: facts.replacedBy ? officialNumber(facts.replacedBy, telling) : undefined,
    area: facts.area ? areaIn(language, facts.area) : undefined,
    kind: facts.kind ? telling.wording.text(`contact_kind.${facts.kind}`) || undefined : undefined,
    why: pattern?.why[language],
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, Line | string] => entry[1] !== undefined && entry[1] !== null),
  );
}

function keyOf(finding: Finding): string {
  if (!finding.facts.pattern) return `finding.${finding.id}`;
  return isWarnedOf(finding) ? 'finding.pattern.warned' : 'finding.pattern';
}

/** The sentence of a finding; [] when the wording has none. */
export function tell(told: Told, telling: Telling): Line {
  const key = keyOf(told.finding);
  return telling.wording.line([key, `${key}.bare`], valuesOf(told, telling));
}

/** What a finding adds to a line that quotes its words already; [] when the wording has no such sentence. */
export const tellAgain = (told: Told, telling: Telling): Line =>
  telling.wording.line(`${keyOf(told.finding)}.again`, valuesOf(told, telling));
