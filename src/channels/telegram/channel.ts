import { setMaxListeners } from 'node:events';
import type { Clock } from '../../dialogue/ports.js';
import type { Receipt } from '../../dialogue/types.js';
import type { Channel } from '../types.js';
import { createApi } from './api.js';
import { createTelegraf, hear, type TelegramPorts } from './bot.js';
import { createDelivery } from './deliver.js';
import { failureOf, type TelegramFailure } from './failure.js';
import { createHealthBoard } from './health.js';
import { createPolling } from './polling.js';
import { CHANNEL } from './read-update.js';
import { introduce, offerCommands, type TelegramOptions } from './start.js';
import { createWebhook, type WebhookHandler } from './webhook.js';

export type { TelegramPorts } from './bot.js';
export type { TelegramOptions } from './start.js';
export type { WebhookHandler } from './webhook.js';

/** The Telegram channel. With a webhook, the program has to hand requests to it. */
export interface TelegramChannel extends Channel {
  /** For the program's HTTP server, which asks it first; null while the channel polls. */
  readonly webhook: WebhookHandler | null;
}

/** Milliseconds for which a webhook may wait for an answer: Telegram gives up after a minute, and what is given up comes again. */
const LONGEST_HOLD = 50_000;

/** Milliseconds that answers at work get when the channel stops. */
const LAST_ANSWERS = 15_000;

/** A switch that many calls may watch at once. */
function createSwitch(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Whether something settles in time. Never throws. */
function settlesWithin(milliseconds: number, promise: Promise<unknown>, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(milliseconds, () => resolve(false));
    const settle = (): void => {
      cancel();
      resolve(true);
    };
    promise.then(settle, settle);
  });
}

/**
 * Telegram by telegraf: updates become events for the dialogue, and its answers become messages, files and buttons.
 * Nothing is judged here and nothing is kept.
 */
export function createTelegramChannel(options: TelegramOptions, ports: TelegramPorts): TelegramChannel {
  const { dialogue, clock, journal } = ports;
  const receiving = createSwitch();
  const working = createSwitch();
  const health = createHealthBoard(clock);
  const bot = createTelegraf(options.token, options.apiRoot);
  const api = createApi(bot.telegram, clock, working.signal);
  const take = (update: Parameters<typeof bot.handleUpdate>[0]): Promise<void> => bot.handleUpdate(update);
  const polling = createPolling(api, take, health);

  const onTrouble = ({ kind, message }: TelegramFailure, wait: number | null): void => {
    if (kind !== 'unreachable') return;
    const detail =
      wait === null
        ? `the last message did not go out (${message})`
        : `messages do not go out (${message}); trying again in ${Math.ceil(wait / 1_000)} s`;
    health.report('sending', 'degraded', detail);
  };
  const delivery = createDelivery({ api, journal, onTrouble, onSuccess: () => health.report('sending', 'up') });
  const receiptOf = hear(bot, { api, delivery }, ports);

  /** As `take`, but until the update is answered, or for as long as Telegram may be kept waiting. */
  const answer = async (update: Parameters<typeof take>[0]): Promise<Receipt> => {
    await take(update);
    const receipt = receiptOf(update);
    return (await settlesWithin(LONGEST_HOLD, receipt, clock)) ? receipt : 'done';
  };

  let polled: Promise<void> = Promise.resolve();
  let isOpen = false;

  const start = async (): Promise<void> => {
    try {
      bot.botInfo = await introduce(createApi(bot.telegram, clock, receiving.signal), options);
    } catch (error) {
      health.report('receiving', 'down', error instanceof Error ? error.message : failureOf(error).message);
      throw error;
    }
    isOpen = true;
    if (options.webhook === null) polled = polling.run(receiving.signal);
    else health.report('receiving', 'up');
    await offerCommands(api, ports.wording, journal);
  };

  const stop = async (): Promise<void> => {
    isOpen = false;
    receiving.abort();
    await polled;
    const isDone = await settlesWithin(LAST_ANSWERS, dialogue.idle(), clock);
    // Telegram may not know yet of what was taken last. What nobody answered had better come again.
    if (isDone && options.webhook === null) await polling.confirm();
    working.abort();
    health.report('receiving', 'down', 'stopped');
  };

  let stopping: Promise<void> | null = null;
  return {
    name: CHANNEL,
    start,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
    health: () => health.read(),
    tell: (conversation, body) =>
      delivery.deliver({ chat: Number(conversation), thread: null, usualReply: null }, { body, document: null, inReplyTo: null }),
    webhook: options.webhook && createWebhook(options.webhook, { isOpen: () => isOpen, take: answer }),
  };
}
