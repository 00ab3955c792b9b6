import { describe, expect, it } from 'vitest';
import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { IncomingMessage } from './bot-api-server.js';
import { type Setting, startSetting } from './setting.js';

const NOTICE = '【样例贷】您已逾期，请今日处理 sample-repay.example';
const PICTURE = new Uint8Array(4_000).fill(7);
const SENT = 1_780_000_000;

/** The event that comes of what a person does. */
async function eventOf(act: (setting: Setting) => void): Promise<IncomingEvent> {
  const setting = await startSetting();
  act(setting);
  const [event] = await setting.events();
  if (!event) throw new Error('no event');
  return event;
}

/** How many events come of it, once a message after it has come through. */
async function eventsBefore(act: (setting: Setting) => void): Promise<IncomingEvent[]> {
  const setting = await startSetting();
  act(setting);
  setting.server.say(99, 'the last one');
  await setting.server.until(() => setting.dialogue.events.some(({ person }) => person === '99'));
  return setting.dialogue.events.filter(({ person }) => person !== '99');
}

describe('a message in private', () => {
  it('becomes an event with who, where, when and what', async () => {
    let message: IncomingMessage | undefined;
    const event = await eventOf(({ server }) => {
      message = server.say(7, NOTICE);
    });
    expect(event).toEqual({
      id: '1000',
      channel: 'telegram',
      person: '7',
      conversation: '7',
      isGroup: false,
      isAddressed: true,
      at: Number(message?.date) * 1_000,
      message: String(message?.message_id),
      album: null,
      isEdit: false,
      language: 'zh',
      content: { kind: 'text', text: NOTICE, forwarded: null },
      about: null,
    });
  });

  it.each([
    ['zh', 'zh'],
    ['zh-hant', 'zh'],
    ['zh-CN', 'zh'],
    ['en', 'en'],
    ['de', 'en'],
    [null, null],
  ] as const)('is in the language of the app: %s is %s', async (code, language) => {
    expect((await eventOf(({ server }) => server.person(7, code).say('hello'))).language).toBe(language);
  });

  it.each([
    ['a person', { type: 'user', sender_user: { id: 8, is_bot: false, first_name: 'B' }, date: SENT }],
    ['a person who hides', { type: 'hidden_user', sender_user_name: 'B', date: SENT }],
    ['a group', { type: 'chat', sender_chat: { id: -5, type: 'group', title: 'G' }, date: SENT }],
    ['a channel', { type: 'channel', chat: { id: -6, type: 'channel', title: 'C' }, message_id: 3, date: SENT }],
  ])('that was forwarded from %s says when it was sent', async (_, forwardedFrom) => {
    const { content } = await eventOf(({ server }) => server.say(7, NOTICE, { forwardedFrom }));
    expect(content).toEqual({ kind: 'text', text: NOTICE, forwarded: { sentAt: SENT * 1_000 } });
  });

  it('that was changed is an edit, at the time of the change', async () => {
    const events = await eventsBefore(({ server }) => {
      const person = server.person(7);
      person.edit(person.say('first'), 'second');
    });
    expect(events.map(({ isEdit }) => isEdit)).toEqual([false, true]);
    expect(events[1]).toMatchObject({ content: { text: 'second' }, message: events[0]?.message });
  });

  it('shows where a link really leads that says something else', async () => {
    const { content } = await eventOf(({ server }) =>
      server.say(7, '点京东官网还款', {
        entities: [{ type: 'text_link', offset: 1, length: 4, url: 'https://sample-repay.example/x' }],
      }),
    );
    expect(content).toMatchObject({ text: '点京东官网 https://sample-repay.example/x 还款' });
  });

  it('does not repeat a link that says where it leads', async () => {
    const { content } = await eventOf(({ server }) =>
      server.say(7, '去 Sample.example 看', {
        entities: [{ type: 'text_link', offset: 2, length: 14, url: 'http://sample.example/' }],
      }),
    );
    expect(content).toMatchObject({ text: '去 Sample.example 看' });
  });

  it('shows where the buttons below it lead', async () => {
    const buttons = [[{ text: '马上还款', url: 'https://sample-repay.example/y' }], [{ text: '不要', callback_data: 'n' }]];
    const { content } = await eventOf(({ server }) =>
      server.say(7, NOTICE, { fields: { reply_markup: { inline_keyboard: buttons } } }),
    );
    expect(content).toMatchObject({ text: `${NOTICE}\n马上还款 https://sample-repay.example/y` });
  });

  it('that answers another message is about that one', async () => {
    const events = await eventsBefore(({ server }) => {
      const person = server.person(7);
      person.say('这是真的吗', { replyTo: person.say(NOTICE) });
    });
    expect(events[1]?.about).toEqual({ kind: 'text', text: NOTICE, forwarded: null });
  });

  it('that answers a command is about what was said with it', async () => {
    const events = await eventsBefore(({ server }) => {
      const person = server.person(7);
      person.say('我是借款人', { replyTo: person.say(`/check ${NOTICE}`) });
    });
    expect(events[1]?.about).toEqual({ kind: 'text', text: NOTICE, forwarded: null });
  });

  it('that quotes from another chat is about what it quotes', async () => {
    const event = await eventOf(({ server }) =>
      server.say(7, '这是真的吗', {
        fields: {
          external_reply: { origin: { type: 'hidden_user', sender_user_name: 'B', date: SENT } },
          quote: { text: NOTICE, position: 0 },
        },
      }),
    );
    expect(event.about).toEqual({ kind: 'text', text: NOTICE, forwarded: { sentAt: SENT * 1_000 } });
  });
});

