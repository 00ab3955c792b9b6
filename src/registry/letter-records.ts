import { z } from 'zod';
import { ANSWERS, DOUBTS, LETTER_FACTS, LETTER_QUESTIONS, LETTERS, WRITER_BLANKS, WRITERS } from './letter-vocabulary.js';
import { bothLanguages, day, id, PLATFORM_KINDS, sourceRecord } from './records.js';
import { CONDUCT_TOPICS } from './vocabulary.js';

/*
 * The shape of the files under data/letters/: what a complaint says, in both languages. The order of a letter is code
 * (src/letters/compose-letter.ts); data/README.md tells how to write one.
 */

/** When a passage stands in the letter; every field that is given must fit. */
const condition = z.strictObject({
  writers: z.array(z.enum(WRITERS)).min(1).optional(),
  doubts: z.array(z.enum(DOUBTS)).min(1).optional(),
  /** The writer asked before that it stop. */
  asked_to_stop: z.array(z.enum(ANSWERS)).min(1).optional(),
  /** Of the platform; a platform that is not known is of no kind. */
  kinds: z.array(z.enum(PLATFORM_KINDS)).min(1).optional(),
});

/**
 * One sentence or two. `{platform}` stands for the platform's name or, when it is not known, for a blank; `{blank}` for
 * a blank. In `hand_in`, `{line:110}` stands for the official number of the record `110`, whose source and day follow.
 */
const passage = z.strictObject({
  text: bothLanguages,
  when: condition.default({}),
  /** A box to tick by hand, where the passages around it are statements. Requests and evidence are boxes anyway. */
  tick: z.boolean().default(false),
  /** Rules of data/conduct/ that it rests on; they are cited behind it. Those that bind others than the platform are left out. */
  rules: z.array(id).default([]),
  /** Sources of this file that it rests on. */
  sources: z.array(id).default([]),
});
export type PassageRecord = z.infer<typeof passage>;

const passages = z.array(passage);

/** data/letters/<id>.yaml: one letter. */
export const letterRecord = z.strictObject({
  id: z.enum(LETTERS),
  /** As lists and buttons name it. */
  name: bothLanguages,
  /** What it is for, or when it is the right one; one sentence. */
  purpose: bothLanguages,
  title: bothLanguages,
  /** In place of the title when the message may be an impostor's. */
  title_doubted: bothLanguages.optional(),
  addressee: bothLanguages,
  writer: z.array(z.enum(WRITER_BLANKS)).min(1),
  opening: passages.min(1),
  facts: z.array(z.enum(LETTER_FACTS)).min(1),
  /** What the writer adds to the facts by hand. */
  fact_blanks: z.array(bothLanguages).default([]),
  /** The rules that the message breaks, one item each. Left out, or with no `lead` that fits: they are not listed. */
  breaches: z
    .strictObject({
      lead: passages.min(1),
      /** Only these; left out: all. */
      topics: z.array(z.enum(CONDUCT_TOPICS)).min(1).optional(),
      /** Only what the police can judge. */
      police_only: z.boolean().default(false),
      /** Items that rest on what the writer says and not on the words of the message. */
      extra: passages.default([]),
    })
    .optional(),
  requests: passages.min(1),
  closing: passages.min(1),
  evidence: passages.min(1),
  /** How and where to hand it in; not part of the letter. */
  hand_in: passages.min(1),
  /** Whether the platform's own official lines are listed there. */
  hand_in_to_platform: z.boolean().default(false),
  asks: z.array(z.enum(LETTER_QUESTIONS)).default([]),
  sources: z.record(id, sourceRecord).default({}),
  checked: day,
});
export type LetterRecord = z.infer<typeof letterRecord>;
