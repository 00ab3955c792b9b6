import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a separator at its end. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Source files by their path in the project, with forward slashes: `src/notice/fold.ts`. */
export type SourceTree = ReadonlyMap<string, string>;

/** Every TypeScript file under src/. */
export function readSourceTree(): SourceTree {
  const entries = readdirSync(join(PROJECT, 'src'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [relative(PROJECT, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
}

/** Source text without its comments, line for line, so that a comment may name what the code must not use. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1');
}

const IMPORTS = [
  /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
];

/** What a file imports, as written: `../notice/types.js`, `node:fs`. Types count: they tie files together as well. */
export function importsOf(source: string): string[] {
  const code = withoutComments(source);
  return IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

export const isRelative = (imported: string): boolean => imported.startsWith('.');

/** The project path that a relative import leads to: `src/notice/types.ts`. */
export function targetOf(importer: string, imported: string): string {
  return posix.join(posix.dirname(importer), imported).replace(/\.js$/, '.ts');
}
