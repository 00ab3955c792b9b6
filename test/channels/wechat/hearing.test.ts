import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { types } from 'wechaty';
import type { Content, IncomingEvent } from '../../../src/dialogue/events.js';
import { chatHistory, entry } from './payloads.js';
import { type WechatWorld, wechatWorld } from './wechat-world.js';

const { Message, Contact } = types;

let world: WechatWorld;
let anna: ReturnType<WechatWorld['mocker']['createContact']>;
let ben: typeof anna;
let family: ReturnType<WechatWorld['mocker']['createRoom']>;

beforeAll(async () => {
  world = await wechatWorld();
  world.dialogue.script = () => [];
  anna = world.mocker.createContact({ name: '安娜' });
  ben = world.mocker.createContact({ name: '阿本' });
  family = world.mocker.createRoom({ topic: '一家人', memberIdList: [world.bot.id, anna.id, ben.id] });
});
afterAll(() => world.channel.stop());
beforeEach(() => {
  world.dialogue.events.length = 0;
  world.journal.length = 0;
});

async function heard(
  message: Omit<Parameters<WechatWorld['deliver']>[0], 'from'> & { from?: typeof anna },
): Promise<IncomingEvent[]> {
  world.deliver({ from: anna, ...message });
  await world.settle();
  return world.dialogue.events.splice(0);
}

async function contentOf(message: Parameters<typeof heard>[0]): Promise<Content | undefined> {
  return (await heard(message))[0]?.content;
}

describe('in private', () => {
  it('takes a text as it was written, from whom and when', async () => {
    const [event] = await heard({ text: '【某某银行】请还款\n退订回T' });
    expect(event).toMatchObject({
      channel: 'wechat',
      person: anna.id,
      conversation: anna.id,
      isGroup: false,
      isAddressed: true,
      at: world.clock.now(),
      content: { kind: 'text', text: '【某某银行】请还款\n退订回T', forwarded: null },
      about: null,
    });
    expect(event?.message).toBe(event?.id);
  });

  it('takes times in seconds, as some puppets give them', async () => {
    const seconds = Math.floor(world.clock.now() / 1000);
    expect((await heard({ text: '在吗', timestamp: seconds }))[0]?.at).toBe(seconds * 1000);
  });

  it('takes /lookup and the like as commands', async () => {
    expect(await contentOf({ text: '/Lookup  95188 ' })).toEqual({ kind: 'command', name: 'lookup', argument: '95188' });
    expect(await contentOf({ text: '／delete' })).toEqual({ kind: 'command', name: 'delete', argument: '' });
    expect(await contentOf({ text: '/ 95188' })).toMatchObject({ kind: 'text' });
  });

  it('keeps the order of messages that come at once', async () => {
    const texts = ['一', '二', '三', '四', '五', '六'];
    for (const text of texts) world.deliver({ from: anna, text });
    await world.settle();
    expect(world.dialogue.events.map(({ content }) => (content as { text: string }).text)).toEqual(texts);
  });

  it('takes a card of an article or a link, with its address', async () => {
    world.mocker.puppet.messageUrl = async () => ({ title: '还款通知', description: '点击查看', url: 'https://a.example/1' });
    expect(await contentOf({ type: Message.Url, text: '<msg/>' })).toEqual({
      kind: 'link_card',
      title: '还款通知',
      description: '点击查看',
      url: 'https://a.example/1',
    });
  });

  it('reads a card itself when the puppet cannot', async () => {
    world.mocker.puppet.messageUrl = () => Promise.reject(new Error('not supported'));
    const text = '<msg><appmsg><title>公告</title><des>请看</des><url>https://b.example/?a=1&amp;b=2</url></appmsg></msg>';
    expect(await contentOf({ type: Message.Url, text })).toEqual({
      kind: 'link_card',
      title: '公告',
      description: '请看',
      url: 'https://b.example/?a=1&b=2',
    });
    expect(await contentOf({ type: Message.Url, text: 'no card' })).toEqual({ kind: 'unsupported', what: 'other' });
  });

  it('takes merged messages as a record, and what cannot be read of one as unsupported', async () => {
    const text = chatHistory('群聊的聊天记录', [entry('张三', '您有一笔欠款'), entry('李四', '真的吗')]);
    expect(await contentOf({ type: Message.ChatHistory, text })).toEqual({
      kind: 'chat_record',
      title: '群聊的聊天记录',
      lines: [
        { sender: '张三', text: '您有一笔欠款' },
        { sender: '李四', text: '真的吗' },
      ],
    });
    expect(await contentOf({ type: Message.ChatHistory, text: '[聊天记录]' })).toEqual({ kind: 'unsupported', what: 'other' });
  });

  it.each([
    [Message.Audio, 'voice'],
    [Message.Video, 'video'],
    [Message.Emoticon, 'sticker'],
    [Message.Attachment, 'file'],
    [Message.Location, 'location'],
    [Message.Contact, 'contact'],
    [Message.MiniProgram, 'mini_program'],
    [Message.RedEnvelope, 'transfer'],
    [Message.Transfer, 'transfer'],
    [Message.Post, 'other'],
    [Message.GroupNote, 'other'],
  ])('says of kind %s that it is %s', async (type, what) => {
    expect(await contentOf({ type })).toEqual({ kind: 'unsupported', what });
  });

  it('takes the words that stand for a red packet as a transfer', async () => {
    expect(await contentOf({ text: '收到红包，请在手机上查看' })).toEqual({ kind: 'unsupported', what: 'transfer' });
    expect(await contentOf({ text: '[收到一条微信转账消息，请在手机上查看]' })).toEqual({
      kind: 'unsupported',
      what: 'transfer',
    });
  });
});

