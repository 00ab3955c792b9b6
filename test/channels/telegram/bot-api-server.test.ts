import { afterEach, describe, expect, it } from 'vitest';
import { autoLinks, withAutoLinks } from './bot-api/auto-links.js';
import { parseHtml } from './bot-api/parse-html.js';
import { type BotApiServer, startBotApiServer } from './bot-api-server.js';

const open: BotApiServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function started(): Promise<BotApiServer> {
  const server = await startBotApiServer();
  open.push(server);
  return server;
}

const call = async ({ apiRoot, token }: BotApiServer, method: string, body: unknown): Promise<Record<string, unknown>> => {
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
};

describe('the reader of HTML', () => {
  it('reads text, styles and addresses', () => {
    expect(parseHtml('a <b>b&amp;</b> <a href="https://c.example/?x=1&amp;y">c</a>&#x1F600;<i>d</i>')).toEqual({
      text: 'a b& c😀d',
      entities: [
        { type: 'bold', offset: 2, length: 2 },
        { type: 'text_link', offset: 5, length: 1, url: 'https://c.example/?x=1&y' },
        { type: 'italic', offset: 8, length: 1 },
      ],
    });
  });

  it.each([
    '<',
    '&',
    'a < b',
    '<x>a</x>',
    '<b>a',
    'a</b>',
    '<b><i>a</b></i>',
    '<b><code>a</code></b>',
    '<pre><b>a</b></pre>',
    '&nbsp;',
    '<b a=b>c</b>',
  ])('refuses %s', (html) => {
    expect(() => parseHtml(html)).toThrow(/^Bad Request: can't parse entities/);
  });

  it('leaves an address out that is none of the web', () => {
    expect(parseHtml('<a href="tel:95118">95118</a>')).toEqual({ text: '95118', entities: [] });
  });
});

describe('what Telegram makes tappable by itself', () => {
  it.each([
    ['看@name_of吧 @name_of', 'mention', '@name_of'],
    ['(/start)', 'bot_command', '/start'],
    ['/help@some_bot x', 'bot_command', '/help@some_bot'],
    ['看 #还款', 'hashtag', '#还款'],
    ['#·还款', 'hashtag', '#·还款'],
    ['$TON', 'cashtag', '$TON'],
    ['去 a.example 看', 'url', 'a.example'],
    ['http://a.example/b?c 看', 'url', 'http://a.example/b?c'],
    ['tg://resolve?domain=x', 'url', 'tg://resolve'],
    ['到 1.2.3.4 去', 'url', '1.2.3.4'],
    ['写给 a.b@c.example', 'email', 'a.b@c.example'],
    ['打 +86 154 0000 0000', 'phone_number', '+86 154 0000 0000'],
    ['卡 4111 1111 1111 1111', 'bank_card', '4111 1111 1111 1111'],
  ])('is found in %s', (text, type, words) => {
    expect(autoLinks(text).map((link) => [link.type, text.slice(link.offset, link.offset + link.length)])).toEqual([
      [type, words],
    ]);
  });

  it.each([
    '95118',
    '154·0000·0000',
    'a[.]example',
    '[@]name',
    '1/2',
    '16.50',
    '4111 1111 1111 1112',
    '@\u2060name_of',
    '/\u2060start',
    'a.\u2060example',
    '#\u2060还款',
  ])('is not found in %s', (text) => {
    expect(autoLinks(text)).toEqual([]);
  });

  it('is not looked for in code and links', () => {
    expect(withAutoLinks('a.example', [{ type: 'code', offset: 0, length: 9 }])).toEqual([
      { type: 'code', offset: 0, length: 9 },
    ]);
  });
});

describe('the server', () => {
  it('gives an update until a later number confirms it', async () => {
    const server = await started();
    server.say(7, 'a');
    for (const offset of [0, 0, 1_000]) expect((await call(server, 'getUpdates', { offset })).result).toHaveLength(1);
    expect((await call(server, 'getUpdates', { offset: 1_001 })).result).toEqual([]);
    expect(server.unconfirmed()).toBe(0);
  });

  it('holds a poll until something happens, and ends it when another one comes', async () => {
    const server = await started();
    const first = call(server, 'getUpdates', { timeout: 50 });
    await server.until(() => server.calls('getUpdates').length === 1);
    const second = call(server, 'getUpdates', { timeout: 50 });
    expect(await first).toMatchObject({ ok: false, error_code: 409 });
    server.say(7, 'a');
    expect((await second).result).toHaveLength(1);
  });

  it.each([
    [{ chat_id: 8, text: 'a' }, 'Bad Request: chat not found'],
    [{ chat_id: 7, text: ' \n' }, 'Bad Request: message text is empty'],
    [{ chat_id: 7, text: 'x'.repeat(4_097) }, 'Bad Request: message is too long'],
    [{ chat_id: 7, text: 'a', reply_parameters: { message_id: 1 } }, 'Bad Request: message to be replied not found'],
    [
      { chat_id: 7, text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] } },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
  ])('refuses %j', async (message, description) => {
    const server = await started();
    server.person(7);
    expect(await call(server, 'sendMessage', message)).toMatchObject({ ok: false, error_code: 400, description });
  });

  it('counts the text without its mark-up', async () => {
    const server = await started();
    server.person(7);
    const text = `<b>${'&lt;'.repeat(4_096)}</b>`;
    expect(await call(server, 'sendMessage', { chat_id: 7, text, parse_mode: 'HTML' })).toMatchObject({ ok: true });
  });
});
