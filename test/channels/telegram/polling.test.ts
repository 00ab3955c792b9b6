import { describe, expect, it } from 'vitest';
import { ChannelError } from '../../../src/channels/types.js';
import { settled } from '../../../src/testing/manual-clock.js';
import { conflict, serverError, startBotApiServer, tooManyRequests } from './bot-api-server.js';
import { createSetting, type Setting, startSetting } from './setting.js';
import { turnUntil } from './turn-until.js';

/** Starts and turns the clock until that is over. */
async function started(setting: Setting): Promise<unknown> {
  let outcome: unknown = 'pending';
  setting.channel.start().then(
    () => {
      outcome = 'started';
    },
    (error: unknown) => {
      outcome = error;
    },
  );
  await turnUntil(setting.clock, () => outcome !== 'pending');
  return outcome;
}

const polls = ({ server }: Setting): Readonly<Record<string, unknown>>[] =>
  server.calls('getUpdates').map(({ payload }) => payload);

describe('the start', () => {
  it('takes a webhook away first and keeps what has piled up', async () => {
    const server = await startBotApiServer();
    server.say(7, '早就说了');
    const setting = await startSetting({ server });
    expect(
      server
        .calls()
        .slice(0, 2)
        .map(({ method }) => method),
    ).toEqual(['getMe', 'deleteWebhook']);
    expect(server.calls('deleteWebhook')[0]?.payload).toEqual({ drop_pending_updates: false });
    expect((await setting.events())[0]?.content).toMatchObject({ text: '早就说了' });
  });

  it('asks only for updates that are read', async () => {
    const setting = await startSetting();
    await setting.server.until(() => polls(setting).length > 0);
    expect(polls(setting)[0]?.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'inline_query',
      'my_chat_member',
    ]);
  });

  it.each([
    ['4242:somebody-elses-token', '401 Unauthorized'],
    ['no token', '404 Not Found'],
  ])('says to check a token that Telegram does not accept: %s', async (token, reason) => {
    const outcome = await started(await createSetting({ token }));
    expect(outcome).toBeInstanceOf(ChannelError);
    expect((outcome as Error).message).toBe(`Telegram does not accept the token (${reason}): check TELEGRAM_BOT_TOKEN`);
  });

  it('waits a while for a network that is not there yet', async () => {
    const setting = await createSetting();
    setting.server.fail('getMe', { kind: 'drop' }, { times: 4 });
    setting.server.fail('deleteWebhook', serverError);
    expect(await started(setting)).toBe('started');
    await setting.server.until(() => setting.channel.health().state === 'up');
  });

  it('gives up after a minute, and says what to look at', async () => {
    const setting = await createSetting();
    setting.server.goDown();
    const outcome = await started(setting);
    expect(outcome).toBeInstanceOf(ChannelError);
    expect((outcome as Error).message).toMatch(
      /^Telegram cannot be reached at 127\.0\.0\.1:\d+ \(\w+\): check the network and TELEGRAM_API_ROOT$/,
    );
    expect(setting.channel.health().state).toBe('down');
  });

  it.each([
    [{ token: '' }, /^TELEGRAM_BOT_TOKEN is empty/],
    [{ apiRoot: 'api.telegram.org' }, /^TELEGRAM_API_ROOT must be an address/],
    [{ webhook: { url: 'bot.example', secret: 's', path: '/t' } }, /^TELEGRAM_WEBHOOK_URL must be an address/],
    [{ webhook: { url: 'https://bot.example/t', secret: 'a b', path: '/t' } }, /^TELEGRAM_WEBHOOK_SECRET must be/],
  ])('says what to write instead of %j', async (options, message) => {
    const outcome = await started(await createSetting(options));
    expect(outcome).toBeInstanceOf(ChannelError);
    expect((outcome as Error).message).toMatch(message);
  });

  it('works without the menu when Telegram does not take it', async () => {
    const setting = await createSetting();
    setting.server.fail('setMyCommands', serverError);
    await setting.channel.start();
    expect(setting.journal).toEqual([
      { kind: 'failed', channel: 'telegram', where: 'delivering', error: 'menu: 502 Bad Gateway' },
    ]);
    setting.server.say(7, '你好');
    await setting.server.person(7).hears();
  });
});

