import { z } from '@hono/zod-openapi';
import { LETTERS } from '../letters/types.js';
import { VERDICTS } from '../verdict/types.js';

const TIERS = ['confirmed', 'likely', 'unverified'] as const;

const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const Day = z.string().openapi({ format: 'date', example: '2026-11-20' });

const OfficialContactSchema = z
  .strictObject({
    name: z.string(),
    number: z.string().openapi({ example: '95118' }),
    tier: z.enum(['confirmed', 'likely']).openapi({ description: 'How sure it is; show “likely” as not checked twice.' }),
    source: z.string().openapi({ description: 'Where the number was found. Show it with the number.' }),
    checked: Day,
  })
  .openapi('OfficialContact');

const FindingSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'link.lookalike-host' }),
    leaning: z.enum(['scam', 'genuine', 'unknown']),
    strength: z.enum(['decisive', 'strong', 'medium', 'weak']),
    quote: z.string().nullable().openapi({ description: 'The words of the message that it rests on.' }),
    facts: z.record(z.string(), z.string()),
  })
  .openapi('Finding');

const NOTICE_ANSWER = {
  verdict: z.enum(VERDICTS).openapi({ description: '`unverified` is the most common honest answer. There is no “safe”.' }),
  decided_by: z.string().openapi({ description: 'The decision that gave the verdict.', example: 'two-strong-findings' }),
  platform: z.string().nullable().openapi({ description: 'Record id of the institution that the message names.' }),
  findings: listOf(FindingSchema),
  conduct: listOf(z.string()).openapi({ description: 'Rules of collection that the message breaks if it is genuine.' }),
  links: listOf(z.string()).openapi({ description: 'Every host found, lower case, punycode. Not for opening.' }),
  phones: listOf(z.string()).openapi({ description: 'Digits as written, a leading + dropped.' }),
  sender_class: z.string().nullable(),
  contacts: listOf(OfficialContactSchema).openapi({ description: 'Whom to call instead of anybody in the message.' }),
  from_picture: z.literal(true).optional().openapi({ description: 'Read from a picture: letters may be misread.' }),
  links_from_codes: listOf(z.string()).optional().openapi({ description: 'Those of `links` that QR codes hold; exact.' }),
};

const NoticeAnswerSchema = z.strictObject(NOTICE_ANSWER).openapi('NoticeAnswer');

const PieceSchema = z
  .strictObject({
    kind: z.enum(['text', 'quote', 'official', 'copy']),
    text: z.string(),
    dial: z.string().optional(),
    host: z.string().optional(),
  })
  .openapi('Piece', { description: '`official` is the only kind to make tappable.' });

const LineSchema = listOf(PieceSchema).openapi('Line');
const ButtonSchema = z.strictObject({ id: z.string(), label: z.string() });

const REPLY_BODY = {
  language: z.enum(['zh', 'en']),
  mark: z.string(),
  headline: z.string(),
  lead: listOf(LineSchema),
  sections: listOf(z.strictObject({ id: z.string(), title: z.string(), lines: listOf(LineSchema), numbered: z.boolean() })),
  contacts: listOf(OfficialContactSchema),
  question: z.strictObject({ text: z.string(), buttons: listOf(ButtonSchema) }).nullable(),
  asOf: Day.openapi({ description: 'The day of the newest record that the answer rests on.' }),
  footer: LineSchema,
};

const ReplySchema = z
  .strictObject({ ...REPLY_BODY, verdict: z.enum(VERDICTS) })
  .openapi('Reply', { description: 'The answer as a person would be told it, for you to draw.' });

/** The answer of `POST /v1/checks`. */
export const CheckAnswerSchema = z
  .strictObject({
    ...NOTICE_ANSWER,
    notices: listOf(NoticeAnswerSchema)
      .optional()
      .openapi({ description: 'All of them, when the text holds several; the fields above are of the gravest.' }),
    truncated: z.literal(true).optional().openapi({ description: 'The text was too long; not everything was read.' }),
    reply: ReplySchema,
  })
  .openapi('CheckAnswer');

const LookupMatchSchema = z
  .strictObject({
    id: z.string().nullable(),
    name: z.string(),
    what: z.string(),
    tier: z.enum(TIERS).nullable().openapi({ description: '`unverified` is no official contact: show it to nobody as one.' }),
    source: z.string().nullable(),
    checked: Day.nullable(),
    status: z.literal('old').optional(),
    replaced_by: z.string().optional(),
    contacts: listOf(OfficialContactSchema).optional(),
  })
  .openapi('LookupMatch');

/** The answer of `GET /v1/lookup`. */
export const LookupAnswerSchema = z
  .strictObject({
    query: z.string(),
    kind: z.enum(['number', 'host', 'name', 'signature']),
    matches: listOf(LookupMatchSchema),
    number: z
      .strictObject({
        class: z.string(),
        operator: z.string().optional(),
        area: z.string().optional(),
        imitates: listOf(LookupMatchSchema).optional(),
      })
      .optional(),
    host: z.strictObject({ host: z.string(), standing: z.string(), owner: z.string().optional() }).optional(),
    guess: z.literal(true).optional(),
    never_signs: listOf(z.string()).optional(),
    sightings: z.strictObject({ count: z.number(), people: z.number(), first: Day, last: Day }).optional(),
    reported_fake: z.strictObject({ claims: z.string(), proven: z.boolean(), source: z.string().nullable() }).optional(),
  })
  .openapi('LookupAnswer');

/** The answer of `POST /v1/letters`. */
export const LetterAnswerSchema = z
  .strictObject({
    to: z.enum(LETTERS),
    title: z.string(),
    text: z.string(),
    html: z.string().openapi({ description: 'A whole document for A4, with its own style and no script.' }),
    hand_in: listOf(LineSchema).openapi({ description: 'How and where to hand it in; no part of the letter.' }),
    basis: z.string(),
    fits: listOf(z.enum(LETTERS)).openapi({ description: 'Letters that fit this message, the most useful first.' }),
  })
  .openapi('LetterAnswer');

/** A line of the list of platforms. */
export const PlatformSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    name_en: z.string().nullable(),
    operator: z.string().nullable(),
    kind: z.string(),
    status: z.enum(['active', 'renamed', 'closed']),
    contacts: listOf(OfficialContactSchema),
    websites: listOf(
      z.strictObject({ host: z.string(), tier: z.enum(['confirmed', 'likely']), source: z.string(), checked: Day }),
    ),
  })
  .openapi('Platform');

export const PlatformListSchema = z.strictObject({ as_of: Day, platforms: listOf(PlatformSchema) }).openapi('PlatformList');

/** What is kept of the caller, table by table, as it is kept. */
export const TracesSchema = z
  .record(z.string(), listOf(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))))
  .openapi('Traces');

export const ErasedSchema = z
  .strictObject({ erased: z.number().int().openapi({ description: 'How many entries were removed.' }) })
  .openapi('Erased');

/** RFC 9457. */
export const ProblemSchema = z
  .strictObject({
    type: z.string().openapi({ description: 'Address of the explanation, relative to this server.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().openapi({ description: 'What to send instead.' }),
    errors: listOf(z.strictObject({ field: z.string(), detail: z.string() })).optional(),
    retry_after: z.number().int().optional(),
    request_id: z.string(),
  })
  .openapi('Problem');
