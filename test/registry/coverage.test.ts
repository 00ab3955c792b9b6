import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { countRecords, findCoverageProblems, renderCoverage } from '../../src/registry/coverage.js';
import { readRecords } from '../../src/registry/read-records.js';
import { findStale, monthsBefore } from '../../src/registry/stale.js';

const { records } = readRecords(readDataFiles());

describe('the report', () => {
  const tables = countRecords(records);
  const cell = (title: string, row: string, column: string): unknown => {
    const table = tables.find((candidate) => candidate.title === title);
    return table?.rows.find(([name]) => name === row)?.[table.head.indexOf(column)];
  };

  it('counts every platform once, by the number that a reader may be given', () => {
    expect(cell('Platforms', 'all', 'records')).toBe(records.platforms.length);
    const answers = ['confirmed number', 'likely number', "its family's number", 'no number'];
    const total = answers.reduce((sum, column) => sum + Number(cell('Platforms', 'all', column)), 0);
    expect(total).toBe(records.platforms.length);
  });

  it('counts a number that must not be shown as none, and a family’s number as such', () => {
    const one = (id: string) => records.platforms.filter((platform) => platform.id === id);
    const [icbc] = one('icbc');
    const contacts = (icbc?.contacts ?? []).map((contact) => ({ ...contact, tier: 'unverified' as const }));
    const row = (platforms: typeof records.platforms) => countRecords({ ...records, platforms })[0]?.rows.at(-1);
    expect(row(one('icbc'))).toEqual(['all', 1, 1, 0, 0, 0]);
    expect(row(icbc ? [{ ...icbc, contacts }] : [])).toEqual(['all', 1, 0, 0, 0, 1]);
    expect(row(icbc ? [icbc, { ...icbc, id: 'icbc-two', part_of: 'icbc', contacts }] : [])).toEqual(['all', 2, 1, 0, 1, 0]);
  });

  it('covers conduct rules, lists and the numbering plan', () => {
    expect(['confirmed', 'likely', 'unverified'].reduce((sum, tier) => sum + Number(cell('Conduct rules', 'all', tier)), 0)).toBe(
      records.conduct.flatMap(({ rules }) => rules).length,
    );
    expect(cell('Lists and numbering', 'data/numbering/plan.yaml', 'confirmed')).toEqual(expect.any(Number));
    expect(cell('Lists and numbering', 'data/lists/reported-fakes.yaml', 'no tier')).toBe(
      records.single['data/lists/reported-fakes.yaml']?.entries.length,
    );
  });

  it('counts help texts by kind, and on what their points rest', () => {
    const { help, interviews, faq } = records;
    expect(cell('Help texts', 'all', 'texts')).toBe(help.length + interviews.length + faq.length);
    const [first] = faq;
    const point = { text: { zh: '一', en: 'one' }, rules: ['a'], sources: ['b'] };
    const answer = [point, { ...point, rules: [] }, { ...point, rules: [], sources: [] }];
    const one = countRecords({ ...records, help: [], interviews: [], faq: first ? [{ ...first, answer }] : [] });
    expect(one.find(({ title }) => title === 'Help texts')?.rows).toEqual([
      ['faq', 1, 3, 1, 1, 1],
      ['all', 1, 3, 1, 1, 1],
    ]);
  });

  it('is the same text for the same records, whatever the day', () => {
    expect(renderCoverage(tables)).toBe(renderCoverage(countRecords(records)));
    expect(renderCoverage(tables)).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('must be written again when the records change', () => {
    const written = renderCoverage(tables);
    expect(findCoverageProblems(records, written)).toEqual([]);
    expect(findCoverageProblems(records, written.replaceAll('\n', '\r\n'))).toEqual([]);
    const problem = {
      file: 'data/COVERAGE.md',
      field: '',
      message: 'is not what the data say; run notice-check data report --write',
    };
    expect(findCoverageProblems({ ...records, platforms: records.platforms.slice(1) }, written)).toEqual([problem]);
    expect(findCoverageProblems(records, '')).toEqual([problem]);
  });
});

describe('what is due for another look', () => {
  const in2099 = findStale(records, '2099-12-31', 6);
  const filesOf = (facts: typeof in2099): Set<string> => new Set(facts.map(({ file }) => file.replace(/[^/]+$/, '')));

  it('comes from every place that holds checked facts', () => {
    expect([...filesOf(in2099)].sort()).toEqual([
      'data/conduct/',
      'data/faq/',
      'data/help/',
      'data/interviews/',
      'data/letters/',
      'data/lists/',
      'data/numbering/',
      'data/platforms/',
      'data/scams/',
    ]);
    expect(in2099.filter(({ file }) => file.startsWith('data/lists/')).map(({ file }) => file)).toContain(
      'data/lists/consumer-finance-licences.yaml',
    );
  });

  it('names the fact, the longest ago first', () => {
    expect(in2099).toContainEqual(expect.objectContaining({ file: 'data/platforms/icbc.yaml', fact: 'phone 95588' }));
    expect(in2099).toContainEqual(expect.objectContaining({ file: 'data/numbering/area-codes.yaml', fact: '010' }));
    expect(in2099).toContainEqual(expect.objectContaining({ file: 'data/help/make-them-stop.yaml', fact: 'guide' }));
    const days = in2099.map(({ checked }) => checked);
    expect(days).toEqual([...days].sort());
  });

  it('leaves out what has retired', () => {
    const old = records.platforms.flatMap(({ id, contacts }) =>
      contacts.filter(({ status }) => status === 'old').map(({ kind, value }) => `${id} ${kind} ${value}`),
    );
    expect(old.length).toBeGreaterThan(0);
    const due = in2099.map(({ file, fact }) => `${file.replace(/^.*\/|\.yaml$/g, '')} ${fact}`);
    expect(due.filter((fact) => old.includes(fact))).toEqual([]);
  });

  it('is nothing on the day on which everything was checked', () => {
    const latest = in2099.at(-1)?.checked ?? '';
    expect(findStale(records, latest, 600)).toEqual([]);
  });

  it.each([
    ['2026-11-22', 6, '2026-05-22'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2028-03-31', 1, '2028-02-29'],
    ['2026-01-15', 13, '2024-12-15'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('counts months as the calendar does: %s less %i is %s', (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected);
  });
});
