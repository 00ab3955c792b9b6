import type { Content, Unsupported } from '../../dialogue/events.js';
import type { Clock } from '../../dialogue/ports.js';
import { readChatHistory, readLinkCard } from './chat-history.js';
import { pictureOf } from './picture.js';
import { within } from './waiting.js';
import type { EnumNames, WechatyMessage } from './wechaty.js';

/** Kinds of messages that hold nothing to check. */
const UNSUPPORTED_KINDS: Readonly<Record<string, Unsupported>> = {
  Attachment: 'file',
  Audio: 'voice',
  Contact: 'contact',
  Emoticon: 'sticker',
  GroupNote: 'other',
  Location: 'location',
  MiniProgram: 'mini_program',
  Post: 'other',
  RedEnvelope: 'transfer',
  Transfer: 'transfer',
  Video: 'video',
};

/** What the web protocol writes instead of a red packet or a transfer. */
const TRANSFER_NOTICE = /^\[?(?:收到红包|收到(?:一条)?微信?转账(?:消息)?|Red packet received|Received transfer).{0,40}$/u;

const PICTURE_NAME = /\.(?:png|jpe?g|webp|bmp)$/i;

const COMMAND = /^[/／]([a-z]{1,32})(?:\s+([\s\S]*))?$/i;

interface Reading {
  readonly kinds: EnumNames;
  readonly clock: Clock;
  readonly limits: { readonly imageBytes: number; readonly callWithin: number };
}

/** Words as content: `/lookup 95188` is a command, anything else is text. */
export function textContent(text: string): Content {
  const command = COMMAND.exec(text.trim());
  if (command) return { kind: 'command', name: (command[1] ?? '').toLowerCase(), argument: (command[2] ?? '').trim() };
  return TRANSFER_NOTICE.test(text) ? { kind: 'unsupported', what: 'transfer' } : { kind: 'text', text, forwarded: null };
}

async function linkContent(message: WechatyMessage, { clock, limits }: Reading): Promise<Content> {
  try {
    const link = await within(clock, limits.callWithin, message.toUrlLink());
    return { kind: 'link_card', title: link.title(), description: link.description() ?? '', url: link.url() };
  } catch {
    // Some puppets hand out the payload of a card but cannot read it.
    return readLinkCard(message.text()) ?? { kind: 'unsupported', what: 'other' };
  }
}

/** Screenshots are also sent as files, to keep them sharp. */
const fileContent = (message: WechatyMessage, reading: Reading): Content =>
  PICTURE_NAME.test(message.payload?.filename ?? '') ? imageContent(message, reading) : { kind: 'unsupported', what: 'file' };

const imageContent = (message: WechatyMessage, { clock, limits }: Reading): Content => ({
  kind: 'image',
  image: pictureOf(message, clock, limits),
  caption: '',
  forwarded: null,
});

/** What a message holds. Text is read by the caller, who knows whom it mentions and what it quotes. */
export async function contentOf(message: WechatyMessage, reading: Reading): Promise<Content> {
  const kind = reading.kinds[message.type()] ?? 'Unknown';
  if (kind === 'Image') return imageContent(message, reading);
  if (kind === 'Url') return linkContent(message, reading);
  if (kind === 'Attachment') return fileContent(message, reading);
  if (kind === 'ChatHistory') return readChatHistory(message.text()) ?? { kind: 'unsupported', what: 'other' };
  return { kind: 'unsupported', what: UNSUPPORTED_KINDS[kind] ?? 'other' };
}
