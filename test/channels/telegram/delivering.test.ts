import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../scripted-dialogue.js';
import { serverError, tooManyRequests } from './bot-api-server.js';
import { messageWith } from './personal-dialogue.js';
import { type Setting, startSetting } from './setting.js';
import { turnUntil } from './turn-until.js';

const failures = ({ journal }: Setting): string[] =>
  journal.flatMap((entry) => (entry.kind === 'failed' ? [`${entry.where}: ${entry.error}`] : []));

const tries = ({ server }: Setting, chat: number): number =>
  server.calls('sendMessage').filter(({ payload }) => payload.chat_id === chat).length;

/** Turns the clock until the condition holds. */
const until = ({ clock, server }: Setting, condition: (sent: number) => boolean): Promise<void> =>
  turnUntil(clock, () => condition(server.sent().length));

describe('a message that does not get through', () => {
  it('waits as long as Telegram asks, and not longer than that', async () => {
    const setting = await startSetting();
    const { server, clock } = setting;
    server.fail('sendMessage', tooManyRequests(7));
    server.say(7, '你好');
    await server.until(() => tries(setting, 7) === 1);
    await clock.turn(6_900);
    await server.until(() => server.calls('getUpdates').length >= 2);
    expect(tries(setting, 7)).toBe(1);
    await until(setting, (sent) => sent === 1);
    expect(server.sent(7)[0]?.text).toBe('⚪ 你好');
    expect(failures(setting)).toEqual([]);
  });

  it.each([
    ['the connection breaks', { kind: 'drop' } as const],
    ['the server fails', serverError],
    ['a page comes in place of an answer', { kind: 'page', code: 200 } as const],
    ['nothing comes at all', { kind: 'hang' } as const],
  ])('is sent again when %s', async (_, fault) => {
    const setting = await startSetting();
    setting.server.fail('sendMessage', fault, { times: 3 });
    setting.server.say(7, '你好');
    await until(setting, (sent) => sent === 1);
    expect(tries(setting, 7)).toBe(4);
    expect(failures(setting)).toEqual([]);
  });

  it('is rather sent twice than lost when the answer to it is lost', async () => {
    const setting = await startSetting();
    setting.server.fail('sendMessage', { kind: 'lose' });
    setting.server.say(7, '你好');
    await until(setting, (sent) => sent === 2);
    expect(setting.server.sent(7).map(({ text }) => text)).toEqual(['⚪ 你好', '⚪ 你好']);
  });

  it('is given up after ten minutes, and the journal says so', async () => {
    const setting = await startSetting();
    setting.server.fail('sendMessage', serverError, { times: 1_000 });
    setting.server.say(7, '你好');
    await turnUntil(setting.clock, () => setting.journal.length === 1, 1_000);
    // On a slow machine the turned clock may outrun an answer.
    expect(failures(setting)).toEqual([
      expect.stringMatching(/^delivering: TelegramFailure\(unreachable\): (?:502 Bad Gateway|no answer in 30 s)$/),
    ]);
    expect(setting.channel.health().detail).toMatch(/^the last message did not go out/);
    expect(tries(setting, 7)).toBeGreaterThan(8);
    expect(tries(setting, 7)).toBeLessThan(25);
  });

  it('shows in the health of the channel until one gets through', async () => {
    const setting = await startSetting();
    const { server, channel } = setting;
    server.fail('sendMessage', serverError, { times: 2 });
    server.say(7, '你好');
    await until(setting, () => channel.health().state === 'degraded');
    expect(channel.health().detail).toBe('messages do not go out (502 Bad Gateway); trying again in 1 s');
    await until(setting, (sent) => sent === 1);
    await server.until(() => channel.health().state === 'up');
  });

  it('keeps its place: what was said later in the chat comes later', async () => {
    const setting = await startSetting();
    const { server, dialogue } = setting;
    const group = server.group(-100);
    dialogue.script = async (event, responder) => responder.say(messageWith(`给${event.person}`));
    server.fail('sendMessage', tooManyRequests(3), { chat: -100 });
    server.fail('sendMessage', { kind: 'drop' }, { chat: -100, times: 2 });
    for (const person of [1, 2, 3]) server.say(person, '你好', { in: group });
    await until(setting, (sent) => sent === 3);
    expect(server.sent(-100).map(({ text }) => text)).toEqual(['⚪ 给1', '⚪ 给2', '⚪ 给3']);
  });

  it('does not hold up other chats', async () => {
    const setting = await startSetting();
    const { server } = setting;
    server.fail('sendMessage', { kind: 'hang' }, { chat: 7 });
    server.say(7, '你好');
    await server.until(() => tries(setting, 7) === 1);
    server.say(8, '你好');
    await server.person(8).hears();
    expect(server.sent(7)).toEqual([]);
  });
});

