import { describe, expect, it } from 'vitest';
import { types } from 'wechaty';
import type { OutgoingMessage } from '../../../src/dialogue/messages.js';
import type { Section } from '../../../src/reply/types.js';
import { bodyOf } from '../../scripted-dialogue.js';
import { answer } from './answering-dialogue.js';
import { type WechatWorld, wechatWorld } from './wechat-world.js';

const QUESTION = {
  text: '您转钱了吗？',
  buttons: [
    { id: 'i-paid', label: '我已经转钱' },
    { id: 'i-am-borrower', label: '我是借款人' },
  ],
};
const LETTER = {
  name: 'complaint.html',
  mediaType: 'text/html; charset=utf-8',
  text: '<!doctype html><html><head><title>信</title><style>p{}</style></head><body><h1>投诉信</h1><p>短信原文：&lt;点击 evil.example&gt;</p></body></html>',
};

/** A world in which everything that is written gets these answers, and a button its own id. */
async function answering(messages: readonly OutgoingMessage[], options: Parameters<typeof wechatWorld>[0] = {}) {
  const world = await wechatWorld(options);
  world.dialogue.script = ({ content }) => (content.kind === 'button' ? [answer({ headline: content.id })] : messages);
  const anna = world.mocker.createContact({ name: '安娜' });
  const ben = world.mocker.createContact({ name: '阿本' });
  const family = world.mocker.createRoom({ memberIdList: [world.bot.id, anna.id, ben.id] });
  return { world, anna, ben, family };
}

const textsTo = (world: WechatWorld, { id }: { readonly id: string }): string[] =>
  world
    .said()
    .filter(({ to }) => to === id)
    .map(({ text }) => text);

/** Says it, and waits for so many answers. */
async function ask(world: WechatWorld, message: Parameters<WechatWorld['deliver']>[0], answers = 1): Promise<void> {
  const before = world.said().length;
  world.deliver(message);
  await world.clock.until(() => world.said().length >= before + answers);
}

const kindsHeard = (world: WechatWorld): string[] => world.dialogue.events.map(({ content }) => content.kind);

describe('buttons', () => {
  it('are drawn as numbers, and a number chooses', async () => {
    const { world, anna } = await answering([answer({ question: QUESTION })]);
    await ask(world, { from: anna, text: '您已逾期' });
    expect(textsTo(world, anna)[0]).toBe('⚪ 收到\n\n您转钱了吗？\n回复数字就行：\n1. 我已经转钱\n2. 我是借款人');
    await ask(world, { from: anna, text: '２' });
    expect(textsTo(world, anna)[1]).toBe('⚪ i-am-borrower');
    await world.channel.stop();
  });

  it('belong to the person who was asked, in the place where it was', async () => {
    const { world, anna, ben, family } = await answering([answer({ question: QUESTION })]);
    await ask(world, { from: anna, room: family, text: '@核一核 您已逾期' });
    expect(textsTo(world, family)[0]).toContain('请先@我，再写上数字：\n1. 我已经转钱');
    world.dialogue.events.length = 0;
    await ask(world, { from: ben, room: family, text: '@核一核 1' });
    await ask(world, { from: anna, text: '1' });
    expect(kindsHeard(world)).toEqual(['text', 'text']);
    await ask(world, { from: anna, room: family, text: '@核一核\u20051' });
    expect(world.dialogue.events.at(-1)?.content).toEqual({ kind: 'button', id: 'i-paid' });
    await world.channel.stop();
  });

  it('are not pressed by numbers in a room that nobody says to the bot', async () => {
    const { world, anna, family } = await answering([answer({ question: QUESTION })]);
    await ask(world, { from: anna, room: family, text: '@核一核 您已逾期' });
    world.dialogue.script = () => [];
    world.deliver({ from: anna, room: family, text: '1' });
    await world.settle();
    expect(world.dialogue.events.at(-1)).toMatchObject({ isAddressed: false, content: { kind: 'text' } });
    await world.channel.stop();
  });

  it('cannot be chosen any more after half an hour', async () => {
    const { world, anna } = await answering([answer({ question: QUESTION })]);
    await ask(world, { from: anna, text: '您已逾期' });
    await world.clock.turn(31 * 60_000);
    await ask(world, { from: anna, text: '1' });
    expect(kindsHeard(world)).toEqual(['text', 'text']);
    await world.channel.stop();
  });
});

