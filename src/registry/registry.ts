import { createHostIndex } from './hosts.js';
import { createNameSearch } from './lookup-names.js';
import { createNameFinder } from './names.js';
import { createNumberingPlan } from './numbering.js';
import { createNumberIndex, createPortIndex } from './numbers.js';
import { createPatternMatcher } from './patterns.js';
import type { Snapshot } from './snapshot.js';
import type { Contact, Platform, Registry } from './types.js';
import { createWordFinder } from './words.js';

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function withPlatformIds(snapshot: Snapshot): Platform[] {
  return snapshot.platforms.map((platform) => ({
    ...platform,
    contacts: platform.contacts.map((contact): Contact => ({ platformId: platform.id, ...contact })),
  }));
}

/** Builds every index over a snapshot. Costs a few milliseconds; the result is read-only and safe to share. */
export function createRegistry(snapshot: Snapshot): Registry {
  const platforms = withPlatformIds(snapshot);
  const byId = new Map(platforms.map((platform) => [platform.id, platform] as const));
  const byFamily = groupBy(platforms, ({ family }) => [family]);
  const contacts = platforms.flatMap((platform) => platform.contacts);
  const bySignature = groupBy(snapshot.names, ({ name }) => [name]);
  const neverSigns = groupBy(platforms, (platform) => platform.neverSigns);
  const fakeSignatures = new Map(snapshot.fakes.filter(({ kind }) => kind === 'signature').map((fake) => [fake.key, fake] as const));
  const patterns = new Map(snapshot.patterns.map((pattern) => [pattern.id, pattern] as const));
  const abused = new Set(snapshot.abusedSuffixes);
  const licensed = new Set(snapshot.licensedNames);
  const search = createNameSearch(snapshot.platforms, snapshot.names, snapshot.spellings);
  const records = (ids: readonly string[]): Platform[] => ids.flatMap((id) => byId.get(id) ?? []);
  const matcher = createPatternMatcher(snapshot.patterns.map(({ match }) => match));

  return {
    asOf: snapshot.asOf,
    hash: snapshot.hash,
    plan: createNumberingPlan(snapshot.numbering),
    platform: (id) => byId.get(id),
    platforms: () => platforms,
    sameFamily: (a, b) => a === b || byId.get(a)?.family === byId.get(b)?.family,
    familyContacts(id) {
      const own = byId.get(id);
      if (!own) return [];
      const others = (byFamily.get(own.family) ?? []).filter((platform) => platform !== own);
      return [...own.contacts, ...others.flatMap((platform) => platform.contacts)];
    },
    host: createHostIndex(platforms, snapshot.shortLinks, snapshot.fakes),
    isAbusedSuffix: (publicSuffix) => abused.has(publicSuffix),
    number: createNumberIndex(contacts, snapshot.holders, snapshot.fakes),
    smsPort: createPortIndex(contacts),
    bySignature: (name) => (bySignature.get(name) ?? []).flatMap(({ platformId }) => (platformId !== null && byId.get(platformId)) || []),
    bySpelling: (text) => records(search.spelled(text)),
    byLikeness: (text) => records(search.similar(text)),
    neverSigns: (name) => neverSigns.get(name) ?? [],
    reportedFakeSignature: (name) => fakeSignatures.get(name) ?? null,
    namesIn: createNameFinder(snapshot.names),
    patternsIn: (folded) => matcher.match(folded),
    pattern: (id) => patterns.get(id),
    words: createWordFinder(snapshot.vocabulary),
    wording: (language) => snapshot.wording[language],
    isLicensedConsumerFinance: (name) => licensed.has(name),
  };
}
