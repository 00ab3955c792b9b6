import { readFileSync } from 'node:fs';
import { UsageError } from './usage.js';

export type RegistryOptions = { readonly rest: readonly string[] } & (
  | { readonly file: string; readonly key: string }
  | { readonly file: null; readonly key: null }
);

const NAMES = ['--registry', '--registry-key'] as const;
type Name = (typeof NAMES)[number];

/**
 * Takes `--registry FILE --registry-key PUBLIC.pem` out of the words of a command, so that no command has to know them.
 * What stands behind `--` is text.
 */
export function takeRegistryOptions(args: readonly string[]): RegistryOptions {
  const rest: string[] = [];
  const given = new Map<Name, string>();
  const end = args.indexOf('--');
  const last = end < 0 ? args.length : end;
  for (let at = 0; at < last; at += 1) {
    const word = args[at] as string;
    const name = NAMES.find((option) => word === option || word.startsWith(`${option}=`));
    if (!name) {
      rest.push(word);
      continue;
    }
    const value = word === name ? args[(at += 1)] : word.slice(name.length + 1);
    if (!value || at >= last) throw new UsageError(`${name} needs a file`);
    given.set(name, value);
  }
  rest.push(...args.slice(last));
  const file = given.get('--registry');
  const key = given.get('--registry-key');
  if (file === undefined && key === undefined) return { rest, file: null, key: null };
  if (file === undefined || key === undefined)
    throw new UsageError('--registry FILE and --registry-key PUBLIC.pem go together: records are only taken when their signature fits');
  return { rest, file, key };
}

/** The text of a key file. */
export function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`no file '${path}'`);
  }
}
