import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Update } from 'telegraf/types';
import type { Receipt } from '../../dialogue/types.js';

/** Bytes; Telegram's updates are far smaller. */
const LARGEST_BODY = 1024 * 1024;

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** What Telegram takes as a secret. */
export const SECRET = /^[\w-]{1,256}$/;

export interface WebhookOptions {
  /** The path below which Telegram calls, without a query. */
  readonly path: string;
  readonly secret: string;
}

/** Updates that Telegram delivers itself. */
export interface WebhookPorts {
  /** False before the start and while stopping: Telegram keeps the update and comes again. */
  isOpen(): boolean;
  /** Settles when the update may be forgotten, or is in the hands of another worker. */
  take(update: Update): Promise<Receipt>;
}

/** Answers one request when it is for this path. False: it is for somebody else, and was left untouched. */
export type WebhookHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in the same time whatever is given, so that a secret cannot be guessed letter by letter. */
const isSecret = (given: unknown, secret: string): boolean =>
  typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));

const pathOf = (url: string | undefined): string => (url ?? '').split(/[?#]/, 1)[0] ?? '';

/** The body, or null when it is too large. @throws when the connection breaks. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving early must not take the connection away before there is an answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseUpdate(body: string): Update | null {
  try {
    const read: unknown = JSON.parse(body);
    const isUpdate = typeof read === 'object' && read !== null && 'update_id' in read && Number.isSafeInteger(read.update_id);
    return isUpdate ? (read as Update) : null;
  } catch {
    return null;
  }
}

type Answer = readonly [status: number, headers?: Readonly<Record<string, string>>];

/** Nothing is left of a connection whose body was not read to its end. */
const CLOSE = { connection: 'close' };

async function answer(request: IncomingMessage, { secret }: WebhookOptions, ports: WebhookPorts): Promise<Answer> {
  if (request.method !== 'POST') return [405, { allow: 'POST', ...CLOSE }];
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return [401, CLOSE];
  if (!ports.isOpen()) return [503, { 'retry-after': '5', ...CLOSE }];
  const body = await readBody(request);
  if (body === null) return [413, CLOSE];
  const update = parseUpdate(body);
  if (update === null) return [400];
  // What another worker has at hand comes again until it is answered: that worker may die.
  return (await ports.take(update)) === 'elsewhere' ? [503, { 'retry-after': '1' }] : [200];
}

/** The webhook as a handler for node:http. It never throws; what is said to the bot is never in an answer. */
export function createWebhook(options: WebhookOptions, ports: WebhookPorts): WebhookHandler {
  return async (request, response) => {
    if (pathOf(request.url) !== options.path) return false;
    // A connection that breaks has nobody left to answer.
    const [status, headers] = await answer(request, options, ports).catch((): Answer => [400, CLOSE]);
    response.writeHead(status, { 'content-length': '0', ...headers }).end();
    return true;
  };
}
