import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Registry } from '../registry/types.js';
import { answerPaste } from '../reply/answer.js';
import type { Language } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import type { InboxMessage } from '../scan/message.js';
import { FORMATS, type Format, openInbox } from '../scan/open-inbox.js';
import { renderScanHtml } from '../scan/report-html.js';
import { ScanError } from '../scan/scan-error.js';
import { checkMessage, type ScanResult, scanInbox } from '../scan/scan-inbox.js';
import type { Group } from '../scan/tally.js';
import { writtenTime } from '../scan/written-time.js';
import { type Checked, VERDICTS, type VerdictName } from '../verdict/types.js';
import { languageOf } from './input.js';
import { refuseExisting, writeNewFile } from './new-file.js';
import { type ScanProgress, showScanProgress } from './scan-progress.js';
import { scanTable } from './scan-table.js';
import { UsageError } from './usage.js';

const OPTIONS = {
  format: { type: 'string' },
  since: { type: 'string' },
  only: { type: 'string' },
  html: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** Most wordings in a report. */
const MOST_LISTED = 500;
/** Ordinary messages are most of an inbox; whoever wants to see them asks for them. */
const LISTED_BY_DEFAULT = VERDICTS.filter((verdict) => verdict !== 'not_a_notice');

interface Asked {
  readonly path: string;
  readonly format: Format | null;
  readonly since: string | null;
  readonly only: ReadonlySet<VerdictName>;
  readonly html: string | null;
  readonly output: 'table' | 'json' | 'jsonl';
  readonly language: Language;
}

function formatOf(value: string | undefined): Format | null {
  const format = FORMATS.find((known) => known === value);
  if (value !== undefined && !format) throw new UsageError(`--format must be one of ${FORMATS.join(', ')}, not '${value}'`);
  return format ?? null;
}

function sinceOf(value: string | undefined): string | null {
  const time = value === undefined ? null : writtenTime(value);
  if (value !== undefined && time === null) throw new UsageError(`--since must be a day such as 2026-11-01, not '${value}'`);
  return time;
}

function verdictsOf(value: string | undefined): ReadonlySet<VerdictName> {
  if (value === undefined) return new Set(LISTED_BY_DEFAULT);
  const names = value.split(',').map((name) => name.trim());
  const known = VERDICTS.filter((verdict) => names.includes(verdict));
  if (known.length < new Set(names).size) throw new UsageError(`--only takes ${VERDICTS.join(', ')}, with commas between`);
  return new Set(known);
}

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('scan needs one file, such as: scan sms-20261120.xml');
  if (values.json && values.jsonl) throw new UsageError('--json and --jsonl do not go together');
  if (values.html !== undefined) refuseExisting(values.html);
  return {
    path,
    format: formatOf(values.format),
    since: sinceOf(values.since),
    only: verdictsOf(values.only),
    html: values.html ?? null,
    output: values.jsonl ? 'jsonl' : values.json ? 'json' : 'table',
    language: languageOf(values.lang),
  };
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageError(found ? `${path} is no file` : `no file '${path}'`);
  return found.size;
}

async function* bytesOf(path: string, progress: ScanProgress): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1_024 })) {
    progress.read(piece.length);
    yield piece;
  }
}

/** The first Ctrl-C ends the scan with what was found so far, the second one the program. */
function interruption(): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, forget: () => void process.off('SIGINT', stop) };
}

const answerLine = ({ receivedAt, sender }: InboxMessage, checked: Checked, registry: Registry): string =>
  `${JSON.stringify({ received_at: receivedAt, sender, ...answerPaste(checked, registry) })}\n`;

/** Waits where the reader of the lines is slower. */
async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(line)) await new Promise((ready) => process.stdout.once('drain', ready));
}

const groupAnswer = ({ count, first, last, example }: Group, registry: Registry): object => ({
  count,
  first,
  last,
  sender: example.sender,
  answer: answerPaste(checkMessage(example, registry), registry),
});

function asJson(result: ScanResult, asked: Asked, registry: Registry): string {
  const { counts, skipped, interrupted, groups } = result;
  const listed = groups.map((group) => groupAnswer(group, registry));
  return JSON.stringify({ file: asked.path, as_of: registry.asOf, interrupted, counts, skipped, groups: listed }, null, 2);
}

async function scanFile(asked: Asked, registry: Registry): Promise<ScanResult> {
  const progress = showScanProgress(sizeOf(asked.path), wordingIn(registry, asked.language));
  const { signal, forget } = interruption();
  const { only, since } = asked;
  const onChecked = async (message: InboxMessage, checked: Checked): Promise<void> => {
    progress.checked();
    if (asked.output === 'jsonl' && only.has(checked.gravest.verdict)) await writeLine(answerLine(message, checked, registry));
  };
  try {
    const { entries } = await openInbox(bytesOf(asked.path, progress), asked.format);
    return await scanInbox(entries, registry, { only, since, most: MOST_LISTED, signal, onChecked });
  } catch (error) {
    throw error instanceof ScanError ? new ScanError(`${asked.path}: ${error.message}`) : error;
  } finally {
    progress.end();
    forget();
  }
}

/** Runs `scan FILE`: checks every message of an inbox on this computer and lists the worst; nothing of it is kept or sent. */
export async function runScan(args: readonly string[], loadRegistry: () => Registry): Promise<void> {
  const asked = readArguments(args);
  const registry = loadRegistry();
  const result = await scanFile(asked, registry);
  if (asked.html !== null) writeNewFile(asked.html, renderScanHtml(result, registry, asked.language));
  if (asked.output === 'json') process.stdout.write(`${asJson(result, asked, registry)}\n`);
  if (asked.output === 'table') process.stdout.write(`${scanTable(result, registry, asked.language, asked.html)}\n`);
}
