import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { WebEnv } from './context.js';
import { type ApiDocument, docsPage } from './docs-page.js';
import { DOCS_STYLE } from './docs-style.js';

const KEPT = { 'cache-control': 'public, max-age=3600' };

const DESCRIPTION =
  'Checks a forwarded debt or payment notice against official records, known scam patterns and collection rules, and says which official number to call. There is no “safe”: the most common honest answer is “unverified”.';

/** What the routes of `api` take and answer: `/openapi.json` for programs, `/docs` for people. */
export function documentRoutes(api: OpenAPIHono<WebEnv>, version: string): Hono<WebEnv> {
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  const describe = () =>
    api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'notice-check (核一核)', version, description: DESCRIPTION, license: { name: 'MIT' } },
      servers: [{ url: '/' }],
      security: [{}, { key: [] }],
    });
  // Only after every route is there.
  let described: ReturnType<typeof describe> | null = null;
  const document = (): ReturnType<typeof describe> => {
    described ??= describe();
    return described;
  };
  const app = new Hono<WebEnv>();
  app.get('/openapi.json', (c) => c.json(document(), 200, KEPT));
  app.get('/docs', (c) => c.html(docsPage(document() as unknown as ApiDocument), 200, KEPT));
  app.get('/docs.css', (c) => c.body(DOCS_STYLE, 200, { ...KEPT, 'content-type': 'text/css; charset=utf-8' }));
  return app;
}
