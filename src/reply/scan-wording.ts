import { VERDICTS } from '../verdict/types.js';

/** Why messages of an inbox were not checked, in the order in which it is told. */
export const SCAN_SKIPPED = ['sent', 'older', 'empty', 'unreadable'] as const;

/** Columns of the table of a scan. */
export const SCAN_COLUMNS = ['last', 'sender', 'verdict', 'platform', 'count', 'words'] as const;

const keyed = (prefix: string, names: readonly string[], filled: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${prefix}${name}`, filled]));

/** Keys of the sentences about a scan, with the names that always fill them. */
export const SCAN_SENTENCES: Readonly<Record<string, string>> = {
  ...keyed('scan.verdict.', VERDICTS, ''),
  ...keyed('scan.skipped.', SCAN_SKIPPED, 'count'),
  ...keyed('scan.column.', SCAN_COLUMNS, ''),
  'scan.title': '',
  'scan.checked': 'count list',
  'scan.skipped': 'list',
  'scan.interrupted': '',
  'scan.nothing_listed': '',
  'scan.more': 'count',
  'scan.report': 'file',
  'scan.private': '',
};
