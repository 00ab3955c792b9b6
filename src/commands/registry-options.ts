import { readFileSync } from 'node:fs';
import { UsageError } from './usage.js';

type Given = { readonly file: string; readonly key: string } | { readonly file: null; readonly key: null };

export type RegistryOptions = { readonly rest: readonly string[] } & Given;

const NAMES = ['--registry', '--registry-key'] as const;

/**
 * Takes `--registry FILE --registry-key PUBLIC.pem` out of the words of a command, so that no command has to know them.
 * What stands behind `--` is text.
 */
export function takeRegistryOptions(args: readonly string[]): RegistryOptions {
  const end = args.indexOf('--');
  const words = args.slice(0, end < 0 ? args.length : end);
  const rest: string[] = [];
  const given = new Map<string, string>();
  while (words.length > 0) {
    const [word = ''] = words.splice(0, 1);
    const name = NAMES.find((option) => word === option || word.startsWith(`${option}=`));
    if (!name) {
      rest.push(word);
      continue;
    }
    const value = word === name ? words.shift() : word.slice(name.length + 1);
    if (!value) throw new UsageError(`${name} needs a file`);
    given.set(name, value);
  }
  return { rest: [...rest, ...(end < 0 ? [] : args.slice(end))], ...together(given) };
}

function together(given: ReadonlyMap<string, string>): Given {
  const file = given.get('--registry');
  const key = given.get('--registry-key');
  if (file === undefined && key === undefined) return { file: null, key: null };
  if (file === undefined || key === undefined)
    throw new UsageError(
      '--registry FILE and --registry-key PUBLIC.pem go together: records are only taken when their signature fits',
    );
  return { file, key };
}

/** The text of a key file. */
export function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`no file '${path}'`);
  }
}
