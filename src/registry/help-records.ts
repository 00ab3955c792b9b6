import { z } from 'zod';
import { bothLanguages, day, id, sourceRecord, text } from './records.js';
import { HELP_READERS } from './vocabulary.js';

/*
 * The shapes of the files under data/help/, data/interviews/ and data/faq/: what a reader may do, in short steps, each
 * with the rule or the source that it rests on. data/README.md tells how to write one.
 */

const phrases = z.strictObject({ zh: z.array(text).default([]), en: z.array(text).default([]) });

/**
 * One step or statement. `{line:110}` in a text stands for the official number of the record `110`, printed with its
 * source and day at the end of the answer; no other number may stand in a text.
 */
const point = z.strictObject({
  text: bothLanguages,
  /** Rules of data/conduct/ that it rests on. */
  rules: z.array(id).default([]),
  /** Sources of this file that it rests on. */
  sources: z.array(id).default([]),
});
export type PointRecord = z.infer<typeof point>;

const section = z.strictObject({
  title: bothLanguages,
  /** Steps to take one after the other, and numbered so. */
  ordered: z.boolean().default(false),
  points: z.array(point).min(1),
});

/** What people type when they look for this. `names` of data/faq: other ways to put the same question. */
const search = z.strictObject({ aliases: phrases, keywords: phrases });

/** data/help/<id>.yaml: what to do in one situation. */
export const helpGuide = z.strictObject({
  id,
  for: z.enum(HELP_READERS),
  title: bothLanguages,
  lead: z.array(bothLanguages).default([]),
  sections: z.array(section).min(1),
  /** Words to copy and send to somebody as they stand. */
  copy: z.array(z.strictObject({ label: bothLanguages, text: bothLanguages })).default([]),
  search,
  /** Guides and interviews to offer next, as buttons. */
  next: z.array(id).default([]),
  sources: z.record(id, sourceRecord).default({}),
  checked: day,
});
export type HelpGuideRecord = z.infer<typeof helpGuide>;

/** data/interviews/<id>.yaml: questions asked one by one; the first choice with an `answer` ends them. */
export const interviewRecord = z.strictObject({
  id,
  for: z.enum(HELP_READERS),
  title: bothLanguages,
  questions: z
    .array(
      z.strictObject({
        id,
        ask: bothLanguages,
        /** A choice without an answer goes on to the next question. */
        choices: z.array(z.strictObject({ id, label: bothLanguages, answer: id.optional() })).min(2),
      }),
    )
    .min(1),
  answers: z.record(
    id,
    z.strictObject({ title: bothLanguages, sections: z.array(section).min(1), next: z.array(id).default([]) }),
  ),
  /** The answer when every question was passed. */
  otherwise: id,
  search,
  sources: z.record(id, sourceRecord).default({}),
  checked: day,
});
export type InterviewRecord = z.infer<typeof interviewRecord>;

/** data/faq/<id>.yaml: one question that people ask, and its short answer. */
export const faqRecord = z.strictObject({
  id,
  question: bothLanguages,
  search,
  answer: z.array(point).min(1),
  /** Guides, interviews and other questions that go on from here. */
  next: z.array(id).default([]),
  sources: z.record(id, sourceRecord).default({}),
  checked: day,
});
export type FaqRecord = z.infer<typeof faqRecord>;

/** More buttons than this are not read. */
const menu = z.array(id).max(8, 'offers at most eight texts');

/** data/lists/help-menu.yaml: the guides, interviews and questions that are offered to whoever asks for help, most useful first. */
export const helpMenuFile = z.strictObject({
  relative: menu,
  borrower: menu,
  /** While it is not known who asks. */
  anyone: menu,
});

/** data/lists/help-words.yaml: words by which questions are matched to help texts. */
export const helpWordsFile = z.strictObject({
  /** Words that mean the same: a group for each meaning. */
  same: z.record(
    z.string().regex(/^[a-z_]+$/, 'must be lower-case letters'),
    z.strictObject({ zh: z.array(text), en: z.array(text) }),
  ),
  /** Words that tell nothing of what a question is about. */
  plain: z.strictObject({ zh: z.array(text), en: z.array(text) }),
});
