import { printable } from '../../reply/printable.js';
import type { TelegramConfiguration } from '../configuration.js';
import { codeOf, type PartFound } from './finding.js';

const PATIENCE = 10_000;

interface Answer {
  readonly ok?: boolean;
  readonly result?: { readonly username?: string; readonly url?: string; readonly last_error_message?: string };
}

/** The address holds the token: nothing of an error but its name may be told. Something in front of Telegram may answer with a page. */
async function call({ apiRoot, token }: TelegramConfiguration, method: string): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, { signal: AbortSignal.timeout(PATIENCE) });
  const answer = (await response.json().catch(() => ({}))) as Answer;
  return { status: response.status, answer };
}

const broken = (detail: string, todo: string): PartFound => ({ part: 'telegram', state: 'broken', detail, todo });

/** What Telegram itself says of the webhook, where there is one. */
async function examineWebhook(configuration: TelegramConfiguration, bot: string): Promise<PartFound> {
  if (configuration.webhook === null) return { part: 'telegram', state: 'ok', detail: `${bot} answers; it polls`, todo: null };
  const told = (await call(configuration, 'getWebhookInfo')).answer.result;
  const trouble = told?.last_error_message;
  if (told?.url && trouble) {
    const detail = `${bot} answers, but could not call back: ${printable(trouble).slice(0, 120)}`;
    return { part: 'telegram', state: 'warning', detail, todo: 'look at TELEGRAM_WEBHOOK_URL and what stands in front of it' };
  }
  return { part: 'telegram', state: 'ok', detail: `${bot} answers; it is called back`, todo: null };
}

/** Whether Telegram knows the bot. */
export async function examineTelegram(configuration: TelegramConfiguration | null): Promise<PartFound> {
  if (configuration === null)
    return {
      part: 'telegram',
      state: 'off',
      detail: 'not set up',
      todo: 'for Telegram, write TELEGRAM_BOT_TOKEN as @BotFather gives it',
    };
  const { host } = new URL(configuration.apiRoot);
  try {
    const { status, answer } = await call(configuration, 'getMe');
    if (status === 401 || status === 404)
      return broken(`${host} does not know the token`, 'correct TELEGRAM_BOT_TOKEN; @BotFather shows it');
    if (!answer.ok) return broken(`${host} answers with ${status}`, 'try again later');
    return await examineWebhook(configuration, `@${printable(answer.result?.username ?? '?')}`);
  } catch (error) {
    return broken(`no answer of ${host} (${codeOf(error)})`, 'look at the network and TELEGRAM_API_ROOT');
  }
}
