import { foldText } from '../notice/fold.js';
import type { Lookup, NameLookup, NumberLookup } from '../registry/lookup.js';
import type { Contact, HostStanding, NumberStanding, Platform, Registry, Source, Tier } from '../registry/types.js';
import { linesToCall } from './contacts.js';
import { areaIn } from './names.js';
import type { Language, OfficialContact } from './types.js';
import { wordingIn } from './wording.js';

/** One holder of what was looked up. `tier` says how sure: an `unverified` match is no official contact. */
export interface LookupMatch {
  /** Record id; null for the holder of a code that has no record. */
  readonly id: string | null;
  readonly name: string;
  /** What it is there: the use of a number or address, the kind of an institution. */
  readonly what: string;
  readonly tier: Tier | null;
  /** Who says so; null when that is internal evidence. */
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
  readonly number?: { class: string; operator?: string; area?: string; imitates?: readonly LookupMatch[] };
  /** Of an address: the host as compared, and what it is. */
  readonly host?: { host: string; standing: HostStanding['kind']; owner?: string };
  /** Of a name: the matches are only similar. */
  readonly guess?: true;
  /** Somebody reported it as fake. */
  readonly reported_fake?: { claims: string; proven: boolean; source: string | null };
}

const sourceName = (source: Source | null | undefined): string | null => source?.title ?? null;

function contactMatch(contact: Contact, registry: Registry): LookupMatch {
  return {
    id: contact.platformId,
    name: registry.platform(contact.platformId)?.name ?? contact.platformId,
    what: contact.scope ? `${contact.usedFor}（${contact.scope}）` : contact.usedFor,
    tier: contact.tier,
    source: sourceName(contact.sources[0]),
    checked: contact.checked,
    ...(contact.status === 'old' ? { status: 'old' as const } : {}),
    ...(contact.replacedBy ? { replaced_by: contact.replacedBy } : {}),
  };
}

/** The holder by the numbering plan, where no record has the number in use. */
function holderMatch({ contacts, holder }: NumberStanding, registry: Registry): LookupMatch[] {
  if (!holder || contacts.some(({ status, tier }) => status === 'current' && tier !== 'unverified')) return [];
  const [platform] = registry.bySignature(foldText(holder.name).text);
  const { name, tier, sources, checked } = holder;
  return [{ id: platform?.id ?? null, name, what: '客服号', tier, source: sourceName(sources[0]), checked }];
}

const matchesOf = (standing: NumberStanding, registry: Registry): LookupMatch[] => [
  ...standing.contacts.map((contact) => contactMatch(contact, registry)),
  ...holderMatch(standing, registry),
];

function numberOf({ reading, forged }: NumberLookup, registry: Registry, language: Language): LookupAnswer['number'] {
  const area = reading.area && (areaIn(language, reading.area) ?? reading.area);
  return {
    class: reading.class,
    ...(reading.operator ? { operator: reading.operator } : {}),
    ...(area ? { area } : {}),
    ...(forged ? { imitates: matchesOf(forged.imitates, registry) } : {}),
  };
}

function hostMatches(standing: HostStanding, registry: Registry): LookupMatch[] {
  if (standing.kind === 'official' || standing.kind === 'official_short') return [contactMatch(standing.contact, registry)];
  const platform =
    standing.kind === 'user_content' && standing.platformId !== null ? registry.platform(standing.platformId) : undefined;
  return platform
    ? [{ id: platform.id, name: platform.name, what: '用户发布的内容', tier: null, source: null, checked: null }]
    : [];
}

/** An institution, with the best of its contacts as the evidence for it. */
function platformMatch(platform: Platform, registry: Registry, language: Language): LookupMatch {
  const contacts = linesToCall(platform, registry, language);
  const website = platform.contacts.find(
    ({ kind, status, tier }) => kind === 'host' && status === 'current' && tier !== 'unverified',
  );
  const [line] = contacts;
  const evidence =
    line ?? (website ? { tier: website.tier, source: sourceName(website.sources[0]), checked: website.checked } : null);
  return {
    id: platform.id,
    name: platform.name,
    what: wordingIn(registry, language).text(`lookup.kind.${platform.kind}`),
    tier: evidence?.tier ?? null,
    source: evidence?.source ?? null,
    checked: evidence?.checked ?? null,
    contacts,
  };
}

function fakeOf(lookup: Lookup): Pick<LookupAnswer, 'reported_fake'> {
  if (lookup.kind === 'number') return fakeEntry(lookup.standing.reportedFake);
  if (lookup.kind === 'host') return fakeEntry(lookup.standing.kind === 'reported_fake' ? lookup.standing : null);
  return fakeEntry(lookup.reportedFake);
}

function fakeEntry(
  fake: { claims: string; proven?: boolean; source: Source | null } | null,
): Pick<LookupAnswer, 'reported_fake'> {
  return fake ? { reported_fake: { claims: fake.claims, proven: fake.proven ?? false, source: sourceName(fake.source) } } : {};
}

const nameAnswer = (lookup: NameLookup, registry: Registry, language: Language): Pick<LookupAnswer, 'matches' | 'guess'> => ({
  matches: lookup.platforms.map((platform) => platformMatch(platform, registry, language)),
  ...(lookup.sure || lookup.platforms.length === 0 ? {} : { guess: true as const }),
});

/** Spells a look-up out for programs. */
export function lookupAnswer(lookup: Lookup, registry: Registry, language: Language = 'zh'): LookupAnswer {
  const { query, kind } = lookup;
  if (lookup.kind === 'number') {
    const port = lookup.port ? [contactMatch(lookup.port, registry)] : [];
    const matches = [...matchesOf(lookup.standing, registry), ...port];
    return {
      query,
      kind,
      matches,
      number: numberOf(lookup, registry, language) as NonNullable<LookupAnswer['number']>,
      ...fakeOf(lookup),
    };
  }
  if (lookup.kind === 'host') {
    const { standing, link } = lookup;
    const owner = 'owner' in standing ? { owner: standing.owner } : {};
    return {
      query,
      kind,
      matches: hostMatches(standing, registry),
      host: { host: link.host, standing: standing.kind, ...owner },
      ...fakeOf(lookup),
    };
  }
  return { query, kind, ...nameAnswer(lookup, registry, language), ...fakeOf(lookup) };
}
