import { createMiddleware } from 'hono/factory';
import { findKey } from './api-key.js';
import type { WebContext, WebEnv } from './context.js';
import { clientAddress, readAddress, subscriberOf } from './network.js';
import type { AccessOptions, Caller, Rates } from './ports.js';
import { RequestProblem } from './problem.js';

/** Where checks, look-ups and traces are. */
const ASKING = /^\/(?:v1|mcp)(?:\/|$)/;

/** For operators and their monitoring, which must get through while callers do not. */
const OPERATING: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** The address of the socket; null where there is none. */
export const socketAddress = (c: WebContext): string | null => readAddress(c.env?.incoming?.socket.remoteAddress);

/** The key as a program sends it: `Authorization: Bearer …` or `X-API-Key: …`. */
function givenKey(c: WebContext): string | null {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  return bearer ?? c.req.header('x-api-key') ?? null;
}

async function take(rate: Rates[keyof Rates], who: string): Promise<void> {
  const { granted, secondsLeft } = await rate.take(who);
  if (granted) return;
  const retryAfter = Math.max(1, secondsLeft);
  throw new RequestProblem({
    name: 'too-many',
    detail: `Come again in ${retryAfter} seconds; programs that need more ask the operator for an API key.`,
    retryAfter,
  });
}

/** Tells who asks, and counts how often. */
export function admit({ keys, trusted }: AccessOptions, rates: Rates) {
  async function keyed(given: string, address: Caller): Promise<Caller> {
    const key = findKey(given, keys);
    if (key) return { person: `api:${key.id}`, channel: 'api' };
    await take(rates.stranger, address.person);
    throw new RequestProblem({
      name: 'unknown-key',
      detail: 'Send a key that the operator gave you, as Authorization: Bearer KEY, or none at all.',
      headers: { 'www-authenticate': 'Bearer' },
    });
  }

  return createMiddleware<WebEnv>(async (c, next) => {
    const address = clientAddress(socketAddress(c), c.req.header('x-forwarded-for'), trusted);
    const stranger = { person: `web:${address === null ? 'unknown' : subscriberOf(address)}`, channel: 'web' };
    if (OPERATING.has(c.req.path)) {
      c.set('caller', stranger);
      return next();
    }
    const given = givenKey(c);
    const caller = given === null ? stranger : await keyed(given, stranger);
    const asks = ASKING.test(c.req.path) || (c.req.method !== 'GET' && c.req.method !== 'HEAD');
    await take(asks ? (caller.channel === 'api' ? rates.keyed : rates.stranger) : rates.browsing, caller.person);
    c.set('caller', caller);
    return next();
  });
}
