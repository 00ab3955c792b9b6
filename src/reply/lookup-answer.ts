import { foldText } from '../notice/fold.js';
import type { HostLookup, Lookup, NameLookup, NumberLookup } from '../registry/lookup.js';
import type { Contact, HostStanding, NumberStanding, Platform, Registry, Source, Tier } from '../registry/types.js';
import { linesToCall, sourceOf } from './contacts.js';
import { holderOf, inUse, isShowable } from './lookup-number-holders.js';
import type { SeenCount } from './lookup-reply.js';
import { kindName, type LookupTelling, lookupTelling } from './lookup-telling.js';
import { areaIn } from './names.js';
import type { Language, OfficialContact } from './types.js';

/** One holder of what was looked up. `tier` says how sure: an `unverified` match is no official contact. */
export interface LookupMatch {
  /** Record id; null for the holder of a code that has no record. */
  readonly id: string | null;
  readonly name: string;
  /** What it is there: the use of a number or address, the kind of an institution. */
  readonly what: string;
  /** Null where nothing with a tier supports it, and then no source and no day either. */
  readonly tier: Tier | null;
  readonly source: string | null;
  /** ISO day. */
  readonly checked: string | null;
  /** `old` for a line that is no longer in use. */
  readonly status?: 'old';
  readonly replaced_by?: string;
  /** Of an institution: where to call it. */
  readonly contacts?: readonly OfficialContact[];
}

/** A look-up as other programs read it: the object of `lookup --json` and `GET /v1/lookup`. */
export interface LookupAnswer {
  readonly query: string;
  readonly kind: Lookup['kind'];
  readonly matches: readonly LookupMatch[];
  /** Of a number: its class, and what the numbering plan tells. `imitates` is whose number a forged one resembles. */
  readonly number?: {
    readonly class: string;
    readonly operator?: string;
    readonly area?: string;
    readonly imitates?: readonly LookupMatch[];
  };
  /** Of an address: the host as compared, what it is, and whose where no record has it. */
  readonly host?: { readonly host: string; readonly standing: HostStanding['kind']; readonly owner?: string };
  /** Of a name: the matches are only similar. */
  readonly guess?: true;
  /** Of a name or signature: records whose messages are known never to be signed so. */
  readonly never_signs?: readonly string[];
  /** How often it was seen in bad notices that people forwarded; only where a memory was asked and knows enough people. */
  readonly sightings?: SeenCount;
  /** Somebody reported it as fake. */
  readonly reported_fake?: { readonly claims: string; readonly proven: boolean; readonly source: string | null };
}

const NO_EVIDENCE = { tier: null, source: null, checked: null } as const;

const evidenceOf = ({ tier, sources, checked }: Pick<Contact, 'tier' | 'sources' | 'checked'>, { wording }: LookupTelling) => ({
  tier,
  source: sourceOf({ sources }, wording),
  checked,
});

/** What a retired line was replaced by, when that is a line in use itself. */
function replacementOf({ replacedBy }: Contact, { registry }: LookupTelling): string | undefined {
  const digits = replacedBy?.replace(/\D/g, '') ?? '';
  return inUse(registry.number(digits)).length > 0 ? (replacedBy ?? undefined) : undefined;
}

function contactMatch(contact: Contact, telling: LookupTelling): LookupMatch {
  const replacement = replacementOf(contact, telling);
  return {
    id: contact.platformId,
    name: telling.registry.platform(contact.platformId)?.name ?? contact.platformId,
    what: contact.scope ? `${contact.usedFor}（${contact.scope}）` : contact.usedFor,
    ...evidenceOf(contact, telling),
    ...(contact.status === 'old' ? { status: 'old' as const } : {}),
    ...(replacement === undefined ? {} : { replaced_by: replacement }),
  };
}

function holderMatches(standing: NumberStanding, telling: LookupTelling): LookupMatch[] {
  const holder = holderOf(standing);
  if (!holder) return [];
  const [platform] = telling.registry.bySignature(foldText(holder.name).text);
  const what = telling.wording.text('lookup.use.holder');
  return [{ id: platform?.id ?? null, name: holder.name, what, ...evidenceOf(holder, telling) }];
}

