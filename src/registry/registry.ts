import { createConductIndex } from './conduct.js';
import { createHelpIndex } from './help.js';
import { createHostIndex } from './hosts.js';
import { createIntentReader } from './intents.js';
import { lettersById } from './letters.js';
import { createLexicon } from './lexicon.js';
import { createNameSearch } from './lookup-names.js';
import { createMisreadings } from './misreadings.js';
import { createNumberingPlan } from './numbering.js';
import { createNumberIndex, createPortIndex } from './numbers.js';
import { createPatternMatcher } from './patterns.js';
import { createCodeIndex } from './payment-codes.js';
import type { Snapshot, SnapshotName } from './snapshot.js';
import type { Contact, Platform, Registry } from './types.js';

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

/** A member's own contacts first, then those of its family. */
const contactsOfFamily = (own: Platform, family: readonly Platform[]): readonly Contact[] => [
  ...own.contacts,
  ...family.filter((platform) => platform !== own).flatMap((platform) => platform.contacts),
];

const isShowable = ({ status, tier }: Contact): boolean => status === 'current' && tier !== 'unverified';

const NONE: readonly Platform[] = [];

/** Builds every index over a snapshot. Costs a few milliseconds; the result is read-only and safe to share. */
export function createRegistry(snapshot: Snapshot): Registry {
  const platforms = withPlatformIds(snapshot);
  const byId = new Map(platforms.map((platform) => [platform.id, platform] as const));
  const byFamily = groupBy(platforms, ({ family }) => [family]);
  const familyContacts = new Map(
    platforms.map((own) => [own.id, contactsOfFamily(own, byFamily.get(own.family) ?? [])] as const),
  );
  const contacts = platforms.flatMap((platform) => platform.contacts);
  const records = (ids: readonly string[]): Platform[] => ids.flatMap((id) => byId.get(id) ?? []);
  const platformOf = ({ platformId }: SnapshotName): Platform[] => (platformId === null ? [] : records([platformId]));
  const bySignature = new Map(
    [...groupBy(snapshot.names, ({ name }) => [name])].map(([name, named]) => [name, named.flatMap(platformOf)] as const),
  );
  const neverSigns = groupBy(platforms, (platform) => platform.neverSigns);
  const fakeSignatures = new Map(
    snapshot.fakes.filter(({ kind }) => kind === 'signature').map((fake) => [fake.key, fake] as const),
  );
  const patterns = new Map(snapshot.patterns.map((pattern) => [pattern.id, pattern] as const));
  const abused = new Set(snapshot.abusedSuffixes);
  const licensed = new Set(snapshot.licensedNames);
  const search = createNameSearch(snapshot.platforms, snapshot.names, snapshot.spellings);

  return {
    asOf: snapshot.asOf,
    hash: snapshot.hash,
    plan: createNumberingPlan(snapshot.numbering),
    platform: (id) => byId.get(id),
    platforms: () => platforms,
    sameFamily: (a, b) => a === b || byId.get(a)?.family === byId.get(b)?.family,
    familyContacts: (id) => familyContacts.get(id) ?? [],
    mainContact: (id, kind) => familyContacts.get(id)?.find((contact) => contact.kind === kind && isShowable(contact)) ?? null,
    host: createHostIndex(platforms, snapshot.shortLinks, snapshot.fakes),
    isAbusedSuffix: (publicSuffix) => abused.has(publicSuffix),
    code: createCodeIndex(snapshot.paymentCodes),
    misreadings: createMisreadings(snapshot.misreadings, snapshot.names),
    number: createNumberIndex(contacts, snapshot.holders, snapshot.fakes),
    smsPort: createPortIndex(contacts),
    bySignature: (name) => bySignature.get(name) ?? NONE,
    bySpelling: (text) => records(search.spelled(text)),
    byLikeness: (text) => records(search.similar(text)),
    neverSigns: (name) => neverSigns.get(name) ?? [],
    reportedFakeSignature: (name) => fakeSignatures.get(name) ?? null,
    lexical: createLexicon(
      snapshot.names,
      snapshot.vocabulary,
      createPatternMatcher(snapshot.patterns.map(({ match }) => match)),
    ),
    pattern: (id) => patterns.get(id),
    conduct: createConductIndex(snapshot.conduct),
    intent: createIntentReader(snapshot.intents),
    letters: lettersById(snapshot.letters),
    help: createHelpIndex(snapshot.help, snapshot.spellings.readings),
    wording: (language) => snapshot.wording[language],
    isLicensedConsumerFinance: (name) => licensed.has(name),
  };
}
