import { createRoute, z } from '@hono/zod-openapi';
import { platformAnswer } from '../reply/platform-answer.js';
import { PlatformListSchema, PlatformSchema } from './answer-schemas.js';
import { createApi } from './api.js';
import type { WebPorts } from './ports.js';
import { RequestProblem } from './problem.js';
import { LanguageQuery } from './request-schemas.js';
import { answers, problems } from './responses.js';

const list = createRoute({
  method: 'get',
  path: '/v1/platforms',
  summary: 'All institutions on record',
  description: 'With their official numbers and sites, each with its source and the day it was checked.',
  request: { query: LanguageQuery },
  responses: { 200: answers('The records.', PlatformListSchema), ...problems('invalid') },
});

const one = createRoute({
  method: 'get',
  path: '/v1/platforms/{id}',
  summary: 'One institution',
  request: {
    params: z.object({ id: z.string().openapi({ example: 'jd-finance' }) }),
    query: LanguageQuery,
  },
  responses: { 200: answers('The record.', PlatformSchema), ...problems('invalid', 'not-found') },
});

/** Records change with a new version of them; an hour in a cache does no harm. */
const KEPT = 'public, max-age=3600';

/** `GET /v1/platforms` and one of them. */
export const platformRoutes = ({ registry }: WebPorts) =>
  createApi()
    .openapi(list, (c) => {
      const { lang } = c.req.valid('query');
      const records = registry();
      c.header('cache-control', KEPT);
      const platforms = records.platforms().map((platform) => platformAnswer(platform, records, lang));
      return c.json({ as_of: records.asOf, platforms }, 200);
    })
    .openapi(one, (c) => {
      const platform = registry().platform(c.req.valid('param').id);
      if (!platform)
        throw new RequestProblem({ name: 'not-found', detail: 'No record has this id; GET /v1/platforms lists them.' });
      c.header('cache-control', KEPT);
      return c.json(platformAnswer(platform, registry(), c.req.valid('query').lang), 200);
    });
