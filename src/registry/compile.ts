import { createHash } from 'node:crypto';
import { foldText } from '../notice/fold.js';
import { compileHelp } from './compile-help.js';
import { type CompiledConduct, compileConduct } from './conduct.js';
import { contactKey, crossCheck, familyOf } from './cross-check.js';
import { DataError, type Problem } from './data-error.js';
import { compileIntent } from './intents.js';
import { compileLetter } from './letters.js';
import { compileSpellings, type Speller } from './lookup-spellings.js';
import { compileMisreadings } from './misreadings.js';
import { compileNumbering } from './numbering.js';
import { compilePattern } from './patterns.js';
import { compilePaymentCodes } from './payment-codes.js';
import { type DataFile, type Records, readRecords } from './read-records.js';
import { findStrings } from './record-strings.js';
import type { PlatformRecord, ScamRecord } from './records.js';
import {
  SNAPSHOT_FORM,
  type Snapshot,
  type SnapshotFake,
  type SnapshotHolder,
  type SnapshotName,
  type SnapshotPlatform,
  type SnapshotShortLink,
} from './snapshot.js';
import { shownSources } from './sources.js';
import { VOCABULARY_GROUPS } from './vocabulary.js';

function compilePlatform(record: PlatformRecord, parents: ReadonlyMap<string, string | undefined>): SnapshotPlatform {
  return {
    id: record.id,
    name: record.name,
    nameEn: record.name_en ?? null,
    operator: record.operator ?? null,
    kind: record.kind,
    family: familyOf(record.id, parents),
    partOf: record.part_of ?? null,
    aliases: record.aliases,
    signatures: record.signatures.map((name) => foldText(name).text),
    neverSigns: record.never_signs.map(({ name }) => foldText(name).text),
    hostTokens: record.host_tokens,
    status: record.status,
    notes: record.notes,
    contacts: record.contacts.map((contact) => ({
      kind: contact.kind,
      value: contact.value,
      key: contactKey(contact.kind, contact.value),
      usedFor: contact.used_for,
      tier: contact.tier,
      status: contact.status,
      scope: contact.scope ?? null,
      replacedBy: contact.replaced_by ?? null,
      checked: contact.checked,
      sources: shownSources(contact.sources, record.sources),
      note: contact.note ?? null,
    })),
  };
}

function compileNames(records: Records): SnapshotName[] {
  const names = new Map<string, SnapshotName>();
  const add = (name: string, platformId: string | null, signatureOnly: boolean): void => {
    const folded = foldText(name).text;
    const known = names.get(folded);
    if (!known || (known.signatureOnly && !signatureOnly)) names.set(folded, { name: folded, platformId, signatureOnly });
  };
  for (const record of records.platforms) {
    for (const alias of [record.name, ...record.aliases]) add(alias, record.id, record.signature_only_aliases.includes(alias));
  }
  for (const record of records.platforms) {
    for (const alias of [...record.signature_only_aliases, ...record.signatures]) add(alias, record.id, true);
  }
  for (const { decoys } of records.platforms) for (const decoy of decoys) add(decoy, null, false);
  return [...names.values()];
}

const compileShortLinks = (records: Records): SnapshotShortLink[] =>
  (records.single['data/lists/short-links.yaml']?.entries ?? []).map(({ host, owner, kind, platform }) => ({
    host,
    owner,
    kind,
    platform: platform ?? null,
  }));

function compileFakes(records: Records): SnapshotFake[] {
  const file = records.single['data/lists/reported-fakes.yaml'];
  return (file?.entries ?? []).map((entry) => ({
    kind: entry.kind,
    key: entry.kind === 'phone' ? entry.value.replace(/\D/g, '') : foldText(entry.value).text,
    claims: entry.claims,
    proven: entry.standing === 'proven',
    source: shownSources(entry.sources, file?.sources ?? {})[0] ?? null,
  }));
}

function compileHolders(records: Records): SnapshotHolder[] {
  const file = records.single['data/numbering/service-codes.yaml'];
  return (file?.entries ?? []).map((entry) => ({
    number: entry.number,
    name: entry.holder,
    platform: entry.platform ?? null,
    tier: entry.tier,
    sources: shownSources(entry.sources, file?.sources ?? {}),
    checked: entry.checked,
  }));
}

