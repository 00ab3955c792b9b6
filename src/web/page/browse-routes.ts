import { type Context, Hono } from 'hono';
import { composeLookupReply } from '../../reply/lookup-reply.js';
import type { Desk } from './desk.js';
import { helpPage } from './help.js';
import { homePage } from './home.js';
import { LONGEST_QUERY, lookupPage } from './lookup.js';
import { platformPage, platformsPage } from './platforms.js';
import { settingsOf } from './settings.js';
import { statePage } from './states.js';

async function lookUp(context: Context, desk: Desk): Promise<Response> {
  const query = (context.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
  const view = desk.view(context);
  if (query === '') return desk.show(context, lookupPage(view, '', null), view);
  const { checking, callerOf, registry } = desk.ports;
  const { answer, seen } = await checking.lookUp(query, callerOf(context));
  const body = composeLookupReply(answer, registry(), view.settings.language, seen);
  return desk.answer(context, lookupPage(view, query, body), view);
}

/** Back to a place of this page and nowhere else. */
const placeIn = (back: unknown): string => (typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) ? back : '/');

async function keepSettings(context: Context): Promise<Response> {
  const { back, lang, size, theme } = await context.req.parseBody();
  settingsOf(context, { lang, size, theme });
  return context.redirect(placeIn(back), 303);
}

/** What can be read without handing anything in. */
export function browseRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const missing = (context: Context) => {
    const view = desk.view(context);
    return desk.answer(context, statePage(view, 'missing'), view, 404);
  };
  routes.get('/', (context) => {
    const view = desk.view(context, { lang: context.req.query('lang') });
    return desk.show(context, homePage(view), view);
  });
  routes.get('/lookup', (context) => lookUp(context, desk));
  routes.get('/platforms', (context) => desk.show(context, platformsPage(desk.view(context))));
  routes.get('/platforms/:id', (context) => {
    const view = desk.view(context);
    const platform = desk.ports.registry().platform(context.req.param('id'));
    return platform ? desk.show(context, platformPage(view, platform), view) : missing(context);
  });
  routes.get('/help/:id', (context) => {
    const view = desk.view(context);
    const page = helpPage(context.req.param('id'), view);
    return page ? desk.show(context, page, view) : missing(context);
  });
  routes.get('/offline', (context) => {
    const view = desk.view(context, { lang: context.req.query('lang') });
    return desk.show(context, statePage(view, 'offline'), view);
  });
  routes.post('/settings', keepSettings);
  routes.get('/settings', (context) => context.redirect('/', 303));
  return routes;
}
