import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { WebEnv } from './context.js';

/** Answers one request when it is for its path; false leaves it to the next. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface WebServer {
  /** Where it listens; the port that was chosen when 0 was asked for. */
  readonly port: number;
  /** Takes no more connections, lets requests at work be answered, and settles when all connections are closed. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Headers, and then the whole request with its body, have to arrive within these times. Milliseconds. */
  readonly patience?: { readonly headers: number; readonly request: number };
}

interface App {
  fetch(request: Request, env: WebEnv['Bindings']): Response | Promise<Response>;
}

/** A telephone on a bad line sends a screenshot within this; who takes longer means to occupy us. */
const PATIENCE = { headers: 10_000, request: 30_000 } as const;
/** Connections are looked at so many times while patience lasts. */
const LOOKS = 5;
/** A connection over which nothing moves for so long is closed: longer than a picture is read. */
const SILENT_FOR = 60_000;
/** A connection waits so long for the next request. */
const KEPT_FOR = 10_000;
/** While stopping, requests at work are given this long. */
const STOP_WITHIN = 10_000;
/** Fields of the header; more are no browser's and no program's. */
const MOST_HEADERS = 100;

function create(app: App, handlers: readonly RequestHandler[], patience: ServerOptions['patience']): Server {
  const { headers, request: whole } = patience ?? PATIENCE;
  const listener = getRequestListener((request, env) => app.fetch(request, env as WebEnv['Bindings']));
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: whole,
      connectionsCheckingInterval: headers / LOOKS,
      keepAliveTimeout: KEPT_FOR,
    },
    (request, response) => {
      void (async () => {
        for (const handler of handlers) if (await handler(request, response)) return;
        await listener(request, response);
      })();
    },
  );
  server.maxHeadersCount = MOST_HEADERS;
  server.setTimeout(SILENT_FOR);
  return server;
}

/** Connections that were kept open are closed as soon as nothing is asked over them. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), STOP_WITHIN);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

/**
 * Listens for everything that comes over HTTP: calls of chat networks, which are answered by `handlers`, and the rest by `app`.
 * Rejects with the error of the socket when the address cannot be listened on.
 */
export function serveWeb(
  app: App,
  handlers: readonly RequestHandler[],
  { host, port, patience }: ServerOptions,
): Promise<WebServer> {
  const server = create(app, handlers, patience);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ port: (server.address() as AddressInfo).port, close: () => close(server) });
    });
  });
}
