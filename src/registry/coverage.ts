import type { Records } from './read-records.js';
import { TIERS } from './vocabulary.js';

export interface CoverageTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b)));
}

/** What the records hold: platforms by kind, contacts by kind and tier, patterns by family, and the plain lists. */
export function countRecords(records: Records): CoverageTable[] {
  const hasLine = (platform: Records['platforms'][number]): boolean =>
    platform.contacts.some(({ kind, tier, status }) => kind === 'phone' && status === 'current' && tier !== 'unverified');
  const contacts = records.platforms.flatMap((platform) => platform.contacts);
  const lists = Object.entries(records.single).flatMap(([path, file]) =>
    file && 'entries' in file && Array.isArray(file.entries) ? [[path, file.entries.length] as const] : [],
  );
  return [
    {
      title: 'Platforms',
      head: ['kind', 'records', 'with a number that may be shown'],
      rows: [...countBy(records.platforms, ({ kind }) => kind)].map(([kind, group]) => [
        kind,
        group.length,
        group.filter(hasLine).length,
      ]),
    },
    {
      title: 'Contacts',
      head: ['kind', ...TIERS, 'old'],
      rows: [...countBy(contacts, ({ kind }) => kind)].map(([kind, group]) => [
        kind,
        ...TIERS.map((tier) => group.filter((contact) => contact.status === 'current' && contact.tier === tier).length),
        group.filter(({ status }) => status === 'old').length,
      ]),
    },
    {
      title: 'Scam patterns',
      head: ['family', 'records'],
      rows: [...countBy(records.scams, ({ family }) => family)].map(([family, group]) => [family, group.length]),
    },
    { title: 'Lists', head: ['file', 'entries'], rows: lists },
  ];
}