describe('replies with a quotation', () => {
  const quoted = (sender: string, text: string, reply: string) =>
    `「${sender}：${text}」\n- - - - - - - - - - - - - - -\n${reply}`;

  it('are about the quoted message', async () => {
    const [event] = await heard({ text: quoted('阿本', '您已逾期\n点击 a.example', '是真的吗') });
    expect(event).toMatchObject({
      content: { kind: 'text', text: '是真的吗' },
      about: { kind: 'text', text: '您已逾期\n点击 a.example', forwarded: null },
    });
  });

  it('are about nothing when the bot itself is quoted', async () => {
    expect((await heard({ text: quoted('核一核', '很可能是诈骗', '为什么') }))[0]).toMatchObject({
      content: { kind: 'text', text: '为什么' },
      about: null,
    });
  });

  it('say that a quoted picture cannot be seen', async () => {
    expect((await heard({ text: quoted('阿本', '图片', '看看这个') }))[0]?.about).toEqual({ kind: 'unsupported', what: 'other' });
  });
});

describe('in a room', () => {
  const inRoom = (text: string, more: Parameters<typeof heard>[0] = {}) => heard({ room: family, text, ...more });

  it('hands over what is said to others as not said to it, and pictures not at all', async () => {
    for (const text of ['晚上吃什么', '@阿本\u2005 晚上吃什么', '/delete', '1']) {
      expect(await inRoom(text)).toMatchObject([{ isGroup: true, isAddressed: false, content: { kind: 'text', text } }]);
    }
    expect(await inRoom('', { type: Message.Image })).toEqual([]);
    expect(world.journal).toEqual([{ kind: 'ignored', channel: 'wechat', why: 'not_addressed' }]);
  });

  it.each([
    ['that the puppet knows', '@小核\u2005这是真的吗', true],
    ['of a phone', '@核一核\u2005这是真的吗', false],
    ['of a computer', '@核一核 这是真的吗', false],
    ['in the middle', '这是 @核一核\u2005真的吗', false],
    ['at the end', '这是真的吗@核一核', false],
  ])('hears a mention %s, and strips it', async (_, text, known) => {
    const [event] = await inRoom(text, known ? { mentionIdList: [world.bot.id] } : {});
    expect(event).toMatchObject({ person: anna.id, conversation: family.id, isGroup: true, isAddressed: true });
    expect(event?.content).toMatchObject({ kind: 'text', text: expect.stringMatching(/^这是 ?真的吗$/) });
  });

  it('does not take a longer name for its own', async () => {
    expect(await inRoom('@核一核二号 这是真的吗')).toMatchObject([{ isAddressed: false }]);
  });

  it('goes by the name that it has in the room', async () => {
    world.mocker.puppet.roomMemberRawPayload = async (_, id) => ({ id, name: '核一核', avatar: '', roomAlias: '防骗小核' });
    expect((await inRoom('@防骗小核\u2005在吗'))[0]?.content).toMatchObject({ text: '在吗' });
  });

  it('hears a mention below a quotation, and a quotation of its own words', async () => {
    const rule = '\n- - - - - - - - - - - - - - -\n';
    expect((await inRoom(`「阿本：请还款」${rule}@核一核 看看`))[0]).toMatchObject({
      content: { kind: 'text', text: '看看' },
      about: { kind: 'text', text: '请还款' },
    });
    expect((await inRoom(`「核一核：可疑」${rule}为什么`))[0]).toMatchObject({ content: { text: '为什么' }, about: null });
    expect(await inRoom(`「阿本：请还款」${rule}看看`)).toMatchObject([{ isAddressed: false, about: null }]);
  });
});

