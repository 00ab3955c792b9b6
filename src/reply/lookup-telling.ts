import type { Contact, Platform, PlatformKind, Registry, Source } from '../registry/types.js';
import { dayIn } from './compose.js';
import { sourceOf } from './contacts.js';
import { defang } from './defang.js';
import { nameIn } from './names.js';
import { shorten } from './quote.js';
import type { Language, Line, OfficialContact, Section } from './types.js';
import { type Values, type Wording, wordingIn } from './wording.js';

/** What the answer to a look-up is told with. */
export interface LookupTelling {
  readonly registry: Registry;
  readonly wording: Wording;
}

/** What one kind of look-up has to say; the sections come in this order. */
export interface LookupParts {
  readonly mark: string;
  readonly headline: Line;
  readonly lead: readonly Line[];
  readonly record: readonly Line[];
  readonly guesses: readonly Line[];
  /** Official lines that the answer names anywhere. */
  readonly contacts: readonly OfficialContact[];
  /** Those that are listed to be called, or that there are none. */
  readonly contactLines: readonly Line[];
  readonly cautions: readonly Line[];
  readonly steps: readonly Line[];
}

/** 🔵 on record, ⚪ not on record, 🟠 forged or reported, 🔴 proven fake. Never green. */
export const LOOKUP_MARKS = { listed: '🔵', unknown: '⚪', doubtful: '🟠', fake: '🔴' } as const;

export const NO_PARTS: Omit<LookupParts, 'mark' | 'headline'> = {
  lead: [],
  record: [],
  guesses: [],
  contacts: [],
  contactLines: [],
  cautions: [],
  steps: [],
};

export const lookupTelling = (registry: Registry, language: Language): LookupTelling => ({
  registry,
  wording: wordingIn(registry, language),
});

/** The reader's own words, which no client may make tappable. */
export const quotedWords = (text: string, { wording }: LookupTelling): Line => [
  { kind: 'text', text: wording.text('quote.open') },
  { kind: 'quote', text: shorten(text) },
  { kind: 'text', text: wording.text('quote.close') },
];

/** A number or an address that is nobody's official one. */
export const defanged = (text: string): Line => [{ kind: 'quote', text: defang(text) }];

export const officialNumber = (number: string): Line => [{ kind: 'official', text: number, dial: number.replace(/\D/g, '') }];

export const officialHost = (host: string): Line => [{ kind: 'official', text: host, host }];

/** The sentences of these keys that have all their values. */
export const linesFor = (keys: readonly string[], { wording }: LookupTelling, values: Values = {}): Line[] =>
  keys.map((key) => wording.line([`lookup.${key}`, `lookup.${key}.bare`], values)).filter((line) => line.length > 0);

export function platformName(platform: Platform, { wording }: LookupTelling): string {
  return wording.language === 'en' ? (platform.nameEn ?? platform.name) : platform.name;
}

/** A name as a list writes it, which may be that of a record. */
export const listedName = (name: string, { wording, registry }: LookupTelling): string =>
  nameIn(wording.language, name, registry);

export function ownerName(contact: Contact, telling: LookupTelling): string {
  const platform = telling.registry.platform(contact.platformId);
  return platform ? platformName(platform, telling) : contact.platformId;
}

export const kindName = (kind: PlatformKind, { wording }: LookupTelling): string => wording.text(`lookup.kind.${kind}`);

/** What records write most about the use of a contact, in the order in which the words weigh. */
const USES: readonly (readonly [RegExp, string])[] = [
  [/外呼/, 'outbound'],
  [/短信/, 'sms'],
  [/短链/, 'short_link'],
  [/信用卡/, 'card_service'],
  [/官网|网站|网银|域名|主站|页面|资源/, 'website'],
  [/客服|热线|服务|专线/, 'service'],
  [/投诉|举报|申诉/, 'complaints'],
];

/** What a contact is for, as the record says; in English by its kind, for records are written in Chinese. */
export function useOf({ usedFor, scope }: Pick<Contact, 'usedFor' | 'scope'>, { wording }: LookupTelling): string {
  if (wording.language === 'zh') return scope ? `${usedFor}，${scope}` : usedFor;
  const use = USES.find(([pattern]) => pattern.test(usedFor));
  return use ? wording.text(`lookup.use.${use[1]}`) : usedFor;
}

interface Provenance {
  readonly tier: Contact['tier'];
  readonly sources: readonly Source[];
  readonly checked: string;
}

/** How sure a fact is, who says so, and when it was checked last. */
export const provenance = ({ tier, sources, checked }: Provenance, { wording }: LookupTelling): Record<string, string> => ({
  sure: wording.text(`lookup.sure.${tier}`),
  source: sourceOf({ sources }, wording),
  day: dayIn(checked, wording),
});

/** One line for records that say the same: 京东金融、京东白条：客服. What nobody verified never looks like an official one. */
function recordLine(contacts: readonly [Contact, ...Contact[]], telling: LookupTelling): Line {
  const [contact] = contacts;
  const name = contacts.map((each) => ownerName(each, telling)).join(telling.wording.text('list.join'));
  const key = contact.status === 'old' ? 'old' : 'current';
  const unverified = key === 'old' ? 'old_unverified' : 'unverified';
  const values = { name, what: useOf(contact, telling), ...provenance(contact, telling) };
  return linesFor([`record.${contact.tier === 'unverified' ? unverified : key}`], telling, values)[0] ?? [];
}

/** Contacts as their records have them, in their order. */
export function recordLines(contacts: readonly Contact[], telling: LookupTelling): Line[] {
  const alike = new Map<string, [Contact, ...Contact[]]>();
  for (const contact of contacts) {
    const said = JSON.stringify([contact.status, useOf(contact, telling), provenance(contact, telling)]);
    const group = alike.get(said);
    if (group) group.push(contact);
    else alike.set(said, [contact]);
  }
  return [...alike.values()].map((group) => recordLine(group, telling));
}

/** Lays the parts of an answer out; sections without lines are left out. */
export function sectionsOf(parts: LookupParts, { wording }: LookupTelling): Section[] {
  const sections: Section[] = [
    { id: 'why', title: wording.text('lookup.title.record'), lines: parts.record, numbered: false },
    { id: 'why', title: wording.text('lookup.title.guess'), lines: parts.guesses, numbered: true },
    { id: 'contacts', title: wording.text('title.contacts'), lines: parts.contactLines, numbered: false },
    { id: 'checked', title: wording.text('lookup.title.caution'), lines: parts.cautions, numbered: false },
    { id: 'steps', title: wording.text('title.steps'), lines: parts.steps, numbered: false },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}
