import type { ReplyBody } from '../reply/types.js';

/** How a channel is doing, for the operator. */
export interface ChannelHealth {
  readonly state: 'starting' | 'up' | 'degraded' | 'down';
  /** One line in English: what is wrong and what the channel does about it; '' when all is well. No token, no text of a message. */
  readonly detail: string;
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
}

/** One chat network, started and stopped by the program. It translates and never judges. */
export interface Channel {
  readonly name: string;
  /** Settles when the channel takes messages. @throws ChannelError when it cannot, with what to do about it. */
  start(): Promise<void>;
  /** Takes no more messages, lets the ones at work be answered, and settles. Safe to call twice. */
  stop(): Promise<void>;
  health(): ChannelHealth;
  /**
   * Says something that nobody asked for just now, in a private conversation. Absent where that cannot be done. Settles also when
   * the person takes no messages any more. @throws when it could not be said now, and may be tried again.
   */
  tell?(conversation: string, body: ReplyBody): Promise<void>;
}

/** A channel cannot start; the message says what to write or do. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}