const standingMatches = (standing: NumberStanding, telling: LookupTelling): LookupMatch[] => [
  ...standing.contacts.map((contact) => contactMatch(contact, telling)),
  ...holderMatches(standing, telling),
];

function numberAnswer(lookup: NumberLookup, telling: LookupTelling): Pick<LookupAnswer, 'matches' | 'number'> {
  const { reading, forged, standing, port } = lookup;
  const area = reading.area && (areaIn(telling.wording.language, reading.area) ?? reading.area);
  return {
    matches: [...standingMatches(standing, telling), ...(port ? [contactMatch(port, telling)] : [])],
    number: {
      class: reading.class,
      ...(reading.operator ? { operator: reading.operator } : {}),
      ...(area ? { area } : {}),
      ...(forged ? { imitates: standingMatches(forged.imitates, telling) } : {}),
    },
  };
}

/** A site whose pages anybody can put up is its owner's, though nothing on it need be. */
function sharedSite({ standing }: HostLookup, { registry }: LookupTelling): LookupMatch[] {
  if (standing.kind !== 'user_content' || standing.platformId === null) return [];
  const platform = registry.platform(standing.platformId);
  return platform ? [{ id: platform.id, name: platform.name, what: standing.kind, ...NO_EVIDENCE }] : [];
}

function hostAnswer(lookup: HostLookup, telling: LookupTelling): Pick<LookupAnswer, 'matches' | 'host'> {
  const { standing, link, owners } = lookup;
  return {
    matches: [...owners.map((contact) => contactMatch(contact, telling)), ...sharedSite(lookup, telling)],
    host: { host: link.host, standing: standing.kind, ...('owner' in standing ? { owner: standing.owner } : {}) },
  };
}

/** An institution, with the best of its contacts as the evidence for it. */
function platformMatch(platform: Platform, telling: LookupTelling): LookupMatch {
  const contacts = linesToCall(platform, telling.registry, telling.wording.language);
  const [line] = contacts;
  const website = platform.contacts.find(
    (contact) => contact.kind === 'host' && contact.status === 'current' && isShowable(contact),
  );
  const other = website ? evidenceOf(website, telling) : NO_EVIDENCE;
  const { tier, source, checked } = line ?? other;
  return { id: platform.id, name: platform.name, what: kindName(platform.kind, telling), tier, source, checked, contacts };
}

function nameAnswer(lookup: NameLookup, telling: LookupTelling): Pick<LookupAnswer, 'matches' | 'guess' | 'never_signs'> {
  const { platforms, sure, neverSigns } = lookup;
  return {
    matches: platforms.map((platform) => platformMatch(platform, telling)),
    ...(sure || platforms.length === 0 ? {} : { guess: true as const }),
    ...(neverSigns.length === 0 ? {} : { never_signs: neverSigns.map(({ id }) => id) }),
  };
}

interface ReportedFake {
  readonly claims: string;
  readonly proven?: boolean;
  readonly source: Source | null;
}

function reportOf(lookup: Lookup): ReportedFake | null {
  if (lookup.kind === 'number') return lookup.standing.reportedFake;
  if (lookup.kind === 'host') return lookup.standing.kind === 'reported_fake' ? lookup.standing : null;
  return lookup.reportedFake;
}

function answerFor(lookup: Lookup, telling: LookupTelling): Omit<LookupAnswer, 'query' | 'kind'> {
  if (lookup.kind === 'number') return numberAnswer(lookup, telling);
  return lookup.kind === 'host' ? hostAnswer(lookup, telling) : nameAnswer(lookup, telling);
}

/** Spells a look-up out for programs. Names and uses are as the records write them; the language is that of our own words. */
export function lookupAnswer(
  lookup: Lookup,
  registry: Registry,
  language: Language = 'zh',
  seen: SeenCount | null = null,
): LookupAnswer {
  const report = reportOf(lookup);
  return {
    query: lookup.query,
    kind: lookup.kind,
    ...answerFor(lookup, lookupTelling(registry, language)),
    ...(seen && { sightings: seen }),
    ...(report && {
      reported_fake: { claims: report.claims, proven: report.proven ?? false, source: report.source?.title ?? null },
    }),
  };
}
