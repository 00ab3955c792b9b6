import type { OwnData } from '../../dialogue/own-data.js';
import type { WebPorts } from '../ports.js';

/** What the page is built on. */
export interface PagePorts extends WebPorts {
  /** What is kept of callers. Without feedback in it the page does not offer to say that an answer is wrong. */
  readonly own: OwnData;
}
