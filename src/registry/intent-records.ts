import { z } from 'zod';
import { text } from './records.js';
import { INTENTS } from './vocabulary.js';

const intent = z.strictObject({
  id: z.enum(INTENTS),
  means: text,
  /** The entire message, without the particles and signs around it. */
  whole: z.array(text).default([]),
  /** Somewhere in a message of at most `longest` characters; `…` is a gap of at most 12. */
  phrases: z.array(text).default([]),
  longest: z.number().int().min(4).max(60).default(24),
  unless: z.array(text).default([]),
  examples: z.strictObject({ match: z.array(text).min(2), no_match: z.array(text).min(1) }),
});
export type IntentRecord = z.infer<typeof intent>;

/** data/lists/intents.yaml: what people say to the bot besides forwarding a notice; the first that fits decides. */
export const intentsFile = z.strictObject({ intents: z.array(intent).min(1) });
