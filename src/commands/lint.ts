import { readFileSync } from 'node:fs';
import { COVERAGE_PATH, readDataFiles } from '../data-files.js';
import { compileRecords } from '../registry/compile.js';
import { findCoverageProblems } from '../registry/coverage.js';
import { DataError, type Problem } from '../registry/data-error.js';
import { lintRecords } from '../registry/lint.js';
import type { DataFile, Records } from '../registry/read-records.js';
import { createRegistry } from '../registry/registry.js';
import { checkWording } from '../reply/wording.js';
import { findUnmetHooks } from './lint-hooks.js';

export interface Linted {
  readonly files: readonly DataFile[];
  readonly records: Records;
}

function readCoverage(): string {
  try {
    return readFileSync(COVERAGE_PATH, 'utf8');
  } catch {
    return '';
  }
}

/** What only a whole checker shows: sentences that a reply would miss, examples without their door, a report that is behind. */
function problemsInUse(records: Records): Problem[] {
  const registry = createRegistry(compileRecords(records));
  return [
    ...checkWording(registry).map((key) => ({ file: 'data/wording', field: key, message: 'is missing; a reply would need it' })),
    ...findUnmetHooks(records, registry),
    ...findCoverageProblems(records, readCoverage()),
  ];
}

/**
 * Reads everything under data/ and looks for every problem.
 * @throws DataError with all of them; those in use are only looked for in records without others.
 */
export function lintData(today: string): Linted {
  const files = readDataFiles();
  const { records, problems } = lintRecords(files, today);
  const all = problems.length > 0 ? problems : problemsInUse(records);
  if (all.length > 0) throw new DataError(all);
  return { files, records };
}