describe('leaves alone', () => {
  it.each(['weixin', 'filehelper', 'gh_3dfda90e39d6'])('what %s sends', async (id) => {
    const service = world.mocker.createContact({ id, name: '服务' });
    expect(await heard({ from: service, text: '您有一笔账单' })).toEqual([]);
  });

  it('what official accounts send', async () => {
    const shop = world.mocker.createContact({ name: '某某商城', type: Contact.Official });
    expect(await heard({ from: shop, text: '优惠' })).toEqual([]);
  });

  it('its own words', async () => {
    expect(await heard({ from: world.bot, listenerId: anna.id, text: '收到' } as never)).toEqual([]);
  });

  it('messages that were taken back, and kinds that nobody knows', async () => {
    expect(await heard({ type: Message.Recalled, text: '123' })).toEqual([]);
    expect(await heard({ type: Message.Unknown, text: '<sysmsg/>' })).toEqual([]);
  });

  it.each([
    '你已添加了安娜，现在可以开始聊天了。',
    '我通过了你的朋友验证请求，现在我们可以开始聊天了',
    '以上是打招呼的内容',
    '"安娜" 撤回了一条消息',
    '操作过于频繁，可稍后再试。',
  ])('the notice of the system: %s', async (text) => {
    expect(await heard({ text })).toEqual([]);
  });

  it('messages of before, which a log-in brings again', async () => {
    expect(await heard({ text: '昨天的', timestamp: world.clock.now() - 11 * 60_000 })).toEqual([]);
    expect(await heard({ text: '刚才的', timestamp: world.clock.now() - 9 * 60_000 })).toHaveLength(1);
  });
});

it('takes fifty messages at once from one place and no more, so that a flood drowns nobody', async () => {
  for (let at = 0; at < 200; at += 1) world.deliver({ from: ben, text: `${at}` });
  world.deliver({ from: anna, text: '我的' });
  await world.settle();
  const persons = world.dialogue.events.map(({ person }) => person);
  expect(persons.filter((person) => person === ben.id)).toHaveLength(50);
  expect(persons).toContain(anna.id);
});

it('goes on hearing when a message cannot be read', async () => {
  const broken = world.mocker.puppet.messageUrl;
  world.mocker.puppet.messageRawPayloadParser = async (payload: { text?: string }) => {
    if (payload.text === '坏了') throw new Error('坏了的消息原文');
    return payload as never;
  };
  world.deliver({ from: anna, text: '坏了' });
  expect(await contentOf({ text: '还在吗' })).toMatchObject({ text: '还在吗' });
  world.mocker.puppet.messageUrl = broken;
});

it('keeps texts, names and ids of people out of every line and entry', () => {
  const told = JSON.stringify([world.printed, world.journal]);
  for (const secret of ['逾期', '坏了', '安娜', anna.id, ben.id, family.id, world.bot.id]) expect(told).not.toContain(secret);
  expect(world.printed.length).toBeGreaterThan(0);
});