describe('what is to be copied', () => {
  it('comes as a message of its own, and its place says so', async () => {
    const copy: Section = {
      id: 'copy',
      title: '可以这样回复',
      numbered: false,
      lines: [[{ kind: 'copy', text: '请停止向我发送。\n我不是借款人。' }]],
    };
    const { world, anna } = await answering([answer({ sections: [copy] })]);
    await ask(world, { from: anna, text: '怎么回' }, 2);
    expect(textsTo(world, anna)).toEqual([
      '⚪ 收到\n\n可以这样回复\n单独发在下一条，长按就能复制。',
      '请停止向我发送。\n我不是借款人。',
    ]);
    await world.channel.stop();
  });
});

describe('documents', () => {
  it('are sent as files', async () => {
    const { world, anna } = await answering([answer({}, { document: LETTER })]);
    await ask(world, { from: anna, text: '写信' }, 2);
    const [file] = [...world.mocker.cacheFileBoxPayload.values()] as { name: string; base64: string }[];
    expect(file?.name).toBe('complaint.html');
    expect(Buffer.from(file?.base64 ?? '', 'base64').toString()).toBe(LETTER.text);
    await world.channel.stop();
  });

  it('are sent as text without anything to tap when the puppet takes no files', async () => {
    const { world, anna } = await answering([answer({}, { document: LETTER })]);
    world.mocker.puppet.messageSendFile = () => Promise.reject(new Error('not supported'));
    await ask(world, { from: anna, text: '写信' }, 2);
    expect(textsTo(world, anna)[1]).toBe('投诉信\n短信原文：<点击 evil[.]example>');
    await world.channel.stop();
  });
});

describe('in a room', () => {
  it('an answer mentions who asked', async () => {
    const { world, anna, family } = await answering([answer()]);
    await ask(world, { from: anna, room: family, text: '@核一核 您已逾期' });
    expect(textsTo(world, family)).toEqual(['@安娜 ⚪ 收到']);
    await world.channel.stop();
  });

  it.each(['http://evil.example', 'evil.example', '加我15421192826', '\u202e骗子'])(
    'an answer does not repeat the name %s',
    async (name) => {
      const { world, family } = await answering([answer()]);
      const eve = world.mocker.createContact({ name });
      await ask(world, { from: eve, room: family, text: '@核一核 您已逾期' });
      expect(textsTo(world, family)).toEqual(['⚪ 收到']);
      await world.channel.stop();
    },
  );
});

describe('a long answer', () => {
  it('is sent in parts, whole paragraphs first', async () => {
    const lines = Array.from({ length: 5 }, (_, at) => [{ kind: 'text' as const, text: `第${at}条${'字'.repeat(900)}` }]);
    const sections: Section[] = lines.map((line) => ({ id: 'help', title: '说明', lines: [line], numbered: false }));
    const { world, anna } = await answering([answer({ sections })]);
    await ask(world, { from: anna, text: '说说' }, 5);
    const texts = textsTo(world, anna);
    expect(texts.map((text) => [...text].length).every((length) => length <= 1800)).toBe(true);
    expect(texts.map((text) => text.match(/第\d条/g))).toEqual([['第0条'], ['第1条'], ['第2条'], ['第3条'], ['第4条']]);
    await world.channel.stop();
  });
});

