import { fieldOf, type Records } from './read-records.js';

/** One string of a record: its file, where it stands there, and the name of its field (of its list, inside a list). */
export interface RecordString {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly text: string;
}

/** Every record with the file that holds it, in the order platforms, scams, conduct, help texts, letters, then the single files. */
export function recordsByFile({
  platforms,
  scams,
  conduct,
  help,
  interviews,
  faq,
  letters,
  single,
}: Records): [file: string, record: unknown][] {
  return [
    ...platforms.map((record): [string, unknown] => [`data/platforms/${record.id}.yaml`, record]),
    ...scams.map((record): [string, unknown] => [`data/scams/${record.id}.yaml`, record]),
    ...conduct.map((record): [string, unknown] => [`data/conduct/${record.id}.yaml`, record]),
    ...help.map((record): [string, unknown] => [`data/help/${record.id}.yaml`, record]),
    ...interviews.map((record): [string, unknown] => [`data/interviews/${record.id}.yaml`, record]),
    ...faq.map((record): [string, unknown] => [`data/faq/${record.id}.yaml`, record]),
    ...letters.map((record): [string, unknown] => [`data/letters/${record.id}.yaml`, record]),
    ...Object.entries(single),
  ];
}

export const placeOf = ({ file, path }: RecordString): { file: string; field: string } => ({ file, field: fieldOf(path) });

/** Every string of every record that `wanted` asks for. */
export function findStrings(records: Records, wanted: (text: string, key: string) => boolean): RecordString[] {
  const found: RecordString[] = [];
  const path: (string | number)[] = [];
  const walk = (file: string, value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (wanted(value, key)) found.push({ file, path: [...path], key, text: value });
    } else if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) step(file, item, at, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) step(file, item, name, name);
    }
  };
  const step = (file: string, value: unknown, at: string | number, key: string): void => {
    path.push(at);
    walk(file, value, key);
    path.pop();
  };
  for (const [file, record] of recordsByFile(records)) walk(file, record, '');
  return found;
}
