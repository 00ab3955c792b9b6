import type { Language, ReplyBody } from '../reply/types.js';
import type { IncomingEvent } from './events.js';
import type { Responder } from './messages.js';

/**
 * `done`: answered, or not to be answered; the network may forget the event. One of several that belong together is done as soon as
 * its claim is kept, since most networks deliver the next message of a chat only then. `elsewhere`: another worker is at it, and
 * would leave it to whoever gets it next if it died.
 */
export type Receipt = 'done' | 'elsewhere';

/** The conversation: takes what channels saw and answers through them. */
export interface Dialogue {
  /**
   * Takes one event; answers come through `responder`, in the person's order. What goes wrong becomes a calm line for the person and
   * an entry in the journal. The answer is for networks that deliver again what was not taken, and never rejects.
   */
  accept(event: IncomingEvent, responder: Responder): Promise<Receipt>;
  /** The answer to a look-up, with how often that was seen, for channels that show one while it is typed. */
  lookUp(query: string, language: Language, channel: string): Promise<ReplyBody>;
  /** Settles when everything that was accepted so far has been answered. */
  idle(): Promise<void>;
}