describe('polling', () => {
  it('confirms an update only after it was handed over', async () => {
    const setting = await startSetting();
    const { server, dialogue } = setting;
    let unconfirmed = -1;
    const accept = dialogue.accept.bind(dialogue);
    dialogue.accept = (event, responder) => {
      unconfirmed = server.unconfirmed();
      return accept(event, responder);
    };
    server.say(7, '你好');
    await server.until(() => server.unconfirmed() === 0);
    expect(unconfirmed).toBe(1);
    expect(polls(setting).at(-1)?.offset).toBe(1_001);
  });

  it('hands on what comes twice with the number by which the dialogue knows it', async () => {
    const setting = await createSetting();
    const message = {
      message_id: 5,
      date: 1,
      chat: { id: 7, type: 'private' },
      from: { id: 7, is_bot: false, first_name: 'A' },
      text: 'x',
    };
    for (const id of [2_000, 2_000, 1_999]) setting.server.happenAs(id, { message });
    await setting.channel.start();
    expect((await setting.events(3)).map(({ id }) => id)).toEqual(['2000', '2000', '1999']);
    await setting.server.until(() => setting.server.unconfirmed() === 0);
  });

  it('notices a poll that hangs, and polls again', async () => {
    const setting = await createSetting();
    setting.server.fail('getUpdates', { kind: 'hang' });
    await setting.channel.start();
    await setting.server.until(() => polls(setting).length === 1);
    setting.server.say(7, '你好');
    await setting.clock.turn(64_000);
    expect(polls(setting).length).toBe(1);
    await turnUntil(setting.clock, () => setting.dialogue.events.length === 1);
    expect(setting.channel.health()).toMatchObject({ state: 'up', detail: '' });
  });

  it.each([
    ['a broken connection', { kind: 'drop' } as const, /^Telegram does not answer as it should \(\w+\); trying again in 1 s$/],
    ['a failing server', serverError, /^Telegram does not answer as it should \(502 Bad Gateway\); trying again in 1 s$/],
    ['a page in place of an answer', { kind: 'page', code: 200 } as const, /\(invalid-json\); trying again in 1 s$/],
    ['another program with its token', conflict, /^another program polls with the same token: .*; trying again in 1 s$/],
    ['a call to slow down', tooManyRequests(9), /; trying again in 9 s$/],
  ])('goes on after %s, and its health says why it waits', async (_, fault, detail) => {
    const setting = await createSetting();
    setting.server.fail('getUpdates', fault);
    await setting.channel.start();
    await turnUntil(setting.clock, () => setting.channel.health().state === 'degraded');
    expect(setting.channel.health().detail).toMatch(detail);
    const { since } = setting.channel.health();
    expect(since).toBeLessThanOrEqual(setting.clock.now());
    setting.server.say(7, '你好');
    await turnUntil(setting.clock, () => setting.dialogue.events.length === 1);
    expect(setting.channel.health()).toMatchObject({ state: 'up', detail: '' });
  });

  it('says at once when the token is taken back, and goes on when it is given again', async () => {
    const setting = await createSetting();
    setting.server.fail('getUpdates', { kind: 'error', code: 401, description: 'Unauthorized' });
    await setting.channel.start();
    await turnUntil(setting.clock, () => setting.channel.health().state === 'down');
    expect(setting.channel.health().detail).toBe(
      'Telegram no longer accepts the token: check TELEGRAM_BOT_TOKEN; trying again in 1 s',
    );
    await turnUntil(setting.clock, () => setting.channel.health().state === 'up');
  });

  it('comes through a long outage without losing or repeating anything', async () => {
    const setting = await startSetting();
    const { server, clock, channel } = setting;
    server.say(7, '一');
    await server.person(7).hears();
    server.goDown();
    await turnUntil(clock, () => channel.health().state === 'down');
    for (const word of ['二', '三']) server.say(7, word);
    await clock.turn(120_000);
    server.comeBack();
    await turnUntil(clock, () => server.sent(7).length === 3);
    expect(server.sent(7).map(({ text }) => text)).toEqual(['⚪ 一', '⚪ 二', '⚪ 三']);
    expect(channel.health().state).toBe('up');
  });
});

