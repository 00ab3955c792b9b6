import type { Registry } from '../../../src/registry/types.js';
import type { Format } from '../../../src/scan/open-inbox.js';
import type { ScanResult } from '../../../src/scan/scan-inbox.js';
import { loadDataFiles, loadOpenInbox, loadRegistry, loadScanInbox } from '../built.js';
import { figure, table } from '../figures.js';

const MB = 1024 * 1024;
/** Backups are large: so large that anything kept of each message would show. Bytes. */
const SIZES: Readonly<Record<Format, number>> = { 'sms-backup': 300 * MB, csv: 50 * MB, jsonl: 50 * MB };
const PIECE = 256 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\n': '&#10;' };
const inXml = (text: string): string => text.replace(/[&<"\n]/g, (mark) => ENTITIES[mark] ?? '');

interface Written {
  readonly head: string;
  readonly row: (text: string, at: number) => string;
}

const WRITTEN: Readonly<Record<Format, Written>> = {
  'sms-backup': {
    head: `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="1">\n`,
    row: (text, at) =>
      `<sms protocol="0" address="1069${at % 100_000}" date="${1_700_000_000_000 + at * 1_000}" type="1" subject="null" body="${inXml(text)}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" />\n`,
  },
  csv: {
    head: 'sender,text,received_at\n',
    row: (text, at) => `1069${at % 100_000},"${text.replaceAll('"', '""')}",${1_700_000_000_000 + at * 1_000}\n`,
  },
  jsonl: { head: '', row: (text, at) => `${JSON.stringify({ text, sender: `1069${at % 100_000}` })}\n` },
};

interface Made {
  bytes: number;
  peak: number;
}

/** An inbox that is written as it is read; nothing of it is ever whole. */
async function* inbox(format: Format, messages: readonly string[], made: Made): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, row } = WRITTEN[format];
  yield Buffer.from(head);
  for (let at = 0; made.bytes < SIZES[format]; ) {
    let piece = '';
    for (; piece.length < PIECE / 3; at += 1) piece += row(messages[at % messages.length] ?? '', at);
    const bytes = Buffer.from(piece);
    made.bytes += bytes.length;
    made.peak = Math.max(made.peak, process.memoryUsage.rss());
    yield bytes;
  }
}

const checkedIn = ({ counts }: ScanResult): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Messages a second and memory of a scan of one large inbox in each format, from bytes to the list of the worst. */
export async function benchScan(messages: readonly string[]): Promise<void> {
  const [{ openInbox }, { scanInbox }, { createRegistry }, { readSnapshot }] = await Promise.all([
    loadOpenInbox(),
    loadScanInbox(),
    loadRegistry(),
    loadDataFiles(),
  ]);
  const registry: Registry = createRegistry(readSnapshot());
  const options = {
    only: new Set(['scam', 'suspicious', 'unverified'] as const),
    since: null,
    most: 500,
    signal: new AbortController().signal,
  };
  const rows: string[][] = [];
  for (const format of Object.keys(WRITTEN) as Format[]) {
    const before = process.memoryUsage.rss();
    const made: Made = { bytes: 0, peak: before };
    const began = performance.now();
    const { entries } = await openInbox(inbox(format, messages, made));
    const result = await scanInbox(entries, registry, options);
    const seconds = (performance.now() - began) / 1_000;
    const count = checkedIn(result);
    rows.push([
      format,
      figure(made.bytes / MB),
      figure(count),
      figure(count / seconds),
      figure(made.bytes / MB / seconds),
      figure(before / MB),
      figure(made.peak / MB),
    ]);
  }
  console.log('scan: an inbox that is written while it is read');
  console.log(table(['', 'MB', 'messages', 'per second', 'MB/s', 'RSS before, MB', 'peak RSS, MB'], rows));
}
