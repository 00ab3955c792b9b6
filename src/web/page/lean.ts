import { every } from 'hono/combine';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';

/**
 * Sends less: compressed, and nothing at all when the browser has it already. For single routes only: over everything, it
 * would compress what others answer in its place.
 */
export const lean = every(compress(), etag());
