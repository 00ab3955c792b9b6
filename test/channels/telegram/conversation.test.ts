import { afterEach, describe, expect, it } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.js';
import { createDialogue } from '../../../src/dialogue/dialogue.js';
import type { JournalEntry, TextFromImage } from '../../../src/dialogue/ports.js';
import { wordingIn } from '../../../src/reply/wording.js';
import { createMemoryStore } from '../../../src/store/memory.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { type SentMessage, startBotApiServer } from './bot-api-server.js';
import { turnUntil } from './turn-until.js';

const SCAM = '【京东金融】您的亲属白条已严重逾期，今日不处理将上门走访。点击 jd-huankuan.top 协商减免，或加专员微信 jdzy0000';
const DUE = '【招商银行】您尾号1234的信用卡本期账单已出，请登录招商银行App还款。';
const ORIGIN = { type: 'hidden_user', sender_user_name: 'B', date: 1_780_000_000 };

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Reads the bytes of a picture as its text, in place of the engine that reads real ones. */
const textFromBytes: TextFromImage = {
  read: async (picture) => ({
    kind: 'read',
    notices: [{ text: Buffer.from(picture).toString('utf8'), sender: null, receivedAt: null, codes: [] }],
  }),
};

/** The whole bot but for its pictures: the engine, its records, and Telegram. */
async function openBot() {
  const registry = recordedRegistry();
  const server = await startBotApiServer();
  const clock = createManualClock(Date.UTC(2026, 5, 1, 2, 0, 0));
  const journal: JournalEntry[] = [];
  const note = (entry: JournalEntry): void => {
    journal.push(entry);
    server.lookAgain();
  };
  const dialogue = createDialogue({
    registry: () => registry,
    store: createMemoryStore(),
    textFromImage: textFromBytes,
    clock,
    journal: { note },
  });
  const open = () =>
    createTelegramChannel(
      { token: server.token, apiRoot: server.apiRoot, webhook: null },
      { dialogue, clock, journal: { note }, wording: (language) => wordingIn(registry, language) },
    );
  const channel = open();
  await channel.start();
  closing.push(async () => {
    await channel.stop();
    await server.close();
  });
  /** Settles when so many messages were sent to a chat, with the last of them. */
  const last = async (chat: number, count: number): Promise<SentMessage> => {
    await turnUntil(clock, () => server.sent(chat).length >= count);
    return server.sent(chat).at(-1) as SentMessage;
  };
  /** Settles when so many answers were delivered, in as many messages as they took. */
  const answered = (count: number): Promise<void> =>
    turnUntil(clock, () => journal.filter(({ kind }) => kind === 'answered').length >= count);
  return { server, clock, journal, channel, open, last, answered };
}

const wordsOf = ({ text, entities }: SentMessage, type: string): string[] =>
  entities.filter((entity) => entity.type === type).map(({ offset, length }) => text.slice(offset, offset + length));

/** What Telegram would let a reader open, besides the bot's own commands. */
const tappable = (message: SentMessage): string[] =>
  message.entities
    .filter(({ type }) => !['bold', 'italic', 'code', 'pre', 'bot_command'].includes(type))
    .map(({ offset, length }) => message.text.slice(offset, offset + length));

describe('somebody forwards a fraud', () => {
  it('and reads first what not to do, why, and the official number, which a tap copies', async () => {
    const { server, last } = await openBot();
    const forwarded = server.say(7, SCAM, { forwardedFrom: ORIGIN });
    const answer = await last(7, 1);
    expect(answer.text).toMatch(/^🔴 先别点链接.*很可能是诈骗\n/);
    expect(answer.replyTo).toBe(forwarded.message_id);
    expect(wordsOf(answer, 'italic').join()).toContain('jd-huankuan[.]top');
    expect(wordsOf(answer, 'code')).toContain('95118');
    expect(tappable(answer).filter((words) => words.includes('huankuan'))).toEqual([]);
  });

  it('and is asked one thing, answers by a button, and is told what follows from it', async () => {
    const { server, last } = await openBot();
    server.say(7, SCAM);
    const answer = await last(7, 1);
    const [button] = answer.buttons.flat();
    expect(answer.buttons.flat().length).toBeGreaterThan(1);
    server.press(7, button?.text ?? '');
    const next = await last(7, 2);
    expect(next.text).not.toBe(answer.text);
    expect(server.calls('answerCallbackQuery')).toHaveLength(1);
  });

  it('and several more in a moment, and gets one answer to all of them', async () => {
    const { server, last, clock } = await openBot();
    server.say(7, SCAM, { forwardedFrom: ORIGIN });
    server.say(7, DUE, { forwardedFrom: ORIGIN });
    const answer = await last(7, 1);
    expect(answer.text).toContain('京东');
    expect(answer.text).toContain('招商银行');
    await clock.turn(10_000);
    expect(server.sent(7)).toHaveLength(1);
  });

  it('as pictures of one album, and gets one answer to all of them', async () => {
    const { server, last } = await openBot();
    for (const text of [SCAM, DUE]) server.sendPhoto(7, Buffer.from(text), { fields: { media_group_id: 'a' } });
    const answer = await last(7, 1);
    expect(answer.text).toContain('诈骗');
    expect(server.calls('file')).toHaveLength(2);
  });

  it('in English, and is answered in English', async () => {
    const { server, last } = await openBot();
    server.person(7, 'en').say(`Is this real? ${SCAM}`);
    expect((await last(7, 1)).text).toMatch(/fraud|scam/i);
  });
});

