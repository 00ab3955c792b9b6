import { z } from '@hono/zod-openapi';
import { LETTERS } from '../letters/types.js';

/** Longer ones are no numbers, names or addresses. Characters. */
const LONGEST_SENDER = 200;
const LONGEST_QUERY = 500;

/** The words of an error, whatever is wrong with the value: what to write instead. */
const saying = (error: string) => ({ error });

const SENDER = `sender is the number or name that the message came from, up to ${LONGEST_SENDER} characters.`;
const RECEIVED = 'received_at is when it came, such as 2026-11-20T22:30 (China time unless it says otherwise).';
const ROLE = 'role is relative or borrower: to whom the message was sent.';
const LANG = 'lang is zh or en: the language of the answer.';
const TEXT = 'text is the message, as a string that is not empty.';
const QUERY = `q is a number, an address, a name or a signature, up to ${LONGEST_QUERY} characters.`;
const TO = `to is one of ${LETTERS.join(', ')}: whom the letter goes to.`;
const IMAGE = 'image is one file, a PNG, JPEG or WebP.';

export const Language = z.enum(['zh', 'en'], saying(LANG)).default('zh').openapi({ description: 'Language of the answer.' });

const Text = z.string(saying(TEXT)).regex(/\S/, saying(TEXT));

/** `2026-11-20`, or with a time, with or without seconds and zone. */
const ReceivedAt = z
  .string(saying(RECEIVED))
  .regex(/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/, saying(RECEIVED));

const GIVEN = {
  sender: z
    .string(saying(SENDER))
    .max(LONGEST_SENDER, saying(SENDER))
    .optional()
    .openapi({ description: SENDER, example: '15400001234' }),
  received_at: ReceivedAt.optional().openapi({ description: RECEIVED, example: '2026-11-20T22:30' }),
  role: z.enum(['relative', 'borrower'], saying(ROLE)).optional().openapi({ description: ROLE }),
  lang: Language,
};

/** Unknown fields are refused: a misspelt `sender` would be left out of the check without a word. */
const knownFields = (known: readonly string[]) => ({
  error: (issue: { readonly code?: string | undefined }) =>
    issue.code === 'unrecognized_keys' ? `Only these fields are taken: ${known.join(', ')}.` : 'Send an object with a text.',
});

const fields = (shape: object): string[] => Object.keys(shape);

const CHECK = {
  text: Text.openapi({
    description: 'The message as it was received; a paste of several is taken apart. After 8 000 characters it is cut off.',
    example: '【京东金融】您的白条已逾期，请加专员微信 lizi8866 处理',
  }),
  ...GIVEN,
};
export const CheckRequest = z.strictObject(CHECK, knownFields(fields(CHECK))).openapi('CheckRequest');

const UPLOAD = {
  image: z
    .custom<File>((value) => value instanceof File && value.size > 0, saying(IMAGE))
    .openapi({ type: 'string', format: 'binary', description: 'A screenshot of the message.' }),
  text: Text.optional().openapi({ description: 'Words that came with the picture.' }),
  ...GIVEN,
};
export const UploadRequest = z.strictObject(UPLOAD, knownFields(fields(UPLOAD))).openapi('UploadRequest');

const LETTER = { ...CHECK, to: z.enum(LETTERS, saying(TO)).openapi({ description: TO }) };
export const LetterRequest = z.strictObject(LETTER, knownFields(fields(LETTER))).openapi('LetterRequest');

export const LookupQuery = z.strictObject(
  {
    q: z
      .string(saying(QUERY))
      .max(LONGEST_QUERY, saying(QUERY))
      .regex(/\S/, saying(QUERY))
      .openapi({ description: 'A number, an address, a name or a signature.', example: '95118' }),
    lang: Language,
  },
  knownFields(['q', 'lang']),
);

export const LanguageQuery = z.strictObject({ lang: Language }, knownFields(['lang']));
