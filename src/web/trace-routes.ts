import { createRoute } from '@hono/zod-openapi';
import { eraseKept, exportKept, type OwnData } from '../dialogue/own-data.js';
import { ErasedSchema, TracesSchema } from './answer-schemas.js';
import { createApi } from './api.js';
import { ownPlace } from './own-place.js';
import { answers, problems } from './responses.js';

const WHOSE =
  'Without an API key the caller is the address that the request comes from; whoever shares it shares the traces. The text of messages is never kept.';

const show = createRoute({
  method: 'get',
  path: '/v1/traces',
  summary: 'What is kept of you',
  description: WHOSE,
  responses: { 200: answers('Every entry, as it is kept.', TracesSchema), ...problems('failed') },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/traces',
  summary: 'Remove what is kept of you',
  description: WHOSE,
  responses: { 200: answers('How many entries were removed.', ErasedSchema), ...problems('failed') },
});

/** `GET` and `DELETE /v1/traces`: what conversations do by 我的数据 and /delete. */
export const traceRoutes = (own: OwnData) =>
  createApi()
    .openapi(show, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json({ ...(await exportKept(ownPlace(c.get('caller')), own)) }, 200);
    })
    .openapi(remove, async (c) => {
      c.header('cache-control', 'no-store');
      return c.json({ erased: await eraseKept(ownPlace(c.get('caller')), own) }, 200);
    });
