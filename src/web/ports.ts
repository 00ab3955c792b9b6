import type { Checking } from '../dialogue/checking.js';
import type { Clock, Journal, Rate } from '../dialogue/ports.js';
import type { Registry } from '../registry/types.js';
import type { ApiKey } from './api-key.js';
import type { Networks } from './network.js';

export type { Caller, Checking } from '../dialogue/checking.js';

/** What the page and the HTTP routes are built on. */
export interface WebPorts {
  readonly registry: () => Registry;
  readonly checking: Checking;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** How often callers may ask. */
export interface Rates {
  /** Checks and look-ups of callers without a key, by their address. */
  readonly stranger: Rate;
  /** The same with a key, by the key. */
  readonly keyed: Rate;
  /** Everything else, by address: the page and its parts. */
  readonly browsing: Rate;
}

export interface AccessOptions {
  readonly keys: readonly ApiKey[];
  /** Proxies whose word on the caller's address is taken. */
  readonly trusted: Networks;
}