describe('a chat that cannot be written to', () => {
  it('is left alone without a fuss: the person blocked the bot', async () => {
    const setting = await startSetting();
    const { server } = setting;
    server.person(7).block();
    server.say(7, '你好');
    server.say(8, '你好');
    await server.person(8).hears();
    await server.until(() => setting.journal.length === 1);
    expect(failures(setting)).toEqual(['delivering: 403 Forbidden: bot was blocked by the user']);
    expect(tries(setting, 7)).toBe(1);
    expect(setting.channel.health().state).toBe('up');
  });

  it('gets nothing of what is left of a long answer', async () => {
    const setting = await startSetting();
    const { server, dialogue } = setting;
    const long = messageWith('字'.repeat(9_000));
    dialogue.script = (_, responder) => responder.say(long);
    server.fail('sendMessage', { kind: 'error', code: 400, description: 'Bad Request: chat not found' });
    server.say(7, '你好');
    await server.until(() => setting.journal.length === 1);
    expect(failures(setting)).toEqual(['delivering: 400 Bad Request: chat not found']);
    expect(tries(setting, 7)).toBe(1);
  });

  it('is followed where it went: a group became a supergroup', async () => {
    const setting = await startSetting();
    const { server, dialogue } = setting;
    dialogue.script = (_, responder) => responder.say(messageWith('字'.repeat(5_000)));
    const group = server.group(-5, 'group');
    server.group(-1_005);
    const moved = 'Bad Request: group chat was upgraded to a supergroup chat';
    server.fail('sendMessage', { kind: 'error', code: 400, description: moved, parameters: { migrate_to_chat_id: -1_005 } });
    server.say(7, '你好', { in: group });
    await server.until(() => server.sent(-1_005).length === 2);
    expect(tries(setting, -5)).toBe(1);
    expect(failures(setting)).toEqual([]);
  });
});

describe('mark-up that Telegram cannot read', () => {
  const unreadable = {
    kind: 'error',
    code: 400,
    description: 'Bad Request: can\'t parse entities: Unsupported start tag "秘密" at byte offset 7',
  } as const;

  it('is sent once more as plain text', async () => {
    const setting = await startSetting();
    setting.server.fail('sendMessage', unreadable);
    setting.server.say(7, '先别付 <钱>');
    const [message] = await setting.server.person(7).hears();
    expect(message).toMatchObject({ text: '⚪ 先别付 <钱>', isPlain: true });
  });

  it('is not tried a third time, and the journal does not repeat what was said', async () => {
    const setting = await startSetting();
    setting.server.fail('sendMessage', unreadable, { times: 2 });
    setting.server.say(7, '你好');
    await setting.server.until(() => setting.journal.length === 1);
    expect(failures(setting)).toEqual([
      "delivering: TelegramFailure(markup): 400 Bad Request: can't parse entities: Unsupported start tag",
    ]);
    expect(tries(setting, 7)).toBe(2);
  });
});

describe('many people at once', () => {
  it('are all answered, each once and in order, at a rate that Telegram takes', async () => {
    const setting = await startSetting();
    const { server, clock } = setting;
    const people = Array.from({ length: 300 }, (_, at) => at + 1);
    const start = clock.now();
    for (const word of ['一', '二']) for (const person of people) server.say(person, word);
    await until(setting, (sent) => sent === 600);
    for (const person of people) expect(server.sent(person).map(({ text }) => text)).toEqual(['⚪ 一', '⚪ 二']);
    // Three hundred at once and then thirty a second.
    expect(clock.now() - start).toBeGreaterThanOrEqual(9_000);
    expect(failures(setting)).toEqual([]);
  });

  it('in one group are answered about once a second after the first few', async () => {
    const setting = await startSetting();
    const { server, clock } = setting;
    const group = server.group(-100);
    const start = clock.now();
    for (let person = 1; person <= 15; person += 1) server.say(person, `第${person}个`, { in: group });
    await until(setting, (sent) => sent === 15);
    expect(clock.now() - start).toBeGreaterThanOrEqual(9_000);
    expect(server.sent(-100).map(({ text }) => text)).toEqual(Array.from({ length: 15 }, (_, at) => `⚪ 第${at + 1}个`));
  });

  it('who wait for pictures that take long keep nobody else waiting', async () => {
    const setting = await startSetting();
    const { server, dialogue, clock } = setting;
    dialogue.script = async (event, responder) => {
      if (event.person === '7') await new Promise<void>((resolve) => clock.after(60_000, resolve));
      await responder.say(messageWith(`给${event.person}`));
    };
    server.say(7, '慢');
    for (let person = 8; person < 18; person += 1) server.say(person, '快');
    await server.until(() => server.sent().length === 10);
    expect(server.sent(7)).toEqual([]);
    await until(setting, (sent) => sent === 11);
    expect(server.sent(7)[0]?.text).toBe('⚪ 给7');
  });
});

describe('a dialogue that throws', () => {
  it('does not end the polling, and what it threw is named without its words', async () => {
    const setting = await startSetting();
    const { server, dialogue } = setting;
    const accept = dialogue.accept.bind(dialogue);
    dialogue.accept = (event, responder) => {
      if (event.person === '7') throw new RangeError('【样例贷】秘密');
      return accept(event, responder);
    };
    server.say(7, '【样例贷】秘密');
    server.say(8, '你好');
    await server.person(8).hears();
    expect(failures(setting)).toEqual(['answering: a handler threw RangeError']);
    await server.until(() => server.unconfirmed() === 0);
  });

  it('in a look-up does not end the polling either', async () => {
    const setting = await startSetting();
    setting.dialogue.lookUp = () => {
      throw new Error('秘密');
    };
    setting.server.person(7).type('95188');
    setting.server.say(8, '你好');
    await setting.server.person(8).hears();
    expect(failures(setting)).toEqual(['answering: a handler threw Error']);
  });
});

describe('something to be told', () => {
  it('comes without having been asked for', async () => {
    const { channel, server } = await startSetting();
    server.person(7);
    await channel.tell?.('7', bodyOf('改判了'));
    expect(server.sent(7)).toMatchObject([{ text: '⚪ 改判了', replyTo: null }]);
  });

  it('is dropped where nobody takes messages any more', async () => {
    const { channel, server } = await startSetting();
    server.person(7).block();
    await channel.tell?.('7', bodyOf('改判了'));
    expect(server.sent(7)).toEqual([]);
  });
});
