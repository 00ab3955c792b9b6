import { Readable } from 'node:stream';
import { type Parser, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { type Columns, columnsOf, isSent, timeIn } from './columns.js';
import { type Entry, received, skipped } from './message.js';
import { ScanError } from './scan-error.js';
import { writtenTime } from './written-time.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A record longer than this is no message: some quotation mark is missing. Characters. */
const RECORD_CAP = 1_000_000;
/** A head is looked for in this many lines; some programs write a title above it. */
const HEAD_LINES = 5;

const LENIENT = { relax_column_count: true, relax_quotes: true, bom: true } as const;

interface Head {
  readonly columns: Columns;
  readonly delimiter: string;
  /** Lines above the names of the columns, and these. */
  readonly lines: number;
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  try {
    const [cells = []] = parseNow(line, { ...LENIENT, delimiter }) as string[][];
    return cells;
  } catch {
    return [];
  }
}

/** The names of the columns, and what stands between them; null when nothing in the first lines names a text. */
export function headOf(beginning: string): Head | null {
  const lines = beginning.split(/\r\n|\r|\n/, HEAD_LINES);
  for (const [at, line] of lines.entries()) {
    for (const delimiter of DELIMITERS) {
      const columns = columnsOf(cellsOf(line, delimiter));
      if (columns) return { columns, delimiter, lines: at + 1 };
    }
  }
  return null;
}

function entryOf(row: readonly string[], columns: Columns): Entry {
  if (isSent(row, columns)) return skipped('sent');
  const sender = columns.sender === undefined ? null : row[columns.sender];
  return received(row[columns.text], sender, writtenTime(timeIn(row, columns)));
}

function rowsOf(texts: AsyncIterable<string>, head: Head, onBroken: () => undefined): Parser {
  const parser = parse({
    ...LENIENT,
    delimiter: head.delimiter,
    from_line: head.lines + 1,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD_CAP,
    on_skip: onBroken,
  });
  const source = Readable.from(texts);
  source.once('error', (error) => parser.destroy(error));
  return source.pipe(parser);
}

/**
 * Messages of a table, row by row.
 * @throws ScanError when no column is known to hold the words of a message.
 */
export async function* readCsv(texts: AsyncIterable<string>, beginning: string): AsyncGenerator<Entry, void, undefined> {
  const head = headOf(beginning);
  if (!head) throw new ScanError('no column is named as the text of a message; name it text (or 内容) in the first line');
  let broken = 0;
  const rows = rowsOf(texts, head, () => {
    broken += 1;
    return undefined;
  });
  for await (const row of rows as AsyncIterable<string[]>) {
    for (; broken > 0; broken -= 1) yield skipped('unreadable');
    yield entryOf(row, head.columns);
  }
  for (; broken > 0; broken -= 1) yield skipped('unreadable');
}
