import { isPure } from './directions.js';
import { importsOf, isRelative, type SourceTree, withoutComments } from './source-tree.js';

/** All that pure code may import besides its own neighbours. Of Node only what computes: hashes, decoding, names of hosts. */
const PURE_PACKAGES: ReadonlySet<string> = new Set([
  'fuse.js',
  'js-yaml',
  'libphonenumber-js',
  'node:buffer',
  'node:crypto',
  'node:module',
  'node:url',
  'tldts',
  'zod',
]);

/** What makes an answer depend on more than its arguments, or come later than at once. */
const IMPURE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['process', /\bprocess\s*[.[]/],
  ['the clock', /\bDate\.now\b|\bnew Date(?:\(\s*\)|\s*[;,)])|\bperformance\.now\b|\bhrtime\b/],
  ['a timer', /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/],
  ['the network', /\bfetch\(|\bWebSocket\b/],
  ['the console', /\bconsole\s*\./],
  ['waiting', /\basync\b|\bawait\b|\bnew Promise\b/],
];

/** Only these read the environment; everything else is told. */
const MAY_READ_ENVIRONMENT: ReadonlySet<string> = new Set(['src/cli.ts', 'src/main.ts']);

const packageOf = (imported: string): string =>
  imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages that pure code has no business with, as `src/notice/bad.ts -> node:fs`. */
export function findForeignPackages(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, source]) =>
    importsOf(source)
      .filter((imported) => isPure(path) && !isRelative(imported) && !PURE_PACKAGES.has(packageOf(imported)))
      .map((imported) => `${path} -> ${imported}`),
  );
}

/** Clock, chance, environment, network and waiting in pure code, as `src/notice/bad.ts: the clock`. */
export function findImpurities(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, source]) => {
    const code = isPure(path) ? withoutComments(source) : '';
    return IMPURE.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${path}: ${name}`);
  });
}

/** Files that read the environment and may not. */
export function findReadersOfEnvironment(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path, source]) => !MAY_READ_ENVIRONMENT.has(path) && /\bprocess\s*\.\s*env\b/.test(withoutComments(source)))
    .map(([path]) => path);
}
