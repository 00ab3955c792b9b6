import { createRoute } from '@hono/zod-openapi';
import { lookupAnswer } from '../reply/lookup-answer.js';
import { LookupAnswerSchema } from './answer-schemas.js';
import { createApi } from './api.js';
import type { WebPorts } from './ports.js';
import { LookupQuery } from './request-schemas.js';
import { answers, problems } from './responses.js';

const route = createRoute({
  method: 'get',
  path: '/v1/lookup',
  summary: 'Look up a number, an address or a name',
  description:
    'Whose it is by the records, how sure that is, and how often it was seen in bad messages. No record proves nothing.',
  request: { query: LookupQuery },
  responses: { 200: answers('What is on record.', LookupAnswerSchema), ...problems('invalid') },
});

/** `GET /v1/lookup`: the answer of `lookup --json`. */
export const lookupRoute = ({ registry, checking }: WebPorts) =>
  createApi().openapi(route, async (c) => {
    const { q, lang } = c.req.valid('query');
    const { answer, seen } = await checking.lookUp(q, c.get('caller'));
    c.header('cache-control', 'no-store');
    return c.json(lookupAnswer(answer, registry(), lang, seen), 200);
  });
