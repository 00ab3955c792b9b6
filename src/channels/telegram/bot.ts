import { type Context, Telegraf } from 'telegraf';
import type { InlineQuery } from 'telegraf/types';
import type { IncomingEvent } from '../../dialogue/events.js';
import type { Responder } from '../../dialogue/messages.js';
import type { Clock, Journal } from '../../dialogue/ports.js';
import type { Dialogue } from '../../dialogue/types.js';
import type { Language } from '../../reply/types.js';
import type { Wording } from '../../reply/wording.js';
import type { TelegramApi } from './api.js';
import type { Address, Delivery } from './deliver.js';
import { failureOf } from './failure.js';
import { INLINE_CACHE, inlineResults } from './inline.js';
import { createPictureSource } from './pictures.js';
import { CHANNEL, type Reader, readJoin, readMessage, readPress } from './read-update.js';

/** What the channel needs from the program. */
export interface TelegramPorts {
  readonly dialogue: Dialogue;
  readonly clock: Clock;
  readonly journal: Journal;
  /** The sentences of a language, for the menu of commands and for inline mode. */
  readonly wording: (language: Language) => Wording;
}

/** `https://proxy.example/telegram` without its slash would lose its path. */
const withSlash = (root: string): string => (root.endsWith('/') ? root : `${root}/`);

/** Telegraf as it has to be set up here: it answers webhooks by calls of its own, so that failures are seen. */
export const createTelegraf = (token: string, apiRoot: string): Telegraf =>
  new Telegraf(token, { telegram: { apiRoot: withSlash(apiRoot), webhookReply: false } });

const threadOf = ({ msg }: Context): number | null => {
  const message = msg as { is_topic_message?: boolean; message_thread_id?: number } | undefined;
  return message?.is_topic_message ? (message.message_thread_id ?? null) : null;
};

const addressOf = (event: IncomingEvent, ctx: Context): Address => ({
  chat: Number(event.conversation),
  thread: threadOf(ctx),
  // In a group nobody knows whom an answer is for unless it points at the message.
  usualReply: event.isGroup ? event.message : null,
});

/** What the bot can do for a person without being told: everything else is the dialogue's. */
interface Hands {
  readonly api: TelegramApi;
  readonly delivery: Delivery;
}

function responderTo(address: Address, { api, delivery }: Hands): Responder {
  const { chat, thread } = address;
  return {
    say: (message) => delivery.deliver(address, message),
    working: () => {
      const topic = thread === null ? {} : { message_thread_id: thread };
      api.call('sendChatAction', { chat_id: chat, action: 'typing', ...topic }).catch(() => undefined);
    },
  };
}

/**
 * Tells telegraf what to do with each kind of update. Nothing here waits: an event is handed over and its answers come
 * when they come, so that nobody waits for somebody else's picture to be read.
 */
export function hear(bot: Telegraf, hands: Hands, ports: TelegramPorts): void {
  const { dialogue, clock, journal } = ports;
  const { api } = hands;
  const pictures = createPictureSource(api);
  const readerFor = ({ botInfo }: Context): Reader => ({ bot: botInfo, pictures });

  const handOver = (event: IncomingEvent | null, ctx: Context): void => {
    if (event) dialogue.accept(event, responderTo(addressOf(event, ctx), hands));
  };

  const offer = (query: InlineQuery, ctx: Context): void => {
    const results = inlineResults(query, ctx.botInfo, ports);
    // Results depend on the language of the person who types.
    api
      .call('answerInlineQuery', { inline_query_id: query.id, results, cache_time: INLINE_CACHE, is_personal: true })
      .catch((error: unknown) => {
        const { kind, message } = failureOf(error);
        // Who types fast makes the query before last too old to answer.
        if (kind !== 'stopped' && kind !== 'refused')
          journal.note({ kind: 'failed', channel: CHANNEL, where: 'delivering', error: message });
      });
  };

  bot.on('message', (ctx) => handOver(readMessage(ctx.update.update_id, ctx.message, readerFor(ctx)), ctx));
  bot.on('edited_message', (ctx) => handOver(readMessage(ctx.update.update_id, ctx.editedMessage, readerFor(ctx)), ctx));
  bot.on('my_chat_member', (ctx) => handOver(readJoin(ctx.update.update_id, ctx.myChatMember), ctx));
  bot.on('callback_query', (ctx) => {
    // The button turns until it is answered, whatever comes of the press.
    api.call('answerCallbackQuery', { callback_query_id: ctx.callbackQuery.id }).catch(() => undefined);
    handOver(readPress(ctx.update.update_id, ctx.callbackQuery, clock.now(), readerFor(ctx)), ctx);
  });
  bot.on('inline_query', (ctx) => offer(ctx.inlineQuery, ctx));
  // Without this, one throw would end the polling. The message of an error may quote what was said; its name does not.
  bot.catch((error) => {
    const name = error instanceof Error ? error.name : typeof error;
    journal.note({ kind: 'failed', channel: CHANNEL, where: 'answering', error: `a handler threw ${name}` });
  });
}