describe('pictures', () => {
  const loaded = async ({ content }: IncomingEvent): Promise<number> =>
    content.kind === 'image' ? (await content.image.load()).byteLength : -1;

  it('come with their caption, in the largest size, and are fetched when they are needed', async () => {
    const setting = await startSetting();
    setting.server.sendPhoto(7, PICTURE, { caption: '这条是真的吗' });
    const [event] = await setting.events();
    expect(event?.content).toMatchObject({
      kind: 'image',
      caption: '这条是真的吗',
      image: { mediaType: 'image/jpeg', size: 4_000 },
    });
    expect(setting.server.calls('getFile')).toEqual([]);
    expect(await loaded(event as IncomingEvent)).toBe(4_000);
  });

  it('come in the next size when the largest is larger than anybody needs', async () => {
    const event = await eventOf(({ server }) => server.sendPhoto(7, PICTURE, { size: 11 * 1024 * 1024 }));
    expect(event.content).toMatchObject({ image: { size: 20 } });
  });

  it('come as files too', async () => {
    const setting = await startSetting();
    setting.server.person(7).sendFile(PICTURE, { mediaType: 'image/png' });
    const [event] = await setting.events();
    expect(event?.content).toMatchObject({ kind: 'image', image: { mediaType: 'image/png', size: 4_000 } });
    expect(await loaded(event as IncomingEvent)).toBe(4_000);
  });

  it('of one album share its name', async () => {
    const events = await eventsBefore(({ server }) => {
      for (const _ of [1, 2]) server.sendPhoto(7, PICTURE, { fields: { media_group_id: 'album-1' } });
    });
    expect(events.map(({ album }) => album)).toEqual(['album-1', 'album-1']);
  });

  it('are what a message is about that answers one', async () => {
    const events = await eventsBefore(({ server }) => {
      const person = server.person(7);
      person.say('帮我看看', { replyTo: person.sendPhoto(PICTURE) });
    });
    expect(events[1]?.about).toMatchObject({ kind: 'image', image: { size: 4_000 } });
  });
});

