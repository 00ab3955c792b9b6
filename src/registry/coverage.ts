import { familyOf } from './cross-check.js';
import type { Problem } from './data-error.js';
import { helpFiles, pointsOf } from './help-texts.js';
import type { Records } from './read-records.js';
import { TIERS, type Tier } from './vocabulary.js';

export interface CoverageTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

type Platform = Records['platforms'][number];

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, group: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  // By code unit: the same order on every machine, whatever its language.
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether a reader may be given one of its telephone numbers, and how sure the best of them is. */
function numberToShow({ contacts }: Platform): 'confirmed' | 'likely' | null {
  const lines = contacts.filter(({ kind, status }) => kind === 'phone' && status === 'current');
  return (['confirmed', 'likely'] as const).find((tier) => lines.some((line) => line.tier === tier)) ?? null;
}

const byTier = (items: readonly { readonly tier: Tier }[]): number[] =>
  TIERS.map((tier) => items.filter((item) => item.tier === tier).length);

function sum(rows: readonly (readonly (string | number)[])[]): (string | number)[] {
  const [first = []] = rows;
  return first.map((_, column) => (column === 0 ? 'all' : rows.reduce((total, row) => total + Number(row[column]), 0)));
}

/** A table with a last row that adds the others up. */
const totalled = (title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): CoverageTable => ({
  title,
  head,
  rows: rows.length > 0 ? [...rows, sum(rows)] : rows,
});

function platformTable({ platforms }: Records): CoverageTable {
  const parents = new Map(platforms.map(({ id, part_of }) => [id, part_of] as const));
  const family = ({ id }: Platform): string => familyOf(id, parents);
  const reachable = new Set(platforms.filter(numberToShow).map(family));
  const answer = (platform: Platform): string =>
    numberToShow(platform) ?? (reachable.has(family(platform)) ? "its family's" : 'none');
  const answers = ['confirmed', 'likely', "its family's", 'none'];
  const rows = groupBy(platforms, ({ kind }) => kind).map(([kind, group]) => [
    kind,
    group.length,
    ...answers.map((wanted) => group.filter((platform) => answer(platform) === wanted).length),
  ]);
  return totalled(
    'Platforms',
    ['kind', 'records', ...answers.map((wanted) => (wanted === 'none' ? 'no number' : `${wanted} number`))],
    rows,
  );
}

function contactTable({ platforms }: Records): CoverageTable {
  const rows = groupBy(
    platforms.flatMap(({ contacts }) => contacts),
    ({ kind }) => kind,
  ).map(([kind, group]) => [
    kind,
    ...byTier(group.filter(({ status }) => status === 'current')),
    group.filter(({ status }) => status === 'old').length,
  ]);
  return totalled('Contacts', ['kind', ...TIERS, 'old'], rows);
}

function scamTable({ scams }: Records): CoverageTable {
  const statuses = ['stable', 'trial', 'draft', 'retired'] as const;
  const rows = groupBy(scams, ({ family }) => family).map(([family, group]) => [
    family,
    ...statuses.map((wanted) => group.filter(({ status }) => status === wanted).length),
  ]);
  return totalled('Scam patterns', ['family', ...statuses], rows);
}

function conductTable({ conduct }: Records): CoverageTable {
  const rules = conduct.flatMap(({ binding_level, rules }) => rules.map((rule) => ({ ...rule, level: binding_level })));
  return totalled(
    'Conduct rules',
    ['binding level', ...TIERS],
    groupBy(rules, ({ level }) => level).map(([level, group]) => [level, ...byTier(group)]),
  );
}

/** Texts and their points by kind, and on what the points rest. A step of plain sense rests on neither. */
function helpTable(records: Records): CoverageTable {
  const rows = groupBy(helpFiles(records), ({ kind }) => kind).map(([kind, group]) => {
    const points = group.flatMap((file) => pointsOf(file).map(([, point]) => point));
    const withRule = points.filter(({ rules }) => rules.length > 0).length;
    const withSource = points.filter(({ rules, sources }) => rules.length === 0 && sources.length > 0).length;
    return [kind, group.length, points.length, withRule, withSource, points.length - withRule - withSource];
  });
  return totalled('Help texts', ['kind', 'texts', 'points', 'with a rule', 'with a source alone', 'with neither'], rows);
}

function factsOf(file: Records['single'][keyof Records['single']]): readonly object[] {
  if (!file) return [];
  if ('entries' in file && Array.isArray(file.entries)) return file.entries;
  return 'rules' in file && Array.isArray(file.rules) ? file.rules : [];
}

function listTable({ single }: Records): CoverageTable {
  const rows = Object.entries(single).flatMap(([path, file]) => {
    const facts = factsOf(file);
    const tiered = facts.filter((fact): fact is { tier: Tier } => 'tier' in fact);
    return facts.length > 0 ? [[path, ...byTier(tiered), facts.length - tiered.length]] : [];
  });
  return totalled('Lists and numbering', ['file', ...TIERS, 'no tier'], rows.sort());
}

/** What the records hold, by kind and tier: platforms, contacts, scam patterns, conduct rules, help texts, lists. */
export function countRecords(records: Records): CoverageTable[] {
  return [platformTable, contactTable, scamTable, conductTable, helpTable, listTable].map((count) => count(records));
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The tables as the Markdown that stands in data/COVERAGE.md. It depends on the records alone: it holds no day. */
export function renderCoverage(tables: readonly CoverageTable[]): string {
  const sections = tables.map(({ title, head, rows }) =>
    [`## ${title}`, '', line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n'),
  );
  const intro = 'Written by `notice-check data report --write`, so that a change of the data shows in its diff. Do not edit.';
  return `${['# What the records hold', intro, ...sections].join('\n\n')}\n`;
}

/** Whether the committed report, as it was written, says what the records hold now. */
export function findCoverageProblems(records: Records, written: string): Problem[] {
  if (written.replaceAll('\r\n', '\n') === renderCoverage(countRecords(records))) return [];
  return [{ file: 'data/COVERAGE.md', field: '', message: 'is not what the data say; run notice-check data report --write' }];
}
