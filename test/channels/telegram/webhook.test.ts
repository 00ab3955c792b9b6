import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebhookHandler } from '../../../src/channels/telegram/channel.js';
import type { BotApiServer } from './bot-api-server.js';
import { createSetting, type Setting } from './setting.js';
import { turnUntil } from './turn-until.js';

const SECRET = 'a-secret_of-ours';
const PATH = '/telegram/hook';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** An HTTP server that asks the webhook first, as the program's does, and the address of the webhook on it. */
async function host(handler: () => WebhookHandler | null): Promise<string> {
  const server = createServer((request, response) => {
    void handler()?.(request, response).then((isOurs) => {
      if (!isOurs) response.writeHead(404).end('somebody else');
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
}

interface Hooked extends Setting {
  readonly url: string;
}

async function createHooked(server?: BotApiServer): Promise<Hooked> {
  let setting: Setting | undefined;
  const url = await host(() => setting?.channel.webhook ?? null);
  setting = await createSetting({ webhook: { url, secret: SECRET, path: PATH }, ...(server ? { server } : {}) });
  return { ...setting, url };
}

async function startHooked(): Promise<Hooked> {
  const hooked = await createHooked();
  await hooked.channel.start();
  return hooked;
}

const UPDATE = {
  update_id: 1,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 7, type: 'private' },
    from: { id: 7, is_bot: false, first_name: 'A' },
    text: '你好',
  },
};

const post = (url: string, body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET }) =>
  fetch(url, { method: 'POST', body, headers });

describe('a channel with a webhook', () => {
  it('gives Telegram its address and its secret, and does not poll', async () => {
    const { server, url } = await startHooked();
    expect(server.calls('setWebhook')[0]?.payload).toEqual({
      url,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'],
      max_connections: 100,
    });
    expect(server.calls('deleteWebhook')).toEqual([]);
    expect(server.calls('getUpdates')).toEqual([]);
  });

  it('answers what Telegram brings', async () => {
    const { server, channel } = await startHooked();
    server.say(7, '你好');
    expect((await server.person(7).hears())[0]?.text).toBe('⚪ 你好');
    await server.until(() => server.webhookStatuses.length > 0);
    expect(server.webhookStatuses).toEqual([200]);
    expect(channel.health()).toMatchObject({ state: 'up', detail: '' });
  });

  it('has an update only when it is answered: what a killed program had comes again', async () => {
    const { server, dialogue } = await startHooked();
    let answer = (): void => {};
    dialogue.script = () => {
      server.lookAgain();
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    server.say(7, '你好');
    await server.until(() => dialogue.events.length === 1);
    expect([server.webhookStatuses, server.unconfirmed()]).toEqual([[], 1]);
    answer();
    await server.until(() => server.webhookStatuses.length === 1);
    expect([server.webhookStatuses, server.unconfirmed()]).toEqual([[200], 0]);
  });

  it('lets Telegram wait no longer than fifty seconds', async () => {
    const { server, dialogue, clock } = await startHooked();
    dialogue.script = () => {
      server.lookAgain();
      return new Promise(() => undefined);
    };
    server.say(7, '你好');
    server.say(8, '你好');
    await server.until(() => dialogue.events.length === 2);
    await clock.turn(49_000);
    expect(server.webhookStatuses).toEqual([]);
    await turnUntil(clock, () => server.webhookStatuses.length === 2);
    expect(server.webhookStatuses).toEqual([200, 200]);
  });

  it('leaves an update that another worker has at hand with Telegram, until it is answered', async () => {
    const { server, dialogue } = await startHooked();
    const accept = dialogue.accept.bind(dialogue);
    let deliveries = 0;
    dialogue.accept = (event, responder) => {
      deliveries += 1;
      return deliveries < 3 ? Promise.resolve('elsewhere') : accept(event, responder);
    };
    server.say(7, '你好');
    await server.person(7).hears();
    await server.until(() => server.unconfirmed() === 0);
    expect(server.webhookStatuses).toEqual([503, 503, 200]);
  });

  it('hands on what comes twice or late with its number', async () => {
    const { server, events } = await startHooked();
    for (const id of [2_000, 1_999, 2_000]) server.happenAs(id, { message: UPDATE.message });
    expect((await events(3)).map(({ id }) => id)).toEqual(['2000', '1999', '2000']);
  });

  it('takes an update although the dialogue throws: it would throw again', async () => {
    const { server, dialogue, journal } = await startHooked();
    dialogue.accept = () => {
      throw new Error('秘密');
    };
    server.say(7, '你好');
    await server.until(() => server.webhookStatuses.length === 1);
    expect(server.webhookStatuses).toEqual([200]);
    expect(JSON.stringify(journal)).not.toContain('秘密');
  });

  it('loses nothing over a restart: Telegram keeps what is not taken, and comes again', async () => {
    const first = await startHooked();
    await first.channel.stop();
    expect(first.server.calls('deleteWebhook')).toEqual([]);
    first.server.say(7, '你好');
    await first.server.until(() => first.server.webhookStatuses.length > 0);
    expect(first.server.webhookStatuses).toContain(503);
    const second = await createHooked(first.server);
    await second.channel.start();
    expect((await second.events())[0]?.content).toMatchObject({ text: '你好' });
  });

  it('says what to check when Telegram does not take the address', async () => {
    const setting = await createSetting({ webhook: { url: 'https://bot.example/hook', secret: SECRET, path: PATH } });
    const refused = { kind: 'error', code: 400, description: 'Bad Request: bad webhook: Failed to resolve host' } as const;
    setting.server.fail('setWebhook', refused);
    await expect(setting.channel.start()).rejects.toThrow(
      'Telegram does not accept the settings (400 Bad Request: bad webhook: Failed to resolve host): check TELEGRAM_WEBHOOK_URL',
    );
  });

  it('that polls has none', async () => {
    expect((await createSetting()).channel.webhook).toBeNull();
  });
});

describe('the webhook', () => {
  it('takes an update with the secret, also behind a question mark', async () => {
    const { url, events } = await startHooked();
    expect((await post(url, JSON.stringify(UPDATE))).status).toBe(200);
    expect((await post(`${url}?x=1`, JSON.stringify({ ...UPDATE, update_id: 2 }))).status).toBe(200);
    expect(await events(2)).toHaveLength(2);
  });

  it.each([
    ['without the secret', {}],
    ['with a wrong secret', { 'x-telegram-bot-api-secret-token': 'a-secret_of-ourz' }],
    ['with the beginning of the secret', { 'x-telegram-bot-api-secret-token': 'a-secret' }],
    ['with an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
  ])('answers 401 %s, and takes nothing', async (_, headers: Record<string, string>) => {
    const { url, dialogue } = await startHooked();
    const response = await post(url, JSON.stringify(UPDATE), headers);
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(dialogue.events).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE'])('answers 405 to %s', async (method) => {
    const { url } = await startHooked();
    const response = await fetch(url, { method, headers: { 'x-telegram-bot-api-secret-token': SECRET } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('leaves other paths to others', async () => {
    const { url } = await startHooked();
    for (const path of [`${url}/more`, url.replace(PATH, '/'), url.replace(PATH, '/telegram')]) {
      const response = await post(path, JSON.stringify(UPDATE));
      expect([response.status, await response.text()]).toEqual([404, 'somebody else']);
    }
  });

  it.each(['', 'not json', '[]', 'null', '{}', '{"update_id":"1"}'])('answers 400 to %j', async (body) => {
    const { url, dialogue } = await startHooked();
    expect((await post(url, body)).status).toBe(400);
    expect(dialogue.events).toEqual([]);
  });

  it('answers 413 to more than a megabyte, announced or not', async () => {
    const { url, dialogue } = await startHooked();
    const large = JSON.stringify({ ...UPDATE, padding: 'x'.repeat(1024 * 1024) });
    expect((await post(url, large)).status).toBe(413);
    expect(await postInChunks(url, large)).toBe(413);
    expect(dialogue.events).toEqual([]);
  });

  it('takes nothing that does not come to its end', async () => {
    const { url, dialogue, server } = await startHooked();
    const request = httpRequest(url, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET, 'content-length': '5000' },
    });
    request.on('error', () => undefined);
    await new Promise<void>((resolve) => request.write('{"update_id":', () => resolve()));
    request.destroy();
    server.say(8, '还在吗');
    await server.person(8).hears();
    expect(dialogue.events.map(({ person }) => person)).toEqual(['8']);
  });

  it('takes nothing before the start and after the stop, so that Telegram comes again', async () => {
    const { url, channel, dialogue } = await createHooked();
    const before = await post(url, JSON.stringify(UPDATE));
    expect([before.status, before.headers.get('retry-after')]).toEqual([503, '5']);
    await channel.start();
    await channel.stop();
    expect((await post(url, JSON.stringify(UPDATE))).status).toBe(503);
    expect(dialogue.events).toEqual([]);
  });
});

/** Sends a body without saying how long it is. */
function postInChunks(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers: { 'x-telegram-bot-api-secret-token': SECRET } }, (response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The door may close while we still push.
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    for (let at = 0; at < body.length; at += 65_536) request.write(body.slice(at, at + 65_536));
    request.end();
  });
}
