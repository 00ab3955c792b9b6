import type { Reach } from '../dialogue/ports.js';
import { type KeyRing, sealed, unsealed } from './keys.js';

/** Where somebody can be told something, encrypted for the row of this id. */
export const sealReach = (keys: KeyRing, id: string, reach: Reach): string => sealed(keys, id, JSON.stringify(reach));

/** Null when there is none, or when it cannot be read with these keys. */
export function reachIn(keys: KeyRing, id: string, hidden: string | null): Reach | null {
  const text = hidden === null ? null : unsealed(keys, id, hidden);
  return text === null ? null : (JSON.parse(text) as Reach);
}
