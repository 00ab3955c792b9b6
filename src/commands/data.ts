import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { COVERAGE_PATH, readDataFiles, SNAPSHOT_PATH } from '../data-files.js';
import { compileSnapshot, findProblems } from '../registry/compile.js';
import { countRecords, renderCoverage } from '../registry/coverage.js';
import { findStale } from '../registry/stale.js';
import { lintData } from './lint.js';
import { table } from './table.js';
import { UsageError } from './usage.js';

const today = (): string => new Date().toISOString().slice(0, 10);
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function lint(): void {
  const { files, records } = lintData(today());
  print(`${files.length} files, ${records.platforms.length} platforms, ${records.scams.length} scam patterns: no problems`);
}

/** The reader of Chinese is loaded here alone: it is needed for nothing else, and only where the project is developed. */
async function build(): Promise<void> {
  const { readAloud } = await import('./pinyin.js');
  const snapshot = compileSnapshot(readDataFiles(), today(), readAloud);
  mkdirSync(dirname(SNAPSHOT_PATH), { recursive: true });
  writeFileSync(SNAPSHOT_PATH, JSON.stringify(snapshot));
  print(`snapshot ${snapshot.hash.slice(0, 12)}, as of ${snapshot.asOf}`);
}

function stale(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { months: { type: 'string', default: '6' } } });
  if (!/^\d{1,3}$/.test(values.months)) throw new UsageError(`--months must be a whole number, not '${values.months}'`);
  const due = findStale(findProblems(readDataFiles(), today()).records, today(), Number(values.months));
  print(
    due.length === 0
      ? `nothing is older than ${values.months} months`
      : table(
          ['checked', 'record', 'fact'],
          due.map(({ checked, file, fact }) => [checked, file, fact]),
        ),
  );
}

function report(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, write: { type: 'boolean' } } });
  const counts = countRecords(findProblems(readDataFiles(), today()).records);
  if (values.write) writeFileSync(COVERAGE_PATH, renderCoverage(counts));
  if (values.json) print(JSON.stringify(counts, null, 2));
  else if (values.write) print('data/COVERAGE.md is written');
  else for (const { title, head, rows } of counts) print(`${title}\n${table(head, rows)}\n`);
}

/** Signing is loaded when it is called. */
const packing = (): Promise<typeof import('./pack.js')> => import('./pack.js');

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  lint,
  build,
  stale,
  report,
  pack: async (args) => (await packing()).pack(args, today()),
  verify: async (args) => (await packing()).verify(args),
  keygen: async (args) => (await packing()).keygen(args),
};

/** Runs one of the actions on data/. Bad data ends it with every problem and exit status 1. */
export async function runData([action = '', ...args]: readonly string[]): Promise<void> {
  const run = ACTIONS[action];
  if (!run) throw new UsageError(`data takes one of ${Object.keys(ACTIONS).join(', ')}${action ? `, not '${action}'` : ''}`);
  await run(args);
}
