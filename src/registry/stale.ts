import { helpFiles } from './help-texts.js';
import type { Records } from './read-records.js';

export interface StaleFact {
  readonly file: string;
  readonly fact: string;
  /** ISO day. */
  readonly checked: string;
}

/** The day `months` before an ISO day; the last day of its month where the month is shorter (a month before 31 March). */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months, 1);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return date.toISOString().slice(0, 10);
}

function contactFacts({ platforms }: Records): StaleFact[] {
  return platforms.flatMap(({ id, contacts }) =>
    contacts
      .filter(({ status }) => status === 'current')
      .map(({ kind, value, checked }) => ({ file: `data/platforms/${id}.yaml`, fact: `${kind} ${value}`, checked })),
  );
}

const patternFacts = ({ scams }: Records): StaleFact[] =>
  scams
    .filter(({ status }) => status !== 'retired')
    .map(({ id, checked }) => ({ file: `data/scams/${id}.yaml`, fact: 'pattern', checked }));

const conductFacts = ({ conduct }: Records): StaleFact[] =>
  conduct
    .filter(({ status }) => status !== 'replaced')
    .flatMap(({ id, rules }) =>
      rules.map((rule) => ({ file: `data/conduct/${id}.yaml`, fact: `rule ${rule.id}`, checked: rule.checked })),
    );

const helpFacts = (records: Records): StaleFact[] =>
  helpFiles(records).map(({ file, kind, record }) => ({
    file,
    fact: kind === 'faq' ? 'question' : kind,
    checked: record.checked,
  }));
const letterFacts = ({ letters }: Records): StaleFact[] =>
  letters.map(({ id, checked }) => ({ file: `data/letters/${id}.yaml`, fact: 'letter', checked }));

function listFacts({ single }: Records): StaleFact[] {
  const facts = <Entry extends { readonly checked: string }>(
    file: keyof Records['single'],
    entries: readonly Entry[] | undefined,
    nameOf: (entry: Entry) => string,
  ): StaleFact[] => (entries ?? []).map((entry) => ({ file, fact: nameOf(entry), checked: entry.checked }));
  const licences = single['data/lists/consumer-finance-licences.yaml'];
  return [
    ...facts('data/numbering/plan.yaml', single['data/numbering/plan.yaml']?.rules, ({ id }) => `rule ${id}`),
    ...facts(
      'data/numbering/mobile-prefixes.yaml',
      single['data/numbering/mobile-prefixes.yaml']?.entries,
      ({ prefix }) => prefix,
    ),
    ...facts('data/numbering/area-codes.yaml', single['data/numbering/area-codes.yaml']?.entries, ({ code }) => code),
    ...facts('data/numbering/service-codes.yaml', single['data/numbering/service-codes.yaml']?.entries, ({ number }) => number),
    ...facts('data/lists/short-links.yaml', single['data/lists/short-links.yaml']?.entries, ({ host }) => host),
    ...facts('data/lists/abused-suffixes.yaml', single['data/lists/abused-suffixes.yaml']?.entries, ({ suffix }) => `.${suffix}`),
    ...facts(
      'data/lists/reported-fakes.yaml',
      single['data/lists/reported-fakes.yaml']?.entries,
      ({ kind, value }) => `${kind} ${value}`,
    ),
    ...facts('data/lists/misreadings.yaml', single['data/lists/misreadings.yaml']?.entries, ({ means }) => means),
    ...facts('data/lists/misreadings.yaml', single['data/lists/misreadings.yaml']?.letters, ({ group }) => group.join('/')),
    ...facts('data/lists/misreadings.yaml', single['data/lists/misreadings.yaml']?.characters, ({ written }) => written),
    ...facts('data/lists/payment-codes.yaml', single['data/lists/payment-codes.yaml']?.entries, ({ begins }) => begins),
    ...(licences ? [{ file: 'data/lists/consumer-finance-licences.yaml', fact: 'the whole list', checked: licences.as_of }] : []),
  ];
}

/** Facts last checked more than `months` before `today`, the longest ago first. Retired facts need no other look. */
export function findStale(records: Records, today: string, months: number): StaleFact[] {
  const limit = monthsBefore(today, months);
  return [
    ...contactFacts(records),
    ...patternFacts(records),
    ...conductFacts(records),
    ...helpFacts(records),
    ...letterFacts(records),
    ...listFacts(records),
  ]
    .filter(({ checked }) => checked < limit)
    .sort((a, b) => a.checked.localeCompare(b.checked));
}
