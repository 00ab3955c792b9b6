import { headOf, readCsv } from './csv.js';
import { decoded, type Encoding, encodingOf } from './encoding.js';
import { readJsonl, readRow } from './jsonl.js';
import type { Entry } from './message.js';
import { ScanError } from './scan-error.js';
import { readSmsBackup } from './sms-backup.js';

export const FORMATS = ['sms-backup', 'csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

export interface Inbox {
  readonly format: Format;
  readonly encoding: Encoding;
  /** Read as they are asked for; what was read is not kept. */
  readonly entries: AsyncIterable<Entry>;
}

/** So many bytes tell what a file is. */
const HEAD = 64 * 1_024;

/** First bytes of files that people take for an inbox, and what to do with them. */
const OTHER_FILES: readonly (readonly [beginning: string, advice: string])[] = [
  ['PK\u0003\u0004', 'this is a zip archive; unpack it and give the file in it'],
  ['SQLite format 3\0', 'this is a database; open it with a program such as iMazing and export the messages as CSV'],
  ['bplist00', 'this is a property list of an iPhone backup; export the messages as CSV'],
  ['%PDF', 'this is a PDF; export the messages as CSV'],
  ['BEGIN:VMSG', 'this is a vMessage file; export the messages as CSV or XML'],
  ['\u001f\u008b', 'this is compressed; unpack it with gunzip'],
];

const WHAT_IS_READ =
  'give an XML file of SMS Backup & Restore, a CSV file whose first line names a column text (or 内容), or JSONL such as {"text":"…","sender":"…","received_at":"…"}';

function formatOf(beginning: string): Format | null {
  const text = beginning.trimStart();
  if (/^<\?xml|^<smses|^<sms\s/.test(text)) return /<(?:smses|sms|mms)[\s>]/.test(text) ? 'sms-backup' : null;
  const [line = ''] = text.split('\n', 1);
  if (text.startsWith('{')) return readRow(line) ? 'jsonl' : null;
  return headOf(beginning) ? 'csv' : null;
}

function refusal(head: Uint8Array, beginning: string): ScanError {
  const bytes = Buffer.from(head.subarray(0, 20)).toString('latin1');
  const other = OTHER_FILES.find(([mark]) => bytes.startsWith(mark));
  if (other) return new ScanError(other[1]);
  if (head.length === 0) return new ScanError('the file is empty');
  if (beginning.trimStart().startsWith('['))
    return new ScanError('this is a JSON array; write one object per line, such as with: jq -c ".[]"');
  return new ScanError(`this is no inbox that can be read; ${WHAT_IS_READ}`);
}

/** The first bytes, and everything from the beginning. */
async function peeked(bytes: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  for (let length = 0; length < HEAD; ) {
    const { done, value } = await source.next();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    yield* pieces.splice(0);
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { head: Buffer.concat(pieces), all: all() };
}

const READERS: Readonly<Record<Format, (texts: AsyncIterable<string>, beginning: string) => AsyncIterable<Entry>>> = {
  'sms-backup': readSmsBackup,
  csv: readCsv,
  jsonl: readJsonl,
};

/**
 * Finds out what an inbox is written in, and reads it piece by piece.
 * @param forced the format, when it is known better than the content tells
 * @throws ScanError with what the file seems to be, and what to give instead
 */
export async function openInbox(bytes: AsyncIterable<Uint8Array>, forced: Format | null = null): Promise<Inbox> {
  const { head, all } = await peeked(bytes);
  const encoding = encodingOf(head);
  const beginning = new TextDecoder(encoding).decode(head, { stream: true });
  const format = forced ?? formatOf(beginning);
  if (!format) throw refusal(head, beginning);
  return { format, encoding, entries: READERS[format](decoded(all, encoding), beginning) };
}
