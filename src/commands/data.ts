import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataFiles, SNAPSHOT_PATH } from '../data-files.js';
import { compileSnapshot, findProblems } from '../registry/compile.js';
import { countRecords } from '../registry/coverage.js';
import { DataError } from '../registry/data-error.js';
import { createRegistry } from '../registry/registry.js';
import { findStale } from '../registry/stale.js';
import { checkWording } from '../reply/wording.js';
import { table } from './table.js';
import { UsageError } from './usage.js';

const today = (): string => new Date().toISOString().slice(0, 10);
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Every problem of data/: shapes, references, names, and sentences that a reply would miss. */
function lint(): void {
  const files = readDataFiles();
  const { records, problems } = findProblems(files, today());
  if (problems.length > 0) throw new DataError(problems);
  const missing = checkWording(createRegistry(compileSnapshot(files, today())));
  if (missing.length > 0)
    throw new DataError(
      missing.map((key) => ({ file: 'data/wording', field: key, message: 'is missing; a reply would need it' })),
    );
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
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const counts = countRecords(findProblems(readDataFiles(), today()).records);
  if (values.json) {
    print(JSON.stringify(counts, null, 2));
    return;
  }
  for (const { title, head, rows } of counts) print(`${title}\n${table(head, rows)}\n`);
}

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = { lint, build, stale, report };

/** Runs `data lint | build | stale | report`. Bad data ends it with every problem and exit status 1. */
export async function runData([action = '', ...args]: readonly string[]): Promise<void> {
  const run = ACTIONS[action];
  if (!run) throw new UsageError(`data takes one of ${Object.keys(ACTIONS).join(', ')}${action ? `, not '${action}'` : ''}`);
  await run(args);
}
