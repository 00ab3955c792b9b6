import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Configuration, ConfigurationError } from './configuration.js';

/** Answers one request when it is for its path; false leaves it to the next. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface WebhookServer {
  /** Takes no more requests; settles when those at work are answered. */
  close(): Promise<void>;
}

/** A request has to arrive within this time. Milliseconds. */
const REQUEST_WITHIN = 15_000;

/**
 * Listens for the calls of chat networks.
 * @throws ConfigurationError when the address cannot be listened on.
 */
export function createWebhookServer(
  handlers: readonly RequestHandler[],
  { host, port }: Pick<Configuration, 'host' | 'port'>,
): Promise<WebhookServer> {
  const server = createServer({ requestTimeout: REQUEST_WITHIN, headersTimeout: REQUEST_WITHIN }, (request, response) => {
    void (async () => {
      for (const handler of handlers) if (await handler(request, response)) return;
      response.writeHead(404, { 'content-length': '0', connection: 'close' }).end();
    })();
  });
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new ConfigurationError(`Cannot listen on ${host}:${port} (${code ?? 'unknown'}); write another HOST or PORT`)),
    );
    server.listen(port, host, () =>
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeIdleConnections();
          }),
      }),
    );
  });
}