describe('what holds nothing to check', () => {
  const file = { file_id: 'f', file_unique_id: 'f', duration: 1, width: 1, height: 1 };

  it.each([
    ['sticker', { sticker: { ...file, type: 'regular', is_animated: false, is_video: false } }],
    ['voice', { voice: file }],
    ['voice', { audio: file }],
    ['video', { video: file }],
    ['video', { video_note: { ...file, length: 1 } }],
    ['video', { animation: file, document: file }],
    ['file', { document: { ...file, mime_type: 'application/pdf' } }],
    ['location', { location: { latitude: 1, longitude: 1 } }],
    ['location', { location: { latitude: 1, longitude: 1 }, venue: { title: 'V', address: 'A' } }],
    ['contact', { contact: { phone_number: '15400000000', first_name: 'C' } }],
    ['other', { poll: { id: 'p', question: 'Q', options: [] } }],
    ['other', { dice: { emoji: '🎲', value: 1 } }],
  ])('is named: %s', async (what, content) => {
    expect((await eventOf(({ server }) => server.person(7).send(content))).content).toEqual({ kind: 'unsupported', what });
  });

  it('is its caption when it has one', async () => {
    const event = await eventOf(({ server }) => server.person(7).send({ video: file, caption: NOTICE }));
    expect(event.content).toEqual({ kind: 'text', text: NOTICE, forwarded: null });
  });

  it.each([
    ['who joined', { new_chat_members: [{ id: 8, is_bot: false, first_name: 'B' }] }],
    ['a new title', { new_chat_title: 'T' }],
    ['a pin', { pinned_message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' } } }],
  ])('is left out when Telegram only reports it: %s', async (_, content) => {
    expect(await eventsBefore(({ server }) => server.person(7).send(content))).toEqual([]);
  });
});

describe('commands', () => {
  it.each([
    ['/start', { kind: 'command', name: 'start', argument: '' }],
    ['/Lookup 95188', { kind: 'command', name: 'lookup', argument: '95188' }],
    ['/lookup@notice_check_bot  95188 ', { kind: 'command', name: 'lookup', argument: '95188' }],
    ['/check 第一行\n第二行', { kind: 'command', name: 'check', argument: '第一行\n第二行' }],
    ['/nonsense', { kind: 'command', name: 'nonsense', argument: '' }],
    ['/start lookup_95188', { kind: 'command', name: 'lookup', argument: '95188' }],
    ['/start help_already-paid', { kind: 'button', id: 'help:already-paid' }],
    ['/start somebody_else', { kind: 'command', name: 'start', argument: '' }],
  ])('are read: %s', async (text, content) => {
    expect((await eventOf(({ server }) => server.say(7, text))).content).toEqual(content);
  });

  it.each(['查一下 /lookup', '//start', '/中文', '1/2'])('are none in the middle or without a name: %s', async (text) => {
    expect((await eventOf(({ server }) => server.say(7, text))).content).toMatchObject({ kind: 'text', text });
  });

  it('are none in what was passed on', async () => {
    const forwardedFrom = { type: 'hidden_user', sender_user_name: 'B', date: SENT };
    const { content } = await eventOf(({ server }) => server.say(7, '/start', { forwardedFrom }));
    expect(content).toMatchObject({ kind: 'text', text: '/start' });
  });

  it('under a picture are no part of its caption', async () => {
    const { content } = await eventOf(({ server }) => server.sendPhoto(7, PICTURE, { caption: '/check 发件人 95000' }));
    expect(content).toMatchObject({ kind: 'image', caption: '发件人 95000' });
  });
});

describe('a group', () => {
  const inGroup = (say: (setting: Setting, group: ReturnType<Setting['server']['group']>) => void): Promise<IncomingEvent> =>
    eventOf((setting) => say(setting, setting.server.group(-100)));

  it('is one conversation of several people, who do not always mean the bot', async () => {
    const event = await inGroup(({ server }, group) => server.say(7, NOTICE, { in: group }));
    expect(event).toMatchObject({ person: '7', conversation: '-100', isGroup: true, isAddressed: false });
  });

  it.each(['@notice_check_bot 这是真的吗', '这是真的吗@notice_check_bot', '问@Notice_Check_Bot这是真的吗'])(
    'means the bot when it is named, and its name is no part of what is said: %s',
    async (text) => {
      const event = await inGroup(({ server }, group) => server.say(7, text, { in: group }));
      expect(event.isAddressed).toBe(true);
      expect(event.content).toMatchObject({ kind: 'text', text: expect.not.stringContaining('@') });
    },
  );

  it('means another when a longer name is named', async () => {
    const event = await inGroup(({ server }, group) => server.say(7, '@notice_check_bot_2 这是真的吗', { in: group }));
    expect(event.isAddressed).toBe(false);
  });

  it('means the bot when it is marked without its name', async () => {
    const event = await inGroup(({ server }, group) =>
      server.say(7, '核一核 这是真的吗', {
        in: group,
        entities: [{ type: 'text_mention', offset: 0, length: 3, user: { id: 4242, is_bot: true, first_name: 'N' } }],
      }),
    );
    expect(event.isAddressed).toBe(true);
  });

  it.each([
    ['/lookup 95188', true],
    ['/lookup@notice_check_bot 95188', true],
    ['/lookup@other_bot 95188', false],
    ['/ban somebody', false],
  ])('means the bot by its own commands: %s', async (text, isAddressed) => {
    expect((await inGroup(({ server }, group) => server.say(7, text, { in: group }))).isAddressed).toBe(isAddressed);
  });

  it('means the bot by an answer to it, which is then about nothing', async () => {
    const setting = await startSetting();
    const group = setting.server.group(-100);
    setting.server.say(7, '@notice_check_bot 你好', { in: group });
    await setting.server.until(() => setting.server.sent(-100).length === 1);
    const [answer] = setting.server.sent(-100);
    if (!answer) throw new Error('no answer');
    setting.server.say(8, '那怎么办', { in: group, replyTo: answer });
    const event = (await setting.events(2))[1];
    expect(event).toMatchObject({ isAddressed: true, about: null, content: { text: '那怎么办' } });
  });

  it('asks about the message of somebody else by answering it with the name', async () => {
    const events = await eventsBefore(({ server }) => {
      const group = server.group(-100);
      const message = server.say(8, NOTICE, { in: group });
      server.say(7, '@notice_check_bot', { in: group, replyTo: message });
    });
    expect(events[1]).toMatchObject({ isAddressed: true, content: { text: '' }, about: { kind: 'text', text: NOTICE } });
  });

  it('greets when the bot is put into it', async () => {
    const event = await inGroup(({ server }, group) => server.person(7).changeBot(group, 'left', 'member'));
    expect(event).toMatchObject({
      content: { kind: 'join' },
      conversation: '-100',
      isGroup: true,
      isAddressed: true,
      message: null,
    });
  });

  it('does not greet when the bot is thrown out, becomes an administrator, or is unblocked in private', async () => {
    const events = await eventsBefore(({ server }) => {
      const person = server.person(7);
      person.changeBot(server.group(-100), 'member', 'kicked');
      person.changeBot(server.group(-100), 'member', 'administrator');
      person.changeBot(person.chat, 'kicked', 'member');
    });
    expect(events).toEqual([]);
  });

  it('hears an anonymous administrator as the group itself', async () => {
    const event = await inGroup(({ server }, group) =>
      server.say(7, '@notice_check_bot 你好', {
        in: group,
        fields: { sender_chat: group, from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' } },
      }),
    );
    expect(event.person).toBe('-100');
  });
});

describe('nobody to answer', () => {
  const bot = { id: 555, is_bot: true, first_name: 'Other' };

  it.each([
    ['another bot', { from: bot }],
    ['nobody', { from: undefined }],
    ['the bot itself, through somebody', { via_bot: { id: 4242, is_bot: true, first_name: 'N' } }],
    ['a channel whose post was carried into its group', { is_automatic_forward: true, sender_chat: { id: -6, type: 'channel' } }],
    ['a channel', { chat: { id: -6, type: 'channel', title: 'C' } }],
  ])('is %s', async (_, fields) => {
    expect(await eventsBefore(({ server }) => server.say(7, NOTICE, { fields }))).toEqual([]);
  });

  it('is a channel that posts', async () => {
    const post = { message_id: 1, date: SENT, chat: { id: -6, type: 'channel', title: 'C' }, text: NOTICE };
    expect(await eventsBefore(({ server }) => void server.happen({ channel_post: post }))).toEqual([]);
  });
});
