import type { Contact, Platform, PlatformKind, Registry, Source } from '../registry/types.js';
import type { Verdict } from '../verdict/types.js';
import { adviceOf, numbersIn } from './advice.js';
import type { Language, OfficialContact } from './types.js';
import { type Wording, wordingIn } from './wording.js';

/** Distance of what stands below a record: after everything above it. */
const BELOW = 9;

/** More numbers than this are not read. */
const MOST_CONTACTS = 3;

/** Lines that send or call out, and services that have nothing to do with a debt or an account: nobody is to call them. */
const NOT_FOR_CALLING = /短信|外呼|营销|彩铃|积分商城|副号|派件|提醒|留言|助理|招聘/;
/** Lines for some customers only; shown when there is no general one. */
const FOR_SOME =
  /贵宾|白金|钻石|黑金|私人银行|金葵花|卓越|财富|商务|企业|对公|商户|境外|海外|港澳|大湾区|可疑|挂失|固定电话|宽带|上海|广东|集团热线|基金/;

/** Institutions that 12378 takes complaints about; micro-lenders are a matter of the local finance bureau. */
export const UNDER_FINANCIAL_REGULATOR: ReadonlySet<PlatformKind> = new Set([
  'bank',
  'card_centre',
  'consumer_finance',
  'insurer',
]);

const ANTI_FRAUD = '96110';
const POLICE = '110';
const FINANCIAL_REGULATOR = '12378';

interface Line {
  readonly contact: Contact;
  readonly platform: Platform;
  /** Steps up the family: 0 is its own. What stands below it comes after all of them. */
  readonly distance: number;
}

/** The record and those above it; their lines are its own, those of its neighbours are not. */
export function withParents(platform: Platform, registry: Registry): Platform[] {
  const chain: Platform[] = [];
  for (
    let next: Platform | undefined = platform;
    next && !chain.includes(next);
    next = next.partOf ? registry.platform(next.partOf) : undefined
  ) {
    chain.push(next);
  }
  return chain;
}

/** Its own products and companies, whose lines help when its own do not: 抖音支付 for 抖音. */
const childrenOf = ({ id }: Platform, registry: Registry): Platform[] =>
  registry.platforms().filter(({ partOf }) => partOf === id);

/** Only a current telephone line with a tier that readers may be shown. */
const isShowable = ({ kind, status, tier, usedFor }: Contact): boolean =>
  kind === 'phone' && status === 'current' && tier !== 'unverified' && !NOT_FOR_CALLING.test(usedFor);

const isForSome = ({ contact }: Line): boolean => FOR_SOME.test(`${contact.usedFor}${contact.scope ?? ''}`);

/** General lines before a group's shared ones, a record's own before its parents', confirmed before likely. */
const rank = ({ contact, distance }: Line): number =>
  (contact.scope === null ? 0 : 100) + distance * 10 + (contact.tier === 'confirmed' ? 0 : 1);

/** A likely line says nothing new beside a confirmed one that is as near. */
const isOutdone = (line: Line, lines: readonly Line[]): boolean =>
  line.contact.tier === 'likely' &&
  lines.some((other) => other.contact.tier === 'confirmed' && rank(other) < rank(line) && other.distance <= line.distance);

/** By record: the lines of one stay the same as long as the records do. */
const linesByPlatform = new WeakMap<Platform, readonly Line[]>();

function linesOf(platform: Platform, registry: Registry): readonly Line[] {
  const known = linesByPlatform.get(platform);
  if (known) return known;
  const lines = findLines(platform, registry);
  linesByPlatform.set(platform, lines);
  return lines;
}

function findLines(platform: Platform, registry: Registry): Line[] {
  const parents = withParents(platform, registry).map((owner, distance) => ({ owner, distance }));
  const children = childrenOf(platform, registry).map((owner) => ({ owner, distance: BELOW }));
  const all = [...parents, ...children]
    .flatMap(({ owner, distance }) => owner.contacts.map((contact) => ({ contact, platform: owner, distance })))
    .filter(({ contact }) => isShowable(contact));
  const general = all.filter((line) => !isForSome(line));
  const chosen = general.length > 0 ? general : all;
  const once = new Map<string, Line>();
  for (const line of [...chosen].sort((a, b) => rank(a) - rank(b))) {
    if (!once.has(line.contact.key)) once.set(line.contact.key, line);
  }
  return [...once.values()].filter((line, _, lines) => !isOutdone(line, lines));
}

/** The line of a public body, when its record exists and the tier allows it. */
function publicLines(ids: readonly string[], registry: Registry): Line[] {
  return ids.flatMap((id) => {
    const platform = registry.platform(id);
    const contact = platform?.contacts.find((candidate) => isShowable(candidate));
    return platform && contact ? [{ contact, platform, distance: 0 }] : [];
  });
}

function publicIds({ verdict, claim }: Verdict, hasOwnLine: boolean): string[] {
  if (verdict === 'not_a_notice') return [];
  if (verdict === 'scam') return hasOwnLine ? [ANTI_FRAUD] : [ANTI_FRAUD, POLICE];
  if (hasOwnLine) return [];
  if (claim === null) return verdict === 'suspicious' ? [ANTI_FRAUD] : [];
  return UNDER_FINANCIAL_REGULATOR.has(claim.platform.kind) ? [ANTI_FRAUD, FINANCIAL_REGULATOR] : [ANTI_FRAUD];
}

