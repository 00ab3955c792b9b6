import type { Language } from '../reply/types.js';

/** A picture that somebody sent; its bytes are fetched only when they are needed. */
export interface ImageFile {
  /** As the channel says; not to be trusted. */
  readonly mediaType: string | null;
  /** Size in bytes as the channel says, when it does. */
  readonly size: number | null;
  /** @throws when the channel cannot deliver it. */
  load(): Promise<Uint8Array>;
}

/** Things that people send and that hold nothing to check. */
export const UNSUPPORTED = [
  'sticker',
  'voice',
  'video',
  'file',
  'location',
  'contact',
  'mini_program',
  'transfer',
  'call',
  'other',
] as const;
export type Unsupported = (typeof UNSUPPORTED)[number];

/** A message was passed on from elsewhere: it is something received, not something said to us. */
export interface Forwarded {
  /** When the original was sent, in milliseconds since 1970; null when the channel does not say. */
  readonly sentAt: number | null;
}

export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly forwarded: Forwarded | null }
  | { readonly kind: 'image'; readonly image: ImageFile; readonly caption: string; readonly forwarded: Forwarded | null }
  /** An article or link shown as a card. */
  | { readonly kind: 'link_card'; readonly title: string; readonly description: string; readonly url: string }
  /** Several messages passed on as one bundle. */
  | { readonly kind: 'chat_record'; readonly title: string; readonly lines: readonly { sender: string; text: string }[] }
  | { readonly kind: 'button'; readonly id: string }
  /** `/lookup 95188`: the name without the slash, lower case. */
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  /** The person opened the conversation, or the bot was added to a group. */
  | { readonly kind: 'join' }
  | { readonly kind: 'unsupported'; readonly what: Unsupported };

/** What a channel saw, in words of no channel. */
export interface IncomingEvent {
  /** The channel's id of the update: what was delivered twice is answered once. Unique within `channel`. */
  readonly id: string;
  /** `telegram`, `wechat`, `console` …; with an account when there may be several: `wechat:shop`. */
  readonly channel: string;
  /** Who speaks; unique within `channel`. */
  readonly person: string;
  /** Where it was said; unique within `channel`. */
  readonly conversation: string;
  readonly isGroup: boolean;
  /** The bot was mentioned, or one of its messages was replied to. True in every private conversation. */
  readonly isAddressed: boolean;
  /** When it was said, in milliseconds since 1970. */
  readonly at: number;
  /** The channel's id of the message, so that the answer can point at it; null when it has none. */
  readonly message: string | null;
  /** Shared by the pictures of one album. */
  readonly album: string | null;
  /** The person changed a message that was answered before. */
  readonly isEdit: boolean;
  /** What the person's own app speaks, when the channel says. */
  readonly language: Language | null;
  readonly content: Content;
  /** The message that this one points at, when it is not one of the bot's: the one to check. For a button: the message that was answered. */
  readonly about: Content | null;
}
