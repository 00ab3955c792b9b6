import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { checkNotice } from '../checker.js';
import type { Registry } from '../registry/types.js';
import { answerPaste } from '../reply/answer.js';
import { inputOfRow } from './input.js';
import { showProgress } from './progress.js';

/** A line longer than this is no message; it is answered with an error instead of being parsed. UTF-16 units. */
const LINE_CAP = 4_000_000;

const idOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'id' in row ? row.id : null);

function answerLine(line: string, registry: Registry): object {
  let row: unknown = null;
  try {
    if (line.length > LINE_CAP) throw new Error(`the line is longer than ${LINE_CAP} characters`);
    row = JSON.parse(line);
    return { id: idOf(row), ...answerPaste(checkNotice(inputOfRow(row), registry), registry) };
  } catch (error) {
    const message = error instanceof SyntaxError ? 'not valid JSON' : error instanceof Error ? error.message : String(error);
    return { id: idOf(row), error: message };
  }
}

/** Answers one JSON object per line, in order; a bad line answers `{id, error}` and the run goes on. */
export async function checkLines(input: Readable, output: Writable, registry: Registry): Promise<void> {
  const progress = showProgress();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const more = output.write(`${JSON.stringify(answerLine(line, registry))}\n`);
    progress.step();
    if (!more) await new Promise((ready) => output.once('drain', ready));
  }
  progress.end();
}
