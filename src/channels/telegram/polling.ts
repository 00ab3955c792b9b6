import type { Update } from 'telegraf/types';
import type { TelegramApi } from './api.js';
import { failureOf, type TelegramFailure } from './failure.js';
import type { HealthBoard } from './health.js';
import { backOff, pause } from './patience.js';

/** Kinds of updates that are asked for: the ones that the channel reads. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const;

/** Seconds that Telegram holds a poll open when there is nothing to tell. */
const HOLD = 50;
/** Milliseconds without an answer after which a poll hangs: telegraf itself would wait for more than eight minutes. */
const HANGS = (HOLD + 15) * 1_000;
/** Milliseconds for the poll that confirms what was taken at the end. */
const CONFIRMATION = 5_000;

/** Failures in a row after which the channel counts as down. */
const DOWN_AFTER = 5;

const CHECK_TOKEN = 'Telegram no longer accepts the token: check TELEGRAM_BOT_TOKEN';
const OTHER_POLLER = 'another program polls with the same token: stop it, or give this one a token of its own';

function advice({ kind, message }: TelegramFailure): string {
  if (kind === 'token') return CHECK_TOKEN;
  return kind === 'conflict' ? OTHER_POLLER : `Telegram does not answer as it should (${message})`;
}

const waitAfter = ({ kind, retryAfter }: TelegramFailure, failures: number): number =>
  kind === 'flood' && retryAfter !== null ? retryAfter : backOff(failures);

export interface Polling {
  /** Polls until the signal comes. Never throws. */
  run(signal: AbortSignal): Promise<void>;
  /** Tells Telegram what was taken, so that the next start does not get it once more. Never throws. */
  confirm(): Promise<void>;
}

/**
 * Asks Telegram for updates, over and over. `take` is done with an update when it is in safe hands, and only then does
 * the next poll confirm it; a poll that hangs is given up and made again.
 */
export function createPolling(api: TelegramApi, take: (update: Update) => Promise<void>, health: HealthBoard): Polling {
  let offset = 0;
  let failures = 0;
  let isWell = false;

  const poll = async (signal: AbortSignal): Promise<void> => {
    // The first poll, and the first after a failure, answers at once whether all is well: a held one would in a minute.
    const payload = { offset, timeout: isWell ? HOLD : 0, allowed_updates: ALLOWED_UPDATES };
    const updates = await api.call('getUpdates', payload, { timeout: HANGS, signal });
    isWell = true;
    failures = 0;
    health.report('receiving', 'up');
    for (const update of updates) {
      await take(update);
      offset = Math.max(offset, update.update_id + 1);
    }
  };

  const recover = async (failure: TelegramFailure, signal: AbortSignal): Promise<void> => {
    if (failure.kind === 'stopped') return;
    isWell = false;
    failures += 1;
    const wait = waitAfter(failure, failures);
    const state = failure.kind === 'token' || failures >= DOWN_AFTER ? 'down' : 'degraded';
    health.report('receiving', state, `${advice(failure)}; trying again in ${Math.ceil(wait / 1_000)} s`);
    // Only the signal ends the pause early.
    await pause(wait, api.clock, signal).catch(() => undefined);
  };

  return {
    run: async (signal) => {
      while (!signal.aborted) await poll(signal).catch((error: unknown) => recover(failureOf(error), signal));
    },
    confirm: async () => {
      if (offset === 0) return;
      await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { timeout: CONFIRMATION }).catch(() => undefined);
    },
  };
}
