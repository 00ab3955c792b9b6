import type { Encoding } from '../../src/scan/encoding.js';
import type { Entry, InboxMessage } from '../../src/scan/message.js';
import { type Format, openInbox } from '../../src/scan/open-inbox.js';

/** Bytes in pieces of this size, as a file comes. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const bytesOf = (text: string, encoding: Exclude<Encoding, 'gb18030' | 'utf-16be'> = 'utf-8'): Uint8Array =>
  Buffer.from(text, encoding);

export interface ReadInbox {
  readonly format: Format;
  readonly encoding: Encoding;
  readonly entries: readonly Entry[];
  readonly messages: readonly InboxMessage[];
  /** Why entries were passed over, in their order. */
  readonly skipped: readonly string[];
}

/** A whole inbox, read at once from pieces so small that everything is cut somewhere. */
export async function readInbox(bytes: Uint8Array, forced: Format | null = null, size = 7): Promise<ReadInbox> {
  const { format, encoding, entries } = await openInbox(inPieces(bytes, size), forced);
  const all: Entry[] = [];
  for await (const entry of entries) all.push(entry);
  return {
    format,
    encoding,
    entries: all,
    messages: all.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : [])),
    skipped: all.flatMap((entry) => (entry.kind === 'skipped' ? [entry.why] : [])),
  };
}
