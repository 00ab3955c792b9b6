import { foldText } from '../notice/fold.js';
import { checkConduct } from './check-conduct.js';
import { checkHelp } from './check-help.js';
import { checkLetters } from './check-letters.js';
import { findNumberingProblems } from './check-numbering.js';
import { formatProblem, type Problem } from './data-error.js';
import { findDateProblems } from './lint-dates.js';
import type { Records } from './read-records.js';
import type { ContactRecord, PlatformRecord } from './records.js';

/** Digits of a number or the host itself: what two contacts are compared by. */
export const contactKey = (kind: ContactRecord['kind'], value: string): string =>
  kind === 'phone' || kind === 'sms_port' ? value.replace(/\D/g, '') : value.toLowerCase();

const platformFile = (id: string): string => `data/platforms/${id}.yaml`;

/** The record at the top of a family; a cycle or a missing parent ends the walk where it is met. */
export function familyOf(id: string, parents: ReadonlyMap<string, string | undefined>): string {
  const seen = new Set<string>();
  let current = id;
  for (;;) {
    const parent = parents.get(current);
    if (!parent || seen.has(current)) return current;
    seen.add(current);
    current = parent;
  }
}

function* referencedSources(record: PlatformRecord): Generator<[field: string, id: string]> {
  for (const [at, contact] of record.contacts.entries()) {
    for (const source of contact.sources) yield [`contacts[${at}].sources`, source];
  }
  for (const [at, entry] of record.never_signs.entries()) {
    for (const source of entry.sources) yield [`never_signs[${at}].sources`, source];
  }
  for (const source of record.licence?.sources ?? []) yield ['licence.sources', source];
}

const LISTS = [
  'data/numbering/mobile-prefixes.yaml',
  'data/numbering/area-codes.yaml',
  'data/numbering/service-codes.yaml',
  'data/lists/short-links.yaml',
  'data/lists/abused-suffixes.yaml',
  'data/lists/reported-fakes.yaml',
  'data/lists/consumer-finance-licences.yaml',
  'data/lists/misreadings.yaml',
  'data/lists/payment-codes.yaml',
] as const;

interface ListEntry {
  readonly sources: readonly string[];
  readonly platform?: string | undefined;
}

function* listEntries(records: Records): Generator<[path: string, at: number, entry: ListEntry, known: object]> {
  for (const path of LISTS) {
    const file = records.single[path];
    const entries: readonly ListEntry[] = file?.entries ?? [];
    for (const [at, entry] of entries.entries()) yield [path, at, entry, file?.sources ?? {}];
  }
}

function checkSources(records: Records, problems: Problem[]): void {
  for (const record of records.platforms) {
    for (const [field, source] of referencedSources(record)) {
      if (source in record.sources) continue;
      problems.push({
        file: platformFile(record.id),
        field,
        message: `'${source}' is not in sources (known: ${Object.keys(record.sources).join(', ') || 'none'})`,
      });
    }
  }
  for (const [path, at, entry, known] of listEntries(records)) {
    for (const source of entry.sources) {
      if (!(source in known))
        problems.push({ file: path, field: `entries[${at}].sources`, message: `'${source}' is not in sources` });
    }
  }
}

function checkReferences(records: Records, problems: Problem[]): void {
  const ids = new Set(records.platforms.map(({ id }) => id));
  for (const { id, part_of } of records.platforms) {
    if (part_of && !ids.has(part_of))
      problems.push({ file: platformFile(id), field: 'part_of', message: `no record '${part_of}'` });
    if (part_of === id) problems.push({ file: platformFile(id), field: 'part_of', message: 'a record cannot be part of itself' });
  }
  for (const { id, poses_as } of records.scams) {
    if (poses_as && !ids.has(poses_as))
      problems.push({ file: `data/scams/${id}.yaml`, field: 'poses_as', message: `no record '${poses_as}'` });
  }
  for (const [path, at, { platform }] of listEntries(records)) {
    if (platform && !ids.has(platform))
      problems.push({ file: path, field: `entries[${at}].platform`, message: `no record '${platform}'` });
  }
}

