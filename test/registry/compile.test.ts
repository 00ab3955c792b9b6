import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { compileSnapshot, findProblems } from '../../src/registry/compile.js';
import { DataError, formatProblem } from '../../src/registry/data-error.js';
import type { DataFile } from '../../src/registry/read-records.js';

const FILES = readDataFiles();
const TODAY = '2099-12-31';

/** The project's records with one file more, or another text in place of one. */
const withFile = (path: string, text: string): DataFile[] => [...FILES.filter((file) => file.path !== path), { path, text }];
const problemsOf = (path: string, text: string, today = TODAY): string[] =>
  findProblems(withFile(path, text), today).problems.map(formatProblem);

const RECORD = `id: sample-loan
name: 样例快贷
kind: micro_lender
contacts:
  - { kind: phone, value: "4000-000-009", used_for: 客服, tier: likely, sources: [site], checked: "2026-11-20" }
sources:
  site: { title: 官网联系我们, kind: official, seen: "2026-11-20" }
`;
const PATH = 'data/platforms/sample-loan.yaml';

describe('good records', () => {
  it('have no problems', () => {
    expect(findProblems(FILES, TODAY).problems.map(formatProblem)).toEqual([]);
    expect(problemsOf(PATH, RECORD)).toEqual([]);
  });

  it('give the same hash every time, and another one when a fact changes', () => {
    const hash = compileSnapshot(FILES, TODAY).hash;
    expect(compileSnapshot([...FILES], TODAY).hash).toBe(hash);
    expect(compileSnapshot(withFile(PATH, RECORD), TODAY).hash).not.toBe(hash);
  });

  it('leave internal evidence out of the snapshot', () => {
    const text = JSON.stringify(
      compileSnapshot(withFile(PATH, RECORD.replace('kind: official', 'kind: code, shown: false')), TODAY),
    );
    expect(text).toContain('样例快贷');
    expect(text).not.toContain('官网联系我们');
  });
});

describe('a broken record', () => {
  it.each([
    [
      'a bare number',
      RECORD.replace('"4000-000-009"', '4000'),
      [`${PATH}: contacts[0].value: 4000 is a bare number; write it in quotes`],
    ],
    [
      'an unknown source',
      RECORD.replace('[site]', '[web]'),
      [`${PATH}: contacts[0].sources: 'web' is not in sources (known: site)`],
    ],
    [
      'an unknown field',
      RECORD.replace('kind: micro_lender', 'kind: micro_lender\nhotline: "95588"'),
      [`${PATH}: unknown hotline; remove it or check the spelling`],
    ],
    [
      'another id than its file',
      RECORD.replace('id: sample-loan', 'id: other-loan'),
      [`${PATH}: id: 'other-loan' must equal the file's name, 'sample-loan'`],
    ],
    ['a parent that is not there', RECORD.replace('kind:', 'part_of: nobody\nkind:'), [`${PATH}: part_of: no record 'nobody'`]],
    [
      'a name that another family has',
      RECORD.replace('样例快贷', '招商银行'),
      [`${PATH}: aliases: '招商银行' already names 'cmb'; keep it in one of them`],
    ],
  ])('with %s is told apart by file, field and remedy', (_, text, expected) => {
    expect(problemsOf(PATH, text)).toEqual(expected);
  });

  it('with a day in the future is refused', () => {
    expect(problemsOf(PATH, RECORD, '2026-11-19')).toContain(`${PATH}: contacts[0].checked: 2026-11-20 lies in the future`);
  });

  it('that is no YAML says so', () => {
    expect(problemsOf(PATH, 'id: [')[0]).toMatch(/^data\/platforms\/sample-loan\.yaml: not readable as YAML: /);
  });

  it('in the wrong place is refused', () => {
    expect(problemsOf('data/other/x.yaml', 'a: 1')).toEqual([
      'data/other/x.yaml: no record is expected here; see data/README.md for the places',
    ]);
  });

  it('is reported together with all others', () => {
    const files = [
      ...withFile(PATH, RECORD.replace('[site]', '[web]')),
      { path: 'data/platforms/second.yaml', text: 'id: second' },
    ];
    const problems = findProblems(files, TODAY).problems.map(formatProblem);
    expect(problems.some((problem) => problem.startsWith(PATH))).toBe(true);
    expect(problems.some((problem) => problem.startsWith('data/platforms/second.yaml: name'))).toBe(true);
  });

  it('stops the compilation', () => {
    expect(() => compileSnapshot(withFile(PATH, 'id: ['), TODAY)).toThrow(DataError);
  });
});
