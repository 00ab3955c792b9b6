import { z } from 'zod';
import { type NoticeInput, TEXT_CAP } from '../notice/types.js';
import { BINDING_LEVELS } from '../registry/conduct-records.js';

/** Longest thing that is looked up, in UTF-16 units: a number, a host, a name or a signature. */
const QUERY_CAP = 200;
const SENDER_CAP = 100;

export const language = z
  .enum(['zh', 'en'], { error: 'send lang "zh" or "en"' })
  .default('zh')
  .describe('Language of the answer: the one that the person speaks.');

export const text = z
  .string({ error: 'send the words of the message as text' })
  .max(TEXT_CAP, `send at most ${TEXT_CAP} characters: the message itself, without what stood around it`)
  .refine((words) => words.trim() !== '', 'send the words of the message; for a number, a link or a name use lookup_contact')
  .describe('The message exactly as it was received, unshortened and untranslated, links and numbers included.');

export const sender = z
  .string()
  .max(SENDER_CAP, `send at most ${SENDER_CAP} characters: the number or name that the message came from`)
  .optional()
  .describe(
    'The number, e-mail address or name it came from, as the phone shows it. Ask for it: it is the most useful thing to add.',
  );

export const receivedAt = z
  .union([z.iso.date(), z.iso.datetime({ local: true, offset: true })], {
    error: 'send received_at as a time such as 2026-11-20T22:30; China time unless it has a zone',
  })
  .optional()
  .describe('When it came, such as 2026-11-20T22:30; China time unless it has a zone.');

export const role = z
  .enum(['relative', 'borrower'], { error: 'send role "relative" or "borrower", or leave it out' })
  .optional()
  .describe(
    'Whether the person who got it is the borrower or a relative, friend or colleague. Leave it out unless they said so.',
  );

export const query = z
  .string({ error: 'send query: a number, a link, a name or a signature such as 【京东金融】' })
  .max(
    QUERY_CAP,
    `send at most ${QUERY_CAP} characters: one number, link, name or signature; for a whole message use check_notice`,
  )
  .refine((words) => words.trim() !== '', 'send query: a number, a link, a name or a signature such as 【京东金融】');

interface GivenNotice {
  readonly text: string;
  readonly sender?: string | undefined;
  readonly received_at?: string | undefined;
  readonly role?: NoticeInput['role'];
}

/** What a tool was given, as the checker takes it. */
export const noticeOf = (given: GivenNotice): NoticeInput => ({
  text: given.text,
  sender: given.sender,
  receivedAt: given.received_at,
  role: given.role,
});

/** Never of tier `unverified`: what no source supports is not told. */
export const officialContact = z.object({
  name: z.string(),
  number: z.string(),
  tier: z.enum(['confirmed', 'likely']).describe('“likely”: say that no second source confirms it.'),
  source: z.string(),
  checked: z.string().describe('Day on which the source was looked at, ISO.'),
});

export const rule = z.object({
  id: z.string(),
  say: z.string().describe('How to name the breach, as strongly as the rule binds and no stronger.'),
  instrument: z.string(),
  article: z.string().nullable().describe('Null when no source gives its number: then name none.'),
  binding_level: z.enum(BINDING_LEVELS),
  judged_by_police: z.boolean().describe('Only the police can say whether there was a breach.'),
  applies_to: z.array(z.string()).nullable().describe('Kinds of institution that it binds; null: every lender, or everybody.'),
  summary: z.string(),
  quotation: z.string().nullable().describe('Verbatim; null when only the summary is known.'),
  effective: z.string().nullable(),
  tier: z.enum(['confirmed', 'likely']),
  sources: z.array(z.object({ title: z.string(), publisher: z.string().nullable(), url: z.string().nullable() })),
  checked: z.string(),
});

export const lines = z.array(z.string());

/** Of every tool: they read records, change nothing and reach out to nobody. */
export const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;
