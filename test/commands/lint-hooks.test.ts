import { describe, expect, it } from 'vitest';
import { findUnmetHooks } from '../../src/commands/lint-hooks.js';
import { readDataFiles } from '../../src/data-files.js';
import { compileRecords } from '../../src/registry/compile.js';
import { formatProblem } from '../../src/registry/data-error.js';
import { type Records, readRecords } from '../../src/registry/read-records.js';
import { createRegistry } from '../../src/registry/registry.js';

const { records } = readRecords(readDataFiles());
const problemsOf = (given: Records): string[] => findUnmetHooks(given, createRegistry(compileRecords(given))).map(formatProblem);

describe('an example for match', () => {
  it('offers, in every record, the door that its pattern waits for', () => {
    expect(problemsOf(records)).toEqual([]);
  });

  it('without that door is named', () => {
    const scams = records.scams.map((record) =>
      record.id === 'payee-changed'
        ? {
            ...record,
            examples: {
              ...record.examples,
              match: record.examples.match.map((example) => ({ ...example, text: example.text.replace(/\d{10,}/g, '') })),
            },
          }
        : record,
    );
    expect(problemsOf({ ...records, scams })[0]).toBe(
      'data/scams/payee-changed.yaml: examples.match[0].text: no bank_card is read in it, and the pattern waits for one; add it, as in 卡号6200000000000000001',
    );
  });
});
