import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { WebContext, WebEnv } from './context.js';
import { RequestProblem } from './problem.js';

/** Bytes of a body without a picture; the longest text that is read takes a fifth of it, however it is encoded. */
export const LARGEST_BODY = 256 * 1024;

/** Bytes of a body with a picture: a screenshot of ten million bytes, and the fields beside it. */
export const LARGEST_UPLOAD = 10_000_000 + 64 * 1024;

/** Bodies with pictures that are held at once: each one takes its size in memory. */
const MOST_UPLOADS = 16;
/** Of these, by one caller. */
const MOST_UPLOADS_EACH = 4;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toPrecision(2)} MB`;

function refuse(most: number): never {
  throw new RequestProblem({
    name: 'too-large',
    detail: `At most ${megabytes(most)} are taken: a text in JSON up to ${megabytes(LARGEST_BODY)}, a picture as multipart/form-data up to ${megabytes(LARGEST_UPLOAD)}.`,
    headers: { connection: 'close' },
  });
}

const isUpload = (c: WebContext): boolean => /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');

/**
 * Refuses bodies over the limit before anything is read of them. A length that is announced is believed, because Node reads
 * no more than that; without one the bytes are counted.
 */
function limitBody(most: number) {
  const counted = bodyLimit({ maxSize: most, onError: () => refuse(most) });
  return createMiddleware<WebEnv>(async (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    return Number(c.req.header('content-length') ?? 0) > most ? refuse(most) : next();
  });
}

/** Bodies at the door: their size, and how many with pictures are held at once. */
export function limitBodies() {
  const [small, large] = [limitBody(LARGEST_BODY), limitBody(LARGEST_UPLOAD)];
  const held = new Map<string, number>();
  let all = 0;

  function hold(who: string): () => void {
    const own = held.get(who) ?? 0;
    if (all >= MOST_UPLOADS || own >= MOST_UPLOADS_EACH)
      throw new RequestProblem({
        name: 'busy',
        detail: 'Other pictures are being read; come again in 5 seconds.',
        retryAfter: 5,
      });
    all += 1;
    held.set(who, own + 1);
    return () => {
      all -= 1;
      const left = (held.get(who) ?? 1) - 1;
      if (left > 0) held.set(who, left);
      else held.delete(who);
    };
  }

  return createMiddleware<WebEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (!isUpload(c)) return small(c, next);
    const release = hold(c.get('caller').person);
    try {
      return await large(c, next);
    } finally {
      release();
    }
  });
}
