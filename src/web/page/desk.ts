import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../context.js';
import type { Assets } from './assets.js';
import { documentHtml } from './layout.js';
import type { PagePorts } from './page-ports.js';
import { type Chosen, settingsOf } from './settings.js';
import { type Page, type View, viewOf } from './view.js';

/** What every route of the page works with. */
export interface Desk {
  readonly ports: PagePorts;
  readonly assets: Assets;
  /** How this person wants the page. What was chosen just now is remembered. */
  view(context: WebContext, chosen?: Chosen): View;
  /** Sends a page that may be asked for again. It depends on the settings, which stand in a cookie. */
  show(context: WebContext, page: Page, view?: View): Response | Promise<Response>;
  /** Sends what was answered to this person alone: nobody keeps it. */
  answer(context: WebContext, page: Page, view: View, status?: ContentfulStatusCode): Response | Promise<Response>;
}

export function createDesk(ports: PagePorts, assets: Assets): Desk {
  const view: Desk['view'] = (context, chosen) => viewOf(settingsOf(context, chosen), ports.registry(), assets);
  return {
    ports,
    assets,
    view,
    show(context, page, shown = view(context)) {
      context.header('cache-control', 'private, no-cache');
      context.header('vary', 'cookie', { append: true });
      return context.html(documentHtml(shown, page));
    },
    answer(context, page, shown, status = 200) {
      context.header('cache-control', 'no-store');
      return context.html(documentHtml(shown, page), status);
    },
  };
}
