import type { Language, ReplyBody } from '../reply/types.js';
import type { IncomingEvent } from './events.js';
import type { Responder } from './messages.js';

/** The conversation: takes what channels saw and answers through them. */
export interface Dialogue {
  /**
   * Takes one event and returns at once; answers come through `responder`, in the person's order. Never throws: what
   * goes wrong becomes a calm line for the person and an entry in the journal.
   */
  accept(event: IncomingEvent, responder: Responder): void;
  /** The answer to a look-up, for channels that show one while it is typed. */
  lookUp(query: string, language: Language): ReplyBody;
  /** Settles when everything that was accepted so far has been answered. */
  idle(): Promise<void>;
}
