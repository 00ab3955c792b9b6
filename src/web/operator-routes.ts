import { Hono } from 'hono';
import { socketAddress } from './access.js';
import { isSecret } from './api-key.js';
import type { WebContext, WebEnv } from './context.js';
import { type Health, publicHealth } from './health.js';
import type { Metrics } from './metrics.js';
import { readNetworks } from './network.js';
import { RequestProblem } from './problem.js';

export interface OperatorPorts {
  readonly health: () => Health;
  readonly metrics: Metrics;
  /** False while the server starts and stops. */
  readonly isReady: () => boolean;
  /** What operators show as `Authorization: Bearer …`; null: whoever asks from this machine is one. */
  readonly operatorToken: string | null;
}

const NOT_KEPT = { 'cache-control': 'no-store' };

const THIS_MACHINE = readNetworks(['127.0.0.0/8', '::1']);

/** Written by proxies: what comes through one comes from elsewhere, though its socket is local. */
const FORWARDED = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'] as const;

function isOperator(c: WebContext, token: string | null): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token !== null) return given !== undefined && isSecret(given, token);
  const address = socketAddress(c);
  const isLocal = address !== null && THIS_MACHINE?.holds(address) === true;
  return isLocal && FORWARDED.every((name) => c.req.header(name) === undefined);
}

/** `/healthz`, `/readyz` and `/metrics`. */
export function operatorRoutes({ health, metrics, isReady, operatorToken }: OperatorPorts): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  // Alive is alive: a memory or a network that is down must not get the whole server restarted.
  app.get('/healthz', (c) => {
    const now = health();
    return c.json({ status: 'ok', ...(isOperator(c, operatorToken) ? now : publicHealth(now)) }, 200, NOT_KEPT);
  });
  app.get('/readyz', (c) => {
    if (!isReady())
      throw new RequestProblem({ name: 'busy', detail: 'Starting or stopping; ask another worker.', retryAfter: 5 });
    return c.json({ status: 'ready' }, 200, NOT_KEPT);
  });
  app.get('/metrics', async (c) => {
    if (!isOperator(c, operatorToken))
      throw new RequestProblem({
        name: 'not-for-you',
        detail: 'Send the OPERATOR_TOKEN as Authorization: Bearer TOKEN; without one configured, ask from the machine itself.',
      });
    return c.body(await metrics.expose(), 200, { ...NOT_KEPT, 'content-type': metrics.contentType });
  });
  return app;
}
