import type { Checking } from '../dialogue/checking.js';
import type { Clock, Journal } from '../dialogue/ports.js';
import type { Registry } from '../registry/types.js';

export type { Caller, Checking } from '../dialogue/checking.js';

/** What the page and the HTTP routes are built on. */
export interface WebPorts {
  readonly registry: () => Registry;
  readonly checking: Checking;
  readonly clock: Clock;
  readonly journal: Journal;
}
