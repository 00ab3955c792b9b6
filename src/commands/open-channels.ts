import { join } from 'node:path';
import type { Channel } from '../channels/types.js';
import type { Clock, Journal } from '../dialogue/ports.js';
import type { Dialogue } from '../dialogue/types.js';
import type { Registry } from '../registry/types.js';
import { wordingIn } from '../reply/wording.js';
import type { RequestHandler } from '../web/server.js';
import type { Configuration, TelegramConfiguration, WechatConfiguration } from './configuration.js';
import type { Log } from './journal.js';

interface ChannelPorts {
  readonly dialogue: Dialogue;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly registry: Registry;
  readonly log: Log;
}

export interface Opened {
  readonly channels: readonly Channel[];
  /** Calls of chat networks that come over HTTP. */
  readonly webhooks: readonly RequestHandler[];
}

async function openTelegram({ token, apiRoot, webhook }: TelegramConfiguration, ports: ChannelPorts): Promise<Opened> {
  const { createTelegramChannel } = await import('../channels/telegram/channel.js');
  const channel = createTelegramChannel(
    { token, apiRoot, webhook: webhook && { ...webhook, path: new URL(webhook.url).pathname } },
    { ...ports, wording: (language) => wordingIn(ports.registry, language) },
  );
  return { channels: [channel], webhooks: channel.webhook ? [channel.webhook] : [] };
}

async function openWechat(
  { puppet, token, endpoint, friendWord }: WechatConfiguration,
  home: string,
  ports: ChannelPorts,
): Promise<Opened> {
  const { createWechatChannel } = await import('../channels/wechat/channel.js');
  const puppetOptions = { ...(token === null ? {} : { token }), ...(endpoint === null ? {} : { endpoint }) };
  const channel = createWechatChannel(
    { puppet, puppetOptions, name: '', friendWord, session: join(home, 'wechat'), limits: {} },
    {
      ...ports,
      wording: (language) => wordingIn(ports.registry, language),
      random: Math.random,
      print: (line) => process.stderr.write(`${line}\n`),
    },
  );
  return { channels: [channel], webhooks: [] };
}

/** Makes every channel that is configured; each one's libraries are loaded only then. */
export async function openChannels({ telegram, wechat, home }: Configuration, ports: ChannelPorts): Promise<Opened> {
  const opened = await Promise.all([
    ...(telegram ? [openTelegram(telegram, ports)] : []),
    ...(wechat ? [openWechat(wechat, home, ports)] : []),
  ]);
  return { channels: opened.flatMap(({ channels }) => channels), webhooks: opened.flatMap(({ webhooks }) => webhooks) };
}
