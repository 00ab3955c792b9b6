import { createHash, timingSafeEqual } from 'node:crypto';

/** A program that may ask more than strangers may. */
export interface ApiKey {
  /** Who it is, as the operator calls them; letters, digits, `-` and `_`. */
  readonly id: string;
  /** SHA-256 of the key, in hexadecimal: the key itself is not in the configuration. */
  readonly hash: string;
}

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The key that was given, or null. Takes the same time whichever it is, so that none can be guessed letter by letter. */
export function findKey(given: string, keys: readonly ApiKey[]): ApiKey | null {
  const hash = digest(given);
  const fitting = keys.filter((key) => timingSafeEqual(Buffer.from(key.hash, 'hex'), hash));
  return fitting[0] ?? null;
}

/** Whether a secret is the right one, in the same time whatever was given. */
export const isSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));
