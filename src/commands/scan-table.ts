import { displayWidth } from '../channels/console/columns.js';
import type { Registry } from '../registry/types.js';
import type { Language } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import type { ScanResult } from '../scan/scan-inbox.js';
import { cellsOf, type GroupCells, summaryLines } from '../scan/summary.js';
import { table } from './table.js';

const MOST_ROWS = 40;
/** The words are cut to fit the window, but not below this. Columns. */
const FEWEST_COLUMNS = 16;
/** Between two columns, and before the first. */
const GAP = 2;

const FIXED = ['last', 'sender', 'verdict', 'platform', 'count'] as const;

/** As much of a text as fits, with … where it was cut. */
function fitted(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Columns that are left for the words; no limit where the table does not go to a terminal. */
function roomFor(head: readonly string[], cells: readonly GroupCells[]): number {
  const width = process.stdout.columns;
  if (!process.stdout.isTTY || !width) return Number.POSITIVE_INFINITY;
  const taken = FIXED.map((column, at) => Math.max(...[head[at] ?? '', ...cells.map((row) => row[column])].map(displayWidth)));
  return Math.max(FEWEST_COLUMNS, width - taken.reduce((sum, columns) => sum + columns + GAP, GAP));
}

/** The worst of a scan as a table, what else there was, and where the report is. */
export function scanTable(result: ScanResult, registry: Registry, language: Language, report: string | null): string {
  const wording = wordingIn(registry, language);
  const cells = result.groups.slice(0, MOST_ROWS).map((group) => cellsOf(group, registry, wording));
  const head = [...FIXED, 'words'].map((column) => wording.text(`scan.column.${column}`));
  const room = roomFor(head, cells);
  const rows = cells.map((row) => [...FIXED.map((column) => row[column]), fitted(row.words, room)]);
  const more = result.groups.length - cells.length;
  return [
    ...(rows.length > 0 ? [table(head, rows), ''] : []),
    ...(more > 0 && report === null ? [wording.text('scan.more', { count: String(more) })] : []),
    ...(report === null ? [] : [wording.text('scan.report', { file: report })]),
    ...summaryLines(result, registry, language),
    wording.text('scan.private'),
  ].join('\n');
}
