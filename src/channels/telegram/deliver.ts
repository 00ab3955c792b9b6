import type { InlineKeyboardMarkup, Opts } from 'telegraf/types';
import type { OutgoingDocument, OutgoingMessage } from '../../dialogue/messages.js';
import type { Journal } from '../../dialogue/ports.js';
import type { TelegramApi } from './api.js';
import { drawReply, headlineOf } from './draw.js';
import { failureOf, type TelegramFailure } from './failure.js';
import { keyboardOf } from './keyboard.js';
import { createLanes, createPace, type Pace } from './lanes.js';
import { pause, persist } from './patience.js';
import { CHANNEL } from './read-update.js';
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

/** One message of Telegram's: a text, or a file with its caption. */
interface Part {
  readonly runs: readonly Run[];
  readonly document: OutgoingDocument | null;
}

/** Telegram allows about thirty messages a second over all chats. */
const SENDING_INTERVAL = 1_000 / 30;
const SENDING_BURST = 30;

/** Milliseconds after which an answer has lost its worth. */
const WORTH_SENDING = 10 * 60_000;

/** A file goes with the text when that fits below it, and after the text with its headline when not. */
function partsOf({ body, document }: OutgoingMessage): Part[] {
  const blocks = drawReply(body);
  const [caption, ...rest] = document ? splitBlocks(blocks, CAPTION_ROOM) : [];
  if (document && caption && rest.length === 0) return [{ runs: caption, document }];
  const texts = splitBlocks(blocks, MESSAGE_ROOM).map((runs): Part => ({ runs, document: null }));
  const [headline = []] = splitBlocks([[[{ text: headlineOf(body.headline), style: 'bold' }]]], CAPTION_ROOM);
  return document ? [...texts, { runs: headline, document }] : texts;
}

interface Envelope {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
  readonly reply_markup?: InlineKeyboardMarkup;
}

const MESSAGE_ID = /^\d{1,15}$/;

function envelope(address: Address, replyTo: string | null, keyboard: InlineKeyboardMarkup | undefined): Envelope {
  const { chat, thread } = address;
  return {
    chat_id: chat,
    ...(thread === null ? {} : { message_thread_id: thread }),
    ...(replyTo !== null && MESSAGE_ID.test(replyTo)
      ? { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }
      : {}),
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** What a file name may hold: it stands in a header of the upload. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 100) || 'file';

/** Telegraf writes only some objects of an upload as JSON and leaves the others out without a word. */
const forUpload = ({ reply_parameters: reply, ...rest }: Envelope) =>
  (reply ? { ...rest, reply_parameters: JSON.stringify(reply) } : rest) as Envelope;

function documentOf({ name, text }: OutgoingDocument): Opts<'sendDocument'>['document'] {
  return { source: Buffer.from(text, 'utf8'), filename: safeName(name) };
}

type Draw = { readonly text: string; readonly parse_mode?: 'HTML' };

function post(api: TelegramApi, { document }: Part, to: Envelope, { text, parse_mode }: Draw): Promise<unknown> {
  const mode = parse_mode ? { parse_mode } : {};
  if (!document) return api.call('sendMessage', { ...to, text, ...mode, link_preview_options: { is_disabled: true } });
  return api.call('sendDocument', { ...forUpload(to), document: documentOf(document), caption: text, ...mode });
}

/** Sends one message. What Telegram cannot read as mark-up is sent once more as plain text. */
async function postReadably(api: TelegramApi, part: Part, to: Envelope): Promise<unknown> {
  try {
    return await post(api, part, to, { text: htmlOf(part.runs), parse_mode: 'HTML' });
  } catch (error) {
    if (failureOf(error).kind !== 'markup') throw error;
    return post(api, part, to, { text: textOf(part.runs) });
  }
}

export interface DeliveryPorts {
  readonly api: TelegramApi;
  readonly journal: Journal;
  /** Told when Telegram does not take messages for the moment. */
  readonly onTrouble: (failure: TelegramFailure, pause: number) => void;
  readonly onSuccess: () => void;
}

/** Takes answers to where they belong. */
export interface Delivery {
  /**
   * Sends an answer, in as many messages as it takes, after everything that was sent to this chat before. A chat that
   * cannot be written to any more is noted and left alone.
   * @throws TelegramFailure when it could not be delivered, after trying for ten minutes.
   */
  deliver(address: Address, message: OutgoingMessage): Promise<void>;
}

/** Sends with patience: retries, a steady pace, one message after the other in each chat. */
export function createDelivery({ api, journal, onTrouble, onSuccess }: DeliveryPorts): Delivery {
  const { clock, signal } = api;
  const lanes = createLanes(clock);
  const overall = createPace(SENDING_INTERVAL, SENDING_BURST, clock);

  const wait = async (pace: Pace): Promise<void> => {
    const milliseconds = pace.take();
    if (milliseconds > 0) await pause(milliseconds, clock, signal);
  };

  const sendPart = async (part: Part, to: Envelope, chatPace: Pace): Promise<void> => {
    await wait(chatPace);
    await wait(overall);
    await persist(() => postReadably(api, part, to), { clock, signal, limit: WORTH_SENDING, onTrouble });
    onSuccess();
  };

  /** A group that became a supergroup has a new id, and takes nothing under the old one. Answers with the id that took it. */
  const sendFollowing = async (part: Part, to: Envelope, chatPace: Pace): Promise<number> => {
    try {
      await sendPart(part, to, chatPace);
      return to.chat_id;
    } catch (error) {
      const { movedTo } = failureOf(error);
      if (movedTo === null) throw error;
      await sendPart(part, { ...to, chat_id: movedTo }, chatPace);
      return movedTo;
    }
  };

  const sendAll = async (address: Address, message: OutgoingMessage, pace: Pace): Promise<void> => {
    const parts = partsOf(message);
    const keyboard = keyboardOf(message.body.question?.buttons ?? []);
    let { chat } = address;
    for (const [at, part] of parts.entries()) {
      const replyTo = at === 0 ? (message.inReplyTo ?? address.usualReply) : null;
      const to = envelope({ ...address, chat }, replyTo, at === parts.length - 1 ? keyboard : undefined);
      chat = await sendFollowing(part, to, pace);
    }
  };

  return {
    deliver: async (address, message) => {
      try {
        await lanes.run(address.chat, (pace) => sendAll(address, message, pace));
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind !== 'gone') throw failure;
        journal.note({ kind: 'failed', channel: CHANNEL, where: 'delivering', error: failure.message });
      }
    },
  };
}