describe('the stop', () => {
  it('takes no more, lets what is at work be answered, and tells Telegram what was taken', async () => {
    const setting = await startSetting();
    const { server, channel, dialogue, clock } = setting;
    let finish = (): void => undefined;
    dialogue.script = async (event, responder) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      await responder.say({ body: { ...dialogue.found, headline: event.person }, document: null, inReplyTo: null });
    };
    server.say(7, '你好');
    await server.until(() => dialogue.events.length === 1 && server.unconfirmed() === 0);
    let isStopped = false;
    const stopping = channel.stop().then(() => {
      isStopped = true;
    });
    server.say(8, '太晚了');
    await clock.turn(5_000);
    await settled();
    expect(channel.health().state).toBe('up');
    expect(isStopped).toBe(false);
    finish();
    await stopping;
    expect(server.sent(7)).toHaveLength(1);
    expect(dialogue.events).toHaveLength(1);
    expect(server.unconfirmed()).toBe(1);
    expect(channel.health()).toMatchObject({ state: 'down', detail: 'stopped' });
  });

  it('leaves nothing running, and can be asked for twice', async () => {
    const setting = await startSetting();
    setting.server.say(7, '你好');
    await setting.server.person(7).hears();
    await Promise.all([setting.channel.stop(), setting.channel.stop()]);
    const count = setting.server.calls().length;
    expect(setting.clock.nextDue()).toBeNull();
    await setting.clock.turn(600_000);
    expect(setting.server.calls().length).toBe(count);
  });

  it('waits for slow answers only so long', async () => {
    const setting = await startSetting();
    setting.dialogue.script = () => new Promise(() => undefined);
    setting.server.say(7, '你好');
    await setting.events();
    let isStopped = false;
    const stopping = setting.channel.stop().then(() => {
      isStopped = true;
    });
    await turnUntil(setting.clock, () => isStopped);
    await stopping;
    expect(setting.clock.nextDue()).toBeNull();
  });

  it('in the middle of an outage gives up what cannot be sent, without an unhandled rejection', async () => {
    const setting = await startSetting();
    const { server, clock, channel, dialogue } = setting;
    for (let person = 1; person <= 20; person += 1) server.say(person, '你好');
    await server.until(() => dialogue.events.length === 20);
    server.goDown();
    let isStopped = false;
    const stopping = channel.stop().then(() => {
      isStopped = true;
    });
    await turnUntil(clock, () => isStopped);
    await stopping;
    await dialogue.idle();
    expect(clock.nextDue()).toBeNull();
  });

  it('while starting makes the start say so', async () => {
    const setting = await createSetting();
    setting.server.fail('getMe', { kind: 'drop' }, { times: 100 });
    const starting = setting.channel.start().catch((error: unknown) => error);
    await setting.server.until(() => setting.server.calls('getMe').length > 0);
    await setting.channel.stop();
    expect(await starting).toMatchObject({ name: 'ChannelError', message: 'Telegram was stopped before it had started' });
    expect(setting.clock.nextDue()).toBeNull();
  });

  it('before the start is nothing', async () => {
    const setting = await createSetting();
    await setting.channel.stop();
    expect(setting.server.calls()).toEqual([]);
  });
});