/** One name means one family: an alias that two families share would send a reader to the wrong hotline. */
function checkNames(records: Records, problems: Problem[]): void {
  const parents = new Map(records.platforms.map(({ id, part_of }) => [id, part_of] as const));
  const owners = new Map<string, string>();
  for (const record of records.platforms) {
    for (const name of [record.name, ...record.aliases]) {
      const folded = foldText(name).text;
      const owner = owners.get(folded);
      if (owner !== undefined && familyOf(owner, parents) !== familyOf(record.id, parents)) {
        problems.push({
          file: platformFile(record.id),
          field: 'aliases',
          message: `'${name}' already names '${owner}'; keep it in one of them`,
        });
      }
      owners.set(folded, owner ?? record.id);
    }
  }
}

/** A current number or host belongs to one family, or its scope says with whom it is shared. */
function checkContacts(records: Records, problems: Problem[]): void {
  const parents = new Map(records.platforms.map(({ id, part_of }) => [id, part_of] as const));
  const owners = new Map<string, string>();
  for (const record of records.platforms) {
    for (const [at, contact] of record.contacts.entries()) {
      if (contact.status === 'old' || contact.tier === 'unverified' || contact.scope) continue;
      if (contact.kind === 'app' || contact.kind === 'wechat_account') continue;
      const key = contactKey(contact.kind, contact.value);
      const owner = owners.get(key);
      if (owner !== undefined && familyOf(owner, parents) !== familyOf(record.id, parents)) {
        problems.push({
          file: platformFile(record.id),
          field: `contacts[${at}].value`,
          message: `${contact.value} is also a current contact of '${owner}'; say in scope with whom it is shared, or correct one`,
        });
      }
      owners.set(key, owner ?? record.id);
    }
  }
}

function checkWording(records: Records, problems: Problem[]): void {
  const zh = records.single['data/wording/zh.yaml'] ?? {};
  const en = records.single['data/wording/en.yaml'] ?? {};
  for (const key of Object.keys(zh))
    if (!(key in en)) problems.push({ file: 'data/wording/en.yaml', field: key, message: 'is missing; zh.yaml has it' });
  for (const key of Object.keys(en))
    if (!(key in zh)) problems.push({ file: 'data/wording/zh.yaml', field: key, message: 'is missing; en.yaml has it' });
}

/** The numbering files are read together; while one is missing or broken, that is the problem to mend first. */
function numberingProblems({ single }: Records): Problem[] {
  const plan = single['data/numbering/plan.yaml'];
  const mobilePrefixes = single['data/numbering/mobile-prefixes.yaml'];
  const areaCodes = single['data/numbering/area-codes.yaml'];
  const serviceCodes = single['data/numbering/service-codes.yaml'];
  if (!plan || !mobilePrefixes || !areaCodes || !serviceCodes) return [];
  return findNumberingProblems({ plan, mobilePrefixes, areaCodes, serviceCodes });
}

function conductProblems({ conduct, single }: Records, today: string): Problem[] {
  const phrases = single['data/conduct/phrases.yaml'];
  return phrases ? checkConduct({ instruments: conduct, phrases }, today) : [];
}

/** Each problem once: a day in the future is met by more than one question. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [formatProblem(problem), problem] as const)).values(),
];

/** What no single file can show: references, names and contacts that two records claim, days in the future. */
export function crossCheck(records: Records, today: string): Problem[] {
  const problems: Problem[] = [];
  checkSources(records, problems);
  checkReferences(records, problems);
  checkNames(records, problems);
  checkContacts(records, problems);
  checkWording(records, problems);
  return once([
    ...problems,
    ...findDateProblems(records, today),
    ...numberingProblems(records),
    ...conductProblems(records, today),
    ...checkHelp(records),
    ...checkLetters(records),
  ]);
}