describe('commands and links', () => {
  it('greet, and look up a number', async () => {
    const { server, last } = await openBot();
    server.say(7, '/start');
    expect((await last(7, 1)).text.length).toBeGreaterThan(10);
    server.say(7, '/start lookup_95188');
    expect((await last(7, 2)).text).toContain('95188');
    server.say(7, '/lookup@notice_check_bot 95118');
    expect((await last(7, 3)).text).toContain('95118');
  });

  it('look up while somebody types in another chat', async () => {
    const { server } = await openBot();
    server.person(7).type('95188');
    await server.until(() => server.calls('answerInlineQuery').length === 1);
    const results = server.calls('answerInlineQuery')[0]?.payload.results as { title: string }[];
    expect(results[0]?.title).toContain('95188');
  });

  it('lead from a notice to a letter, which comes to read, to copy and as a file', async () => {
    const { server, answered } = await openBot();
    server.say(7, SCAM);
    await answered(1);
    server.say(7, '/complain');
    for (let answers = 2; answers < 15; answers += 1) {
      await answered(answers);
      const [button] = server.sent(7).at(-1)?.buttons.flat() ?? [];
      if (server.sent(7).at(-1)?.document || !button) break;
      server.press(7, button.text);
    }
    const answer = server.sent(7).at(-1) as SentMessage;
    expect(answer.document?.name).toMatch(/\.html$/);
    expect(answer.document?.text).toContain('<!doctype html>');
    expect(server.sent(7).some(({ entities }) => entities.some(({ type }) => type === 'pre'))).toBe(true);
  });

  it('erase what is kept', async () => {
    const { server, last } = await openBot();
    server.say(7, SCAM);
    await last(7, 1);
    server.say(7, '/delete');
    expect((await last(7, 2)).text).toContain('删');
  });
});

describe('a group', () => {
  it('is answered when it asks, at the message that asks', async () => {
    const { server, last, journal } = await openBot();
    const group = server.group(-100);
    const notice = server.say(8, SCAM, { in: group });
    const asked = server.say(7, '@notice_check_bot 真的吗', { in: group, replyTo: notice });
    const answer = await last(-100, 1);
    expect(answer.text).toContain('诈骗');
    expect(answer.replyTo).toBe(asked.message_id);
    expect(journal).toContainEqual({ kind: 'ignored', channel: 'telegram', why: 'not_addressed' });
  });

  it('is greeted when the bot joins', async () => {
    const { server, last } = await openBot();
    server.person(7).changeBot(server.group(-100), 'left', 'member');
    expect((await last(-100, 1)).text.length).toBeGreaterThan(10);
  });
});

describe('what Telegram does to a bot', () => {
  it('delivering an update again, after a restart, gets one answer', async () => {
    const { server, channel, open, last } = await openBot();
    server.say(7, SCAM);
    await last(7, 1);
    await channel.stop();
    const message = { message_id: 101, date: 1, chat: server.person(7).chat, from: server.person(7).user, text: SCAM };
    server.happenAs(1_000, { message });
    server.say(7, DUE);
    const second = open();
    await second.start();
    expect((await last(7, 2)).text).toContain('招商银行');
    expect(server.sent(7)).toHaveLength(2);
    await second.stop();
  });

  it('a changed message that says the same gets no second answer', async () => {
    const { server, last, clock } = await openBot();
    const person = server.person(7);
    const said = person.say(SCAM);
    await last(7, 1);
    person.edit(said, `${SCAM}。`);
    await server.until(() => server.unconfirmed() === 0);
    await clock.turn(10_000);
    expect(server.sent(7)).toHaveLength(1);
  });

  it('three hundred people at once get an answer each', async () => {
    const { server, clock, journal } = await openBot();
    for (let person = 1; person <= 300; person += 1) server.say(person, `${SCAM}${person}`);
    await turnUntil(clock, () => server.sent().length === 300);
    expect(new Set(server.sent().map(({ chat }) => chat.id)).size).toBe(300);
    expect(journal.filter(({ kind }) => kind === 'failed')).toEqual([]);
  });
});
