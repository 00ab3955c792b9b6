import { posix } from 'node:path';
import type { SourceTree } from './source-tree.js';

/** Names that say nothing: what is in such a file, nobody can tell without opening it. */
const EMPTY_NAME = /^(?:utils?|helpers?|misc|common|shared|stuff|lib|tools?)$/i;

const LONGEST_FILE = 300;

/** Longer files that are one table or one list of shapes, with what they list. */
const TABLES: ReadonlyMap<string, string> = new Map([
  ['src/registry/records.ts', 'the shapes of the data files'],
  ['src/reply/required-wording.ts', 'the sentences that both languages must have'],
]);

const nameOf = (path: string): string => posix.basename(path, '.ts');

const wordsOf = (name: string): string[] => name.split(/[-_.]|(?<=[a-z])(?=[A-Z])/);

/** Files and folders with a name that says nothing. */
export function findEmptyNames(tree: SourceTree): string[] {
  return [...tree.keys()].filter((path) =>
    [...posix.dirname(path).split('/'), nameOf(path)].some(
      (name) => EMPTY_NAME.test(name) || EMPTY_NAME.test(wordsOf(name).at(-1) ?? ''),
    ),
  );
}

/** Files longer than 300 lines that are not known as a table, as `src/a.ts: 412 lines`. */
export function findLongFiles(tree: SourceTree): string[] {
  return [...tree]
    .map(([path, source]) => ({ path, lines: source.trimEnd().split('\n').length }))
    .filter(({ path, lines }) => lines > LONGEST_FILE && !TABLES.has(path))
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

/** Tables that are gone or short by now and need no exception any more. */
export function findNeedlessTables(tree: SourceTree): string[] {
  return [...TABLES.keys()].filter((path) => (tree.get(path) ?? '').trimEnd().split('\n').length <= LONGEST_FILE);
}
