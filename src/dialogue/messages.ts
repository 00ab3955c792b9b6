import type { ReplyBody } from '../reply/types.js';

/** A file that goes with an answer, such as a complaint letter to print. */
export interface OutgoingDocument {
  /** Safe in any file system: `complaint-12378.html`. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** One answer, for a channel to draw. */
export interface OutgoingMessage {
  readonly body: ReplyBody;
  readonly document: OutgoingDocument | null;
  /** The message that it answers, by the channel's id. */
  readonly inReplyTo: string | null;
}

/** How a channel takes answers to one event. */
export interface Responder {
  /** @throws when the message could not be delivered; the channel has tried again where that makes sense. */
  say(message: OutgoingMessage): Promise<void>;
  /** Work goes on for more than a moment: show it (typing …). Called about once every four seconds while it lasts. Never throws. */
  working(): void;
}
