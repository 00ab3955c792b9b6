import type { InlineKeyboardMarkup, Opts } from 'telegraf/types';
import type { OutgoingDocument, OutgoingMessage } from '../../dialogue/messages.js';
import type { TelegramApi } from './api.js';
import { drawHeadline, drawReply } from './draw.js';
import { failureOf } from './failure.js';
import { keyboardOf } from './keyboard.js';
import { htmlOf, type Run, textOf } from './runs.js';
import { CAPTION_ROOM, MESSAGE_ROOM, splitBlocks } from './split.js';

/** Where an answer goes. */
export interface Address {
  readonly chat: number;
  /** Topic of a forum. */
  readonly thread: number | null;
  /** The message to point at when the answer names none. */
  readonly usualReply: string | null;
}

/** Everything about a message but its content, as Telegram names it. */
interface Envelope {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
  readonly reply_markup?: InlineKeyboardMarkup;
}

interface Leaf {
  readonly runs: readonly Run[];
  readonly document: OutgoingDocument | null;
}

/** One message of Telegram's: a text, or a file with its caption. */
export interface Part extends Leaf {
  readonly to: Envelope;
}

/** A file goes with the text when that fits below it, and after the text with its headline when not. */
function leavesOf({ body, document }: OutgoingMessage): Leaf[] {
  const blocks = drawReply(body);
  const [caption, ...rest] = document ? splitBlocks(blocks, CAPTION_ROOM) : [];
  if (document && caption && rest.length === 0) return [{ runs: caption, document }];
  const texts = splitBlocks(blocks, MESSAGE_ROOM).map((runs): Leaf => ({ runs, document: null }));
  const [headline = []] = splitBlocks([[[drawHeadline(body)]]], CAPTION_ROOM);
  return document ? [...texts, { runs: headline, document }] : texts;
}

const MESSAGE_ID = /^\d{1,15}$/;

/** Sent all the same when the message it points at is gone. */
const pointingAt = (message: string | null): Pick<Envelope, 'reply_parameters'> =>
  message !== null && MESSAGE_ID.test(message)
    ? { reply_parameters: { message_id: Number(message), allow_sending_without_reply: true } }
    : {};

function withButtons({ body }: OutgoingMessage): Pick<Envelope, 'reply_markup'> {
  const keyboard = keyboardOf(body.question?.buttons ?? []);
  return keyboard ? { reply_markup: keyboard } : {};
}

/** An answer as the messages that it takes: the first points at what it answers, the last has the buttons. */
export function partsOf(message: OutgoingMessage, { chat, thread, usualReply }: Address): Part[] {
  const leaves = leavesOf(message);
  return leaves.map((leaf, at) => ({
    ...leaf,
    to: {
      chat_id: chat,
      ...(thread === null ? {} : { message_thread_id: thread }),
      ...(at === 0 ? pointingAt(message.inReplyTo ?? usualReply) : {}),
      ...(at === leaves.length - 1 ? withButtons(message) : {}),
    },
  }));
}

/** What a file name may hold: it stands in a header of the upload. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 100) || 'file';

/** Telegraf writes only some objects of an upload as JSON and leaves the others out without a word. */
const forUpload = ({ reply_parameters: reply, ...rest }: Envelope) =>
  (reply ? { ...rest, reply_parameters: JSON.stringify(reply) } : rest) as Envelope;

function uploadOf({ name, text }: OutgoingDocument): Opts<'sendDocument'>['document'] {
  return { source: Buffer.from(text, 'utf8'), filename: safeName(name) };
}

interface Drawn {
  readonly text: string;
  readonly parse_mode?: 'HTML';
}

function post(api: TelegramApi, { document, to }: Part, { text, ...mode }: Drawn): Promise<unknown> {
  if (!document) return api.call('sendMessage', { ...to, text, ...mode, link_preview_options: { is_disabled: true } });
  return api.call('sendDocument', { ...forUpload(to), document: uploadOf(document), caption: text, ...mode });
}

/** Sends one message. What Telegram cannot read as mark-up is sent once more as plain text. @throws TelegramFailure */
export async function postReadably(api: TelegramApi, part: Part): Promise<unknown> {
  try {
    return await post(api, part, { text: htmlOf(part.runs), parse_mode: 'HTML' });
  } catch (error) {
    if (failureOf(error).kind !== 'markup') throw error;
    return post(api, part, { text: textOf(part.runs) });
  }
}
