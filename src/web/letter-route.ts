import { createRoute } from '@hono/zod-openapi';
import { checkNotice } from '../checker.js';
import { composeLetter } from '../letters/compose-letter.js';
import { lettersFor } from '../letters/fitting-letters.js';
import { renderLetterHtml } from '../letters/letter-html.js';
import { renderLetterText } from '../letters/letter-text.js';
import type { LetterFacts } from '../letters/types.js';
import { LetterAnswerSchema } from './answer-schemas.js';
import { createApi } from './api.js';
import type { WebPorts } from './ports.js';
import { LetterRequest } from './request-schemas.js';
import { answers, problems } from './responses.js';

const route = createRoute({
  method: 'post',
  path: '/v1/letters',
  summary: 'Write a complaint about a message',
  description: 'With boxes to tick and blanks to fill in by hand; nothing in it is invented. It is not kept.',
  request: { body: { content: { 'application/json': { schema: LetterRequest } }, required: true } },
  responses: {
    200: answers('The letter, as text and as a page to print.', LetterAnswerSchema),
    ...problems('too-large', 'wrong-type', 'invalid'),
  },
});

/** `POST /v1/letters`: what `letter --to …` writes. */
export const letterRoute = ({ registry }: WebPorts) =>
  createApi().openapi(route, (c) => {
    const { text, to, sender, received_at: receivedAt, role, lang } = c.req.valid('json');
    const records = registry();
    const verdict = checkNotice({ text, sender, receivedAt, role }, records).gravest;
    const facts: LetterFacts = { verdict, platform: null, role: role ?? null, receivedAt: receivedAt ?? null, askedToStop: null };
    const letter = composeLetter(to, facts, records, lang);
    c.header('cache-control', 'no-store');
    return c.json(
      {
        to,
        title: letter.title,
        text: renderLetterText(letter),
        html: renderLetterHtml(letter),
        hand_in: letter.handIn,
        basis: letter.around.basis,
        fits: lettersFor(facts, records),
      },
      200,
    );
  });
