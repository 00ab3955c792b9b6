import { z } from 'zod';
import { type Entry, received, skipped } from './message.js';
import { writtenTime } from './written-time.js';

/** A line longer than this is no message. UTF-16 units. */
const LINE_CAP = 4_000_000;

const row = z.object({
  text: z.string(),
  sender: z.string().nullish(),
  received_at: z.string().nullish(),
});

/** The message of one line; null when it is none. */
export function readRow(line: string): Entry | null {
  try {
    const { text, sender, received_at } = row.parse(JSON.parse(line));
    return received(text, sender, received_at ? writtenTime(received_at) : null);
  } catch {
    return null;
  }
}

/** Lines of a text that comes in pieces; of a line over the cap only its beginning. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const text of texts) {
    if (rest.length > LINE_CAP && !text.includes('\n')) continue;
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, LINE_CAP + 1);
    yield* lines;
  }
  yield rest;
}

/** Messages of JSONL, one object per line: `{text, sender?, received_at?}`. */
export async function* readJsonl(texts: AsyncIterable<string>): AsyncGenerator<Entry, void, undefined> {
  for await (const line of linesOf(texts)) {
    if (line.trim() === '') continue;
    yield (line.length > LINE_CAP ? null : readRow(line)) ?? skipped('unreadable');
  }
}
