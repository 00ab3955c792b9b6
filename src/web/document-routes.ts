import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { WebEnv } from './context.js';

/** `/openapi.json`: what the routes of `api` take and answer. */
export function documentRoutes(api: OpenAPIHono<WebEnv>, version: string): Hono<WebEnv> {
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  const describe = () =>
    api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'notice-check (核一核)',
        version,
        description:
          'Checks a forwarded debt or payment notice against official records, known scam patterns and collection rules, and says which official number to call. There is no “safe”: the most common honest answer is “unverified”.',
        license: { name: 'MIT' },
      },
      servers: [{ url: '/' }],
      security: [{}, { key: [] }],
    });
  let document: ReturnType<typeof describe> | null = null;
  const app = new Hono<WebEnv>();
  app.get('/openapi.json', (c) => {
    document ??= describe();
    c.header('cache-control', 'public, max-age=3600');
    return c.json(document);
  });
  return app;
}