const compileScam = (record: ScamRecord): Snapshot['patterns'][number] => ({
  id: record.id,
  title: record.title,
  titleEn: record.title_en,
  family: record.family,
  posesAs: record.poses_as ?? null,
  status: record.status,
  strength: record.strength,
  hook: record.match.hook ?? null,
  why: record.why,
  advice: record.advice,
  sources: shownSources(Object.keys(record.sources), record.sources),
  match: compilePattern(record),
});

function compileVocabulary(records: Records): Snapshot['vocabulary'] {
  const groups = records.single['data/lists/vocabulary.yaml']?.groups;
  return Object.fromEntries(
    VOCABULARY_GROUPS.map((group) => [group, (groups?.[group]?.words ?? []).map((word) => foldText(word).text)]),
  ) as unknown as Snapshot['vocabulary'];
}

function numberingOf(records: Records): Snapshot['numbering'] {
  const { single } = records;
  const plan = single['data/numbering/plan.yaml'];
  const mobilePrefixes = single['data/numbering/mobile-prefixes.yaml'];
  const areaCodes = single['data/numbering/area-codes.yaml'];
  const serviceCodes = single['data/numbering/service-codes.yaml'];
  if (!plan || !mobilePrefixes || !areaCodes || !serviceCodes) throw new DataError([]);
  return compileNumbering({ plan, mobilePrefixes, areaCodes, serviceCodes });
}

function conductOf({ conduct, single }: Records): CompiledConduct {
  const phrases = single['data/conduct/phrases.yaml'];
  if (!phrases) throw new DataError([]);
  return compileConduct({ instruments: conduct, phrases });
}

const latestDay = (records: Records): string =>
  findStrings(records, (_, key) => key === 'checked').reduce((latest, { text }) => (text > latest ? text : latest), '');

/**
 * Every problem of the files: shapes first, then what only shows across files. Empty when the data may be used.
 * `today` is an ISO day, for dates that lie in the future.
 */
export function findProblems(files: readonly DataFile[], today: string): { records: Records; problems: Problem[] } {
  const { records, problems } = readRecords(files);
  return { records, problems: [...problems, ...crossCheck(records, today)] };
}

/**
 * Turns the files under data/ into the snapshot that a checker loads. The same files give the same hash.
 * Without `spell`, names are found by pinyin only where a record's host tokens spell it.
 * @throws DataError with every problem, when there is any.
 */
export function compileSnapshot(files: readonly DataFile[], today: string, spell?: Speller): Snapshot {
  const { records, problems } = findProblems(files, today);
  if (problems.length > 0) throw new DataError(problems);
  return compileRecords(records, spell);
}

/** The same for records that were read and found without problems. */
export function compileRecords(records: Records, spell?: Speller): Snapshot {
  const parents = new Map(records.platforms.map(({ id, part_of }) => [id, part_of] as const));
  const names = compileNames(records);
  const content: Omit<Snapshot, 'hash'> = {
    form: SNAPSHOT_FORM,
    asOf: latestDay(records),
    platforms: records.platforms.map((record) => compilePlatform(record, parents)),
    names,
    spellings: compileSpellings(names, spell),
    shortLinks: compileShortLinks(records),
    fakes: compileFakes(records),
    holders: compileHolders(records),
    abusedSuffixes: (records.single['data/lists/abused-suffixes.yaml']?.entries ?? []).map(({ suffix }) => suffix),
    misreadings: compileMisreadings(records.single['data/lists/misreadings.yaml']),
    paymentCodes: compilePaymentCodes(records.single['data/lists/payment-codes.yaml']),
    licensedNames: (records.single['data/lists/consumer-finance-licences.yaml']?.entries ?? [])
      .flatMap(({ name, short_names }) => [name, ...short_names])
      .map((name) => foldText(name).text),
    numbering: numberingOf(records),
    patterns: records.scams.filter(({ status }) => status === 'trial' || status === 'stable').map(compileScam),
    conduct: conductOf(records),
    intents: (records.single['data/lists/intents.yaml']?.intents ?? []).map(compileIntent),
    help: compileHelp(records),
    letters: records.letters.map(compileLetter),
    vocabulary: compileVocabulary(records),
    wording: { zh: records.single['data/wording/zh.yaml'] ?? {}, en: records.single['data/wording/en.yaml'] ?? {} },
  };
  return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}
