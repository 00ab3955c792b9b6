import { TimeLimitError } from './waiting.js';

/**
 * What went wrong, in words of ours. Messages of puppets hold tokens, names and texts of chats, so none is ever passed
 * on: only those that are known here, and otherwise a code or the name of the error.
 */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/requires a SNI/, 'the token has no prefix; write it as insecure_<token>, here and at the gateway'],
  [
    /_TOKEN not found|no token|invalid token/i,
    'no token is set; set the one of the puppet, such as WECHATY_PUPPET_SERVICE_TOKEN',
  ],
  [/token \S+ does not exist/, 'the token is known to no gateway'],
  [/UNAUTHENTICATED/, 'the gateway refuses the token'],
  [/UNAVAILABLE|ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|NO CLIENT|no grpc manager/, 'the gateway does not answer'],
  [/^1 CANCELLED/, 'the connection to the gateway was cut'],
  [/not logged in/, 'not logged in'],
];

/** The person who runs the program has to change something; trying again does not help. */
const NEEDS_HANDS = /requires a SNI|_TOKEN not found/;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** One line in English without anything secret or private. */
export function reasonOf(error: unknown): string {
  if (error instanceof TimeLimitError) return error.message;
  const known = KNOWN.find(([pattern]) => pattern.test(messageOf(error)));
  if (known) return known[1];
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
  return /^\d{1,2} [A-Z_]{2,30}/.exec(messageOf(error))?.[0] ?? (error instanceof Error ? error.constructor.name : typeof error);
}

export const needsHands = (error: unknown): boolean => NEEDS_HANDS.test(messageOf(error));

/** The connection to the gateway was cut or cannot be made. */
export const isOfConnection = (error: unknown): boolean =>
  /^(?:1 CANCELLED|14 UNAVAILABLE)|ECONNREFUSED|ECONNRESET/.test(messageOf(error));

/** The message did not leave because nothing was there to take it: it may be tried again without being said twice. */
export const wasNotTaken = (error: unknown): boolean =>
  /UNAVAILABLE|ECONNREFUSED|NO CLIENT|no grpc manager|not logged in/.test(messageOf(error));
