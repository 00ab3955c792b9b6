import { Hono } from 'hono';
import type { WebContext, WebEnv } from '../context.js';
import type { Asset } from './assets.js';
import type { Desk } from './desk.js';
import { manifestFor } from './install.js';
import { lean } from './lean.js';

/** An address with a version in it never shows anything else. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const FOR_A_DAY = 'public, max-age=86400';

function send(context: WebContext, asset: Asset | null, caching: string): Response | Promise<Response> {
  if (asset === null) return context.notFound();
  context.header('cache-control', caching);
  context.header('content-type', asset.mediaType);
  return context.body(asset.body);
}

/** Style, scripts, icons, and what makes the page installable. */
export function assetRoutes(desk: Desk): Hono<WebEnv> {
  const { assets } = desk;
  const routes = new Hono<WebEnv>();
  routes.get('/assets/:version/:name', lean, (context) => {
    const isCurrent = context.req.param('version') === assets.version;
    return send(context, assets.get(context.req.param('name')), isCurrent ? FOR_GOOD : 'no-cache');
  });
  // Asked for at once when a browser looks for a new version, and never answered with an old one.
  routes.get('/service-worker.js', lean, (context) => send(context, assets.get('service-worker.js'), 'no-cache'));
  routes.get('/favicon.ico', lean, (context) => send(context, assets.get('icon-192.png'), FOR_A_DAY));
  routes.get('/manifest.webmanifest', lean, (context) => {
    const manifest = manifestFor(desk.view(context, { lang: context.req.query('lang') }));
    context.header('cache-control', 'no-cache');
    context.header('content-type', 'application/manifest+json; charset=utf-8');
    return context.body(JSON.stringify(manifest));
  });
  return routes;
}
