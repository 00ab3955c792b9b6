import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { describeError } from '../../dialogue/describe-error.js';
import { assetRoutes } from './asset-routes.js';
import { readAssets } from './assets.js';
import { browseRoutes } from './browse-routes.js';
import { checkRoutes } from './check-routes.js';
import { createDesk } from './desk.js';
import type { PagePorts } from './page-ports.js';
import { statePage } from './states.js';

/**
 * The page for people without a chat network: it checks messages and screenshots, looks things up and lists institutions.
 * It works without scripts; with them it answers in place. Mount it at `/`, behind what sets the security headers.
 */
export function createPage(ports: PagePorts): Hono {
  const desk = createDesk(ports, readAssets());
  const page = new Hono();
  page.use(compress(), etag());
  for (const routes of [browseRoutes(desk), checkRoutes(desk), assetRoutes(desk)]) page.route('/', routes);
  page.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    ports.journal.note({ kind: 'failed', channel: 'web', where: 'answering', error: describeError(error) });
    const view = desk.view(context);
    return desk.answer(context, statePage(view, 'failed'), view, 500);
  });
  return page;
}
