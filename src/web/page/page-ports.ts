import type { Feedback } from '../../dialogue/ports.js';
import type { WebPorts } from '../ports.js';

/** What the page is built on. */
export interface PagePorts extends WebPorts {
  /** Where “you got this wrong” is kept. Null: the page does not offer to say so. */
  readonly feedback: Feedback | null;
}