describe('the account', () => {
  it('pauses like somebody who types, longer for a longer answer', async () => {
    const { world, anna } = await answering([answer()]);
    const asked = world.clock.now();
    await ask(world, { from: anna, text: '短' });
    const short = world.clock.now() - asked;
    world.dialogue.script = () => [answer({ headline: '字'.repeat(1000) })];
    const askedAgain = world.clock.now();
    await ask(world, { from: anna, text: '长' });
    expect(short).toBeGreaterThanOrEqual(1000);
    expect(world.clock.now() - askedAgain).toBeGreaterThan(short + 2000);
    await world.channel.stop();
  });

  it('holds answers back when a minute is full, and says so without saying what', async () => {
    const { world, anna, ben } = await answering([answer({}, {})], { limits: { perMinute: 2 } });
    for (const text of ['一', '二']) await ask(world, { from: anna, text });
    world.deliver({ from: ben, text: '三' });
    const asked = world.clock.now();
    await world.clock.turn(20_000);
    expect(textsTo(world, ben)).toEqual([]);
    expect(world.channel.health().since).toBeGreaterThanOrEqual(asked);
    expect(world.channel.health()).toMatchObject({
      state: 'degraded',
      detail: '1 answers wait: 2 messages in a minute are reached',
    });
    await world.clock.turn(60_000);
    expect(textsTo(world, ben)).toHaveLength(1);
    expect(world.channel.health()).toMatchObject({ state: 'up', detail: '' });
    await world.channel.stop();
  });

  it('sends no more in a day than it may, and is itself again the next day', async () => {
    const { world, anna } = await answering([answer()], { limits: { perDay: 2 } });
    for (const text of ['一', '二']) await ask(world, { from: anna, text });
    world.deliver({ from: anna, text: '三' });
    await world.clock.turn(20_000);
    expect(textsTo(world, anna)).toHaveLength(2);
    expect(world.dialogue.failures.map(String)).toEqual(['NotSentError: held back by day for too long']);
    expect(world.channel.health()).toMatchObject({
      state: 'degraded',
      detail: 'no answers leave: 2 messages in 24 hours are reached',
    });
    await world.clock.turn(24 * 3_600_000);
    await ask(world, { from: anna, text: '四' });
    expect(world.channel.health().state).toBe('up');
    await world.channel.stop();
  });

  it('lets nobody who asks a lot keep the others waiting', async () => {
    const { world, anna, ben } = await answering([answer()]);
    for (let at = 0; at < 20; at += 1) world.deliver({ from: anna, text: `${at}` });
    world.deliver({ from: ben, text: '我呢' });
    await world.clock.until(() => textsTo(world, ben).length > 0);
    expect(textsTo(world, anna).length).toBeLessThanOrEqual(2);
    await world.clock.turn(600_000);
    expect(textsTo(world, anna).length).toBe(7);
    expect(world.dialogue.failures.map(String)).toEqual(Array.from({ length: 13 }, () => 'NotSentError: too many answers wait'));
    await world.channel.stop();
  });
});

describe('when the channel stops', () => {
  it('the answers at work still leave, at once, and nothing more is heard', async () => {
    const { world, anna } = await answering([answer({ headline: '字'.repeat(1500) })]);
    world.deliver({ from: anna, text: '快' });
    await world.settle();
    let stopped = false;
    const stopping = world.channel.stop().then(() => {
      stopped = true;
    });
    world.deliver({ from: anna, text: '还在吗' });
    await world.clock.until(() => stopped, 1);
    await stopping;
    expect(textsTo(world, anna)).toHaveLength(1);
    expect(world.dialogue.events).toHaveLength(1);
    expect(world.channel.health()).toMatchObject({ state: 'down', detail: 'stopped' });
    await world.channel.stop();
  });

  it('it does not wait for answers that do not end', async () => {
    const { world, anna } = await answering([answer()]);
    world.mocker.puppet.messageSendText = () => new Promise(() => {});
    world.deliver({ from: anna, text: '快' });
    await world.settle();
    let stopped = false;
    void world.channel.stop().then(() => {
      stopped = true;
    });
    await world.clock.until(() => stopped);
    expect(world.printed).toContain('wechat: stopped with 1 answers unsent');
  });
});

it('puts nothing that anybody wrote into a line or an entry', async () => {
  const { world, anna } = await answering([answer({ question: QUESTION }, { document: LETTER })], { limits: { perMinute: 1 } });
  world.mocker.puppet.messageSendText = () => Promise.reject(new Error('发送“您的白条已逾期”失败 token abc123'));
  for (const type of [types.Message.Text, types.Message.Url, types.Message.ChatHistory])
    world.deliver({ from: anna, type, text: '您的白条已逾期' });
  await world.clock.turn(300_000);
  const told = JSON.stringify([world.printed, world.journal]);
  for (const secret of ['白条', '安娜', anna.id, 'abc123', '收到', '投诉']) expect(told).not.toContain(secret);
  await world.channel.stop();
});

it('tells somebody something without having been asked just now', async () => {
  const { world, anna } = await answering([]);
  const told = world.channel.tell?.(anna.id, bodyOf('改判了'));
  await world.clock.until(() => world.said().length > 0);
  await told;
  expect(textsTo(world, anna)).toEqual(['⚪ 改判了']);
  await world.channel.stop();
  await expect(world.channel.tell?.(anna.id, bodyOf('改判了'))).rejects.toThrow('not running');
});
