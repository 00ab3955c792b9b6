import type { UserFromGetMe } from 'telegraf/types';
import type { Journal } from '../../dialogue/ports.js';
import { ChannelError } from '../types.js';
import type { TelegramApi } from './api.js';
import type { TelegramPorts } from './bot.js';
import { commandMenu, MENUS } from './commands.js';
import { failureOf, stopped, type TelegramFailure } from './failure.js';
import { persist } from './patience.js';
import { ALLOWED_UPDATES } from './polling.js';
import { CHANNEL } from './read-update.js';
import { SECRET } from './webhook.js';

/** How the program's settings reach the channel; where they come from is not known here. */
export interface TelegramOptions {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
  /** Null: the channel polls. */
  readonly webhook: {
    /** The public address that Telegram calls. */
    readonly url: string;
    readonly secret: string;
    /** Where that address arrives at this program. */
    readonly path: string;
  } | null;
}

/** Milliseconds that a start waits for a network that is not there yet. */
const STARTING = 60_000;

/** Chats whose updates Telegram brings at the same time, each held until it is answered; as many as it allows. */
const MOST_CONNECTIONS = 100;

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** @throws ChannelError when a setting cannot be right, with what to write. */
function checkOptions({ token, apiRoot, webhook }: TelegramOptions): void {
  if (token === '') throw new ChannelError('TELEGRAM_BOT_TOKEN is empty: write the token that @BotFather gave you');
  if (!isWebAddress(apiRoot)) throw new ChannelError('TELEGRAM_API_ROOT must be an address such as https://api.telegram.org');
  if (webhook === null) return;
  if (!isWebAddress(webhook.url))
    throw new ChannelError('TELEGRAM_WEBHOOK_URL must be an address such as https://bot.example/telegram');
  if (!SECRET.test(webhook.secret))
    throw new ChannelError('TELEGRAM_WEBHOOK_SECRET must be 1 to 256 of the characters A-Z, a-z, 0-9, _ and -');
}

function whyNot({ kind, message }: TelegramFailure, { apiRoot }: TelegramOptions): ChannelError {
  switch (kind) {
    case 'token':
      return new ChannelError(`Telegram does not accept the token (${message}): check TELEGRAM_BOT_TOKEN`);
    case 'unreachable':
      return new ChannelError(
        `Telegram cannot be reached at ${new URL(apiRoot).host} (${message}): check the network and TELEGRAM_API_ROOT`,
      );
    case 'stopped':
      return new ChannelError('Telegram was stopped before it had started');
    default:
      return new ChannelError(`Telegram does not accept the settings (${message}): check TELEGRAM_WEBHOOK_URL`);
  }
}

const patiently = <Result>(task: () => Promise<Result>, { clock, signal }: TelegramApi): Promise<Result> =>
  persist(task, { clock, signal, limit: STARTING });

/** A webhook and polls exclude each other. What has piled up meanwhile is kept either way. */
async function chooseWay(api: TelegramApi, { webhook }: TelegramOptions): Promise<void> {
  if (webhook === null) await patiently(() => api.call('deleteWebhook', { drop_pending_updates: false }), api);
  else {
    const { url, secret } = webhook;
    const hook = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: MOST_CONNECTIONS };
    await patiently(() => api.call('setWebhook', hook), api);
  }
}

/** Makes Telegram send updates the way that the options say, and answers who the bot is. @throws ChannelError */
export async function introduce(api: TelegramApi, options: TelegramOptions): Promise<UserFromGetMe> {
  checkOptions(options);
  try {
    const me = await patiently(() => api.call('getMe', {}), api);
    await chooseWay(api, options);
    if (api.signal.aborted) throw stopped();
    return me;
  } catch (error) {
    throw whyNot(failureOf(error), options);
  }
}

/** Puts the commands into the menu of every app, in its language. The bot works without, so a failure is only noted. */
export async function offerCommands(api: TelegramApi, wording: TelegramPorts['wording'], journal: Journal): Promise<void> {
  for (const [code, language] of MENUS) {
    const audience = code === null ? {} : { language_code: code };
    try {
      await api.call('setMyCommands', { commands: commandMenu(wording(language)), ...audience });
    } catch (error) {
      const { kind, message } = failureOf(error);
      if (kind !== 'stopped') journal.note({ kind: 'failed', channel: CHANNEL, where: 'delivering', error: `menu: ${message}` });
      return;
    }
  }
}
