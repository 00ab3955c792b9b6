import type { Problem } from './data-error.js';
import type { DataFile } from './read-records.js';

const QUOTED_OR_COMMENT = /"(?:[^"\\]|\\.)*"|'[^']*'|(?:^|\s)#.*$/g;
/** A day, or a number with hyphens, that begins a value: other readers of YAML take it for a date. */
const BARE = /(?:([a-z_]+): +|^ *- +|[[,] *)(\d[\d-]*-[\d-]*\d) *(?=[,}\]]|$)/g;

function bareValues(line: string): [key: string, value: string][] {
  if (!/\d-\d/.test(line)) return [];
  const unquoted = line.replace(QUOTED_OR_COMMENT, (match) => (/^["']/.test(match) ? '""' : ''));
  // A comma begins a value only between brackets; in running text it is a comma.
  const flow = /[[{]/.test(unquoted);
  return [...unquoted.matchAll(BARE)]
    .filter(([match]) => flow || !match.startsWith(','))
    .map(([, key = '', value = '']) => [key, value]);
}

/**
 * Days and hyphenated numbers without quotes. Numbers without hyphens are met when the shapes are checked, for there they
 * are no strings. The sentences of data/wording hold running text over many lines and are not looked at.
 */
export function findBareValues(files: readonly DataFile[]): Problem[] {
  return files
    .filter(({ path }) => !path.startsWith('data/wording/'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) =>
        bareValues(line).map(([key, value]) => ({
          file: path,
          field: key,
          message: `${value} in line ${at + 1} is bare; write it in quotes`,
        })),
      ),
    );
}
