import { readFileSync } from 'node:fs';

function textOf(line: string, place: string): string {
  const row: unknown = JSON.parse(line);
  if (typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string') return row.text;
  throw new Error(`${place}: a row needs a text`);
}

/** The `text` of every row of a JSONL file. */
export function readCorpus(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [textOf(line, `${path}:${at + 1}`)]));
}
