import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Caller } from './ports.js';

/** What every handler finds on its request; the page may rely on it too. */
export interface WebEnv {
  /** Node's own request, where there is a socket; empty when `fetch` is called by hand. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    readonly requestId: string;
    readonly caller: Caller;
  };
}

export type WebContext = Context<WebEnv>;
