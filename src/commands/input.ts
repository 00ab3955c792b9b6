import { readFileSync } from 'node:fs';
import type { NoticeInput, Role } from '../notice/types.js';
import type { Language } from '../reply/types.js';
import { UsageError } from './usage.js';

/** `2026-11-20T22:30`, with or without seconds and zone. */
const ISO_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** The words behind a command, or standard input for `-` and for none at all behind a pipe. */
export function readText(command: string, words: readonly string[]): string {
  if (words.length > 0 && words[0] !== '-') return words.join(' ');
  if (words.length === 0 && process.stdin.isTTY)
    throw new UsageError(`${command} needs a text, or - to read it from standard input`);
  return readFileSync(0, 'utf8');
}

export function roleOf(value: string | undefined): Role | undefined {
  if (value === undefined || value === 'relative' || value === 'borrower') return value;
  throw new UsageError(`--role must be relative or borrower, not '${value}'`);
}

export function languageOf(value: string | undefined): Language {
  if (value === undefined) return 'zh';
  if (value === 'zh' || value === 'en') return value;
  throw new UsageError(`--lang must be zh or en, not '${value}'`);
}

export function timeOf(value: string | undefined): string | undefined {
  if (value === undefined || ISO_TIME.test(value)) return value;
  throw new UsageError(`--received must be a time such as 2026-11-20T22:30, not '${value}'`);
}

const optional = (row: Record<string, unknown>, field: string): string | undefined => {
  const value = row[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new UsageError(`${field} must be a string`);
};

/**
 * One line of JSONL as the checker's input. The row's id comes back in every case, so that its answer can name it.
 * @throws UsageError for a row that is no notice; the message says what to write.
 */
export function inputOfRow(row: unknown): NoticeInput {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new UsageError('a line must be an object such as {"id":"1","text":"…"}');
  const fields = row as Record<string, unknown>;
  if (typeof fields.text !== 'string') throw new UsageError('text must be a string');
  return {
    text: fields.text,
    sender: optional(fields, 'sender'),
    receivedAt: timeOf(optional(fields, 'received_at')),
    role: roleOf(optional(fields, 'role')),
  };
}
