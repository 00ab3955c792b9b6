import { Hono } from 'hono';
import { eraseKept } from '../../dialogue/own-data.js';
import { composeLookupReply } from '../../reply/lookup-reply.js';
import type { WebContext, WebEnv } from '../context.js';
import { ownPlace } from '../own-place.js';
import type { Desk } from './desk.js';
import { helpPage } from './help.js';
import { homePage } from './home.js';
import { lean } from './lean.js';
import { LONGEST_QUERY, lookupPage } from './lookup.js';
import { platformPage, platformsPage } from './platforms.js';
import { privacyPage } from './privacy.js';
import { settingsOf } from './settings.js';
import { statePage } from './states.js';

async function lookUp(context: WebContext, desk: Desk): Promise<Response> {
  const query = (context.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
  const view = desk.view(context);
  if (query === '') return desk.show(context, lookupPage(view, '', null), view);
  const { checking, registry } = desk.ports;
  const { answer, seen } = await checking.lookUp(query, context.get('caller'));
  const body = composeLookupReply(answer, registry(), view.settings.language, seen);
  return desk.answer(context, lookupPage(view, query, body), view);
}

/** Back to a place of this page and nowhere else. */
const placeIn = (back: unknown): string => (typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) ? back : '/');

async function keepSettings(context: WebContext): Promise<Response> {
  const { back, lang, size, theme } = await context.req.parseBody();
  settingsOf(context, { lang, size, theme });
  return context.redirect(placeIn(back), 303);
}

/** What can be read without handing in a message, and what removes one's own traces. */
export function browseRoutes(desk: Desk): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const missing = (context: WebContext) => {
    const view = desk.view(context);
    return desk.answer(context, statePage(view, 'missing'), view, 404);
  };
  routes.get('/', lean, (context) => {
    const view = desk.view(context, { lang: context.req.query('lang') });
    return desk.show(context, homePage(view), view);
  });
  routes.get('/lookup', lean, (context) => lookUp(context, desk));
  routes.get('/platforms', lean, (context) => desk.show(context, platformsPage(desk.view(context))));
  routes.get('/platforms/:id', lean, (context) => {
    const view = desk.view(context);
    const platform = desk.ports.registry().platform(context.req.param('id'));
    return platform ? desk.show(context, platformPage(view, platform), view) : missing(context);
  });
  routes.get('/help/:id', lean, (context) => {
    const view = desk.view(context);
    const page = helpPage(context.req.param('id'), view);
    return page ? desk.show(context, page, view) : missing(context);
  });
  routes.get('/privacy', lean, (context) => {
    const view = desk.view(context);
    return desk.show(context, privacyPage(view, null), view);
  });
  routes.post('/privacy', lean, async (context) => {
    const view = desk.view(context);
    return desk.answer(context, privacyPage(view, await eraseKept(ownPlace(context.get('caller')), desk.ports.own)), view);
  });
  routes.get('/offline', lean, (context) => {
    const view = desk.view(context, { lang: context.req.query('lang') });
    return desk.show(context, statePage(view, 'offline'), view);
  });
  routes.post('/settings', keepSettings);
  routes.get('/settings', (context) => context.redirect('/', 303));
  return routes;
}
