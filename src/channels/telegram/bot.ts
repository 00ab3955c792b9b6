import { type Context, Telegraf } from 'telegraf';
import type { InlineQuery, Update } from 'telegraf/types';
import type { IncomingEvent } from '../../dialogue/events.js';
import type { Clock, Journal } from '../../dialogue/ports.js';
import type { Dialogue, Receipt } from '../../dialogue/types.js';
import type { Language } from '../../reply/types.js';
import type { Wording } from '../../reply/wording.js';
import type { TelegramApi } from './api.js';
import { failureOf } from './failure.js';
import { INLINE_CACHE, inlineResults } from './inline.js';
import { createPictureSource } from './pictures.js';
import { CHANNEL, type Reader, readJoin, readMessage, readPress } from './read-update.js';
import { type Reach, responderTo } from './responder.js';
import type { BotName } from './spoken.js';

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

/** The message of an error may quote what was said; its name does not. */
const noteThrown = (error: unknown, journal: Journal): void => {
  const name = error instanceof Error ? error.name : typeof error;
  journal.note({ kind: 'failed', channel: CHANNEL, where: 'answering', error: `a handler threw ${name}` });
};

/** Offers what was found while somebody types. @throws what a look-up throws. */
async function offerInline(query: InlineQuery, bot: BotName, api: TelegramApi, ports: TelegramPorts): Promise<void> {
  const results = await inlineResults(query, bot, ports);
  // Results depend on the language of the person who types.
  const answer = { inline_query_id: query.id, results, cache_time: INLINE_CACHE, is_personal: true };
  await api.call('answerInlineQuery', answer).catch((error: unknown) => {
    const { kind, message } = failureOf(error);
    // Who types fast makes the query before last too old to answer: Telegram refuses that, and nobody misses it.
    if (kind === 'stopped' || kind === 'refused') return;
    ports.journal.note({ kind: 'failed', channel: CHANNEL, where: 'delivering', error: message });
  });
}

/** What became of an update that was handed to telegraf. */
export type ReceiptOf = (update: Update) => Promise<Receipt>;

/**
 * Tells telegraf what to do with each kind of update. Nothing here waits: an event is handed over and its answers come
 * when they come, so that nobody waits for somebody else's picture to be read. Who wants to wait asks what became of it.
 */
export function hear(bot: Telegraf, reach: Reach, ports: TelegramPorts): ReceiptOf {
  const { dialogue, clock, journal } = ports;
  const { api } = reach;
  const pictures = createPictureSource(api);
  const receipts = new WeakMap<Update, Promise<Receipt>>();
  const readerFor = ({ botInfo }: Context): Reader => ({ bot: botInfo, pictures });
  const handOver = (event: IncomingEvent | null, ctx: Context): void => {
    if (event) receipts.set(ctx.update, dialogue.accept(event, responderTo(event, ctx, reach)));
  };

  bot.on('message', (ctx) => handOver(readMessage(ctx.update.update_id, ctx.message, readerFor(ctx)), ctx));
  bot.on('edited_message', (ctx) => handOver(readMessage(ctx.update.update_id, ctx.editedMessage, readerFor(ctx)), ctx));
  bot.on('my_chat_member', (ctx) => handOver(readJoin(ctx.update.update_id, ctx.myChatMember), ctx));
  bot.on('inline_query', (ctx) => {
    offerInline(ctx.inlineQuery, ctx.botInfo, api, ports).catch((error: unknown) => noteThrown(error, journal));
  });
  bot.on('callback_query', (ctx) => {
    // The button turns until it is answered, whatever comes of the press.
    api.call('answerCallbackQuery', { callback_query_id: ctx.callbackQuery.id }).catch(() => undefined);
    handOver(readPress(ctx.update.update_id, ctx.callbackQuery, clock.now(), readerFor(ctx)), ctx);
  });
  // Without this, one throw would end the polling.
  bot.catch((error) => noteThrown(error, journal));
  return async (update) => (await receipts.get(update)) ?? 'done';
}
