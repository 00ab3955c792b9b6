import type { Context } from 'hono';
import type { Feedback } from '../../dialogue/ports.js';
import type { Caller, WebPorts } from '../ports.js';

/** What the page is built on. */
export interface PagePorts extends WebPorts {
  /** Who asks: what limits and sightings are counted by. */
  readonly callerOf: (context: Context) => Caller;
  /** Where “you got this wrong” is kept. Null: the page does not offer to say so. */
  readonly feedback: Feedback | null;
}
