import { drawReply } from '../channels/console/draw.js';
import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { composeLookupReply, type SeenCount } from '../reply/lookup-reply.js';
import type { Language, Reply, ReplyBody } from '../reply/types.js';

/** Lines are narrow enough to read, whatever the window. Columns. */
const WIDEST = 88;

export const drawingWidth = (): number => Math.min(process.stdout.columns ?? 80, WIDEST);

/** An answer as it looks on standard output: in colour on a terminal, plain in a pipe. */
export const drawn = (reply: Reply | ReplyBody): string =>
  drawReply(reply, { colour: process.stdout.isTTY === true, width: drawingWidth() });

/** The same for a look-up. */
export const drawnLookup = (lookup: Lookup, registry: Registry, language: Language, seen: SeenCount | null = null): string =>
  drawn(composeLookupReply(lookup, registry, language, seen));
