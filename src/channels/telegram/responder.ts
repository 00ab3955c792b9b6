import type { Context } from 'telegraf';
import type { IncomingEvent } from '../../dialogue/events.js';
import type { Responder } from '../../dialogue/messages.js';
import type { TelegramApi } from './api.js';
import type { Delivery } from './deliver.js';
import type { Address } from './outgoing.js';

/** By what the channel reaches Telegram. */
export interface Reach {
  readonly api: TelegramApi;
  readonly delivery: Delivery;
}

function threadOf({ msg }: Context): number | null {
  const message = msg as { readonly is_topic_message?: boolean; readonly message_thread_id?: number } | undefined;
  return message?.is_topic_message ? (message.message_thread_id ?? null) : null;
}

const addressOf = (event: IncomingEvent, ctx: Context): Address => ({
  chat: Number(event.conversation),
  thread: threadOf(ctx),
  // In a group nobody knows whom an answer is for unless it points at the message.
  usualReply: event.isGroup ? event.message : null,
});

/** How answers to an event get back to where it came from. */
export function responderTo(event: IncomingEvent, ctx: Context, { api, delivery }: Reach): Responder {
  const address = addressOf(event, ctx);
  const topic = address.thread === null ? {} : { message_thread_id: address.thread };
  return {
    say: (message) => delivery.deliver(address, message),
    working: () => {
      api.call('sendChatAction', { chat_id: address.chat, action: 'typing', ...topic }).catch(() => undefined);
    },
  };
}