/** `12345政务服务便民热线 12345` says its number twice. */
const withoutNumber = (name: string, number: string): string => name.replace(number, '').replace(/\s+/g, ' ').trim();

function nameOf({ contact, platform }: Line, wording: Wording): string {
  const name = wording.language === 'en' ? (platform.nameEn ?? platform.name) : platform.name;
  if (platform.kind === 'public_body') return withoutNumber(name, contact.value) || name;
  if (wording.language === 'zh' && contact.scope?.endsWith('客服')) return contact.scope;
  if (contact.scope) return wording.text('contact.group_service', { platform: name });
  const isCardLine = platform.kind === 'bank' && contact.usedFor.includes('信用卡') && !contact.usedFor.includes('全国');
  return wording.text(isCardLine ? 'contact.card_service' : 'contact.service', { platform: name });
}

/** Longer names of a source push the number out of sight. Characters. */
const LONGEST_SOURCE = 30;

/** Who says so and where; `中国黄页：京东` needs no publisher that says 中国黄页 again. */
function named({ title, publisher }: Source, wording: Wording): string {
  const subject = title.split(/[：:]/)[0] ?? title;
  if (publisher === null || publisher.includes(subject)) return title;
  const both = `${publisher}${wording.text('list.join')}${title}`;
  return title.includes(publisher) ? title : both.length <= LONGEST_SOURCE ? both : publisher;
}

/** A name of our own when every source is internal evidence. */
export const sourceOf = ({ sources: [first] }: Pick<Contact, 'sources'>, wording: Wording): string =>
  first ? named(first, wording) : wording.text('contact.compiled');

const shownAs = (line: Line, wording: Wording): OfficialContact => ({
  name: nameOf(line, wording),
  number: line.contact.value,
  tier: line.contact.tier === 'confirmed' ? 'confirmed' : 'likely',
  source: sourceOf(line.contact, wording),
  checked: line.contact.checked,
});

/** Official lines of a verdict, apart: the claimed platform's own, and public ones. */
export interface Lines {
  readonly own: readonly OfficialContact[];
  readonly open: readonly OfficialContact[];
}

/** More advised lines than this would leave none for the platform's own. */
const MOST_ADVISED = 2;

/** The lines that the advice names; none when one of them is not on record or they are too many: then the advice is left out. */
function advisedLines(verdict: Verdict, registry: Registry, language: Language): Line[] {
  const numbers = numbersIn(adviceOf(verdict, registry, language) ?? '');
  const lines = numbers.flatMap((number) => {
    const contact = registry.number(number).contacts.find((candidate) => candidate.value === number && isShowable(candidate));
    const platform = contact && registry.platform(contact.platformId);
    return platform ? [{ contact, platform, distance: 0 }] : [];
  });
  return lines.length === numbers.length && lines.length <= MOST_ADVISED ? lines : [];
}

const without = (lines: readonly Line[], others: readonly Line[]): Line[] =>
  lines.filter(({ contact }) => !others.some((other) => other.contact.key === contact.key));

/** Nobody needs to call about a chat that names a platform in passing. */
const needsNoCall = ({ verdict, character }: Verdict): boolean =>
  verdict === 'not_a_notice' && (character === 'chat' || character === 'empty');

/** Where to call about a verdict, at most three lines in all. */
export function officialLines(verdict: Verdict, registry: Registry, language: Language): Lines {
  const all = verdict.claim && !needsNoCall(verdict) ? linesOf(verdict.claim.platform, registry) : [];
  const advised = advisedLines(verdict, registry, language);
  const called = publicLines(publicIds(verdict, all.length > 0), registry);
  const open = without([...advised, ...without(called, advised)], all);
  const reserved = verdict.verdict === 'scam' ? Math.max(1, advised.length) : advised.length;
  const own = all.slice(0, MOST_CONTACTS - Math.min(reserved, open.length));
  const wording = wordingIn(registry, language);
  const shown = (line: Line): OfficialContact => shownAs(line, wording);
  return { own: own.map(shown), open: open.slice(0, MOST_CONTACTS - own.length).map(shown) };
}

/**
 * Where the reader may call, best first, at most three: the claimed platform's current lines that a source supports,
 * and the public ones that the verdict calls for. An unverified number is never among them.
 */
export function contactsFor(verdict: Verdict, registry: Registry, language: Language = 'zh'): OfficialContact[] {
  const { own, open } = officialLines(verdict, registry, language);
  return [...own, ...open];
}

/** Where to call a record: its own current lines and those above it, best first, at most three. */
export function linesToCall(platform: Platform, registry: Registry, language: Language): OfficialContact[] {
  const wording = wordingIn(registry, language);
  return linesOf(platform, registry)
    .slice(0, MOST_CONTACTS)
    .map((line) => shownAs(line, wording));
}

/** The number of one record by itself, the most general and surest; null when it has none that may be shown. */
export function ownLine(id: string, registry: Registry, language: Language): OfficialContact | null {
  const platform = registry.platform(id);
  const line = platform && linesOf(platform, registry).find(({ distance }) => distance === 0);
  return line ? shownAs(line, wordingIn(registry, language)) : null;
}
