import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../src/dialogue/messages.js';
import type { Section } from '../../../src/reply/types.js';
import { bodyOf } from '../../scripted-dialogue.js';
import { messageWith } from './personal-dialogue.js';
import { type Setting, startSetting } from './setting.js';

/** A setting whose dialogue answers everything with this. */
async function answering(message: Partial<OutgoingMessage>): Promise<Setting> {
  const setting = await startSetting();
  setting.dialogue.script = (_, responder) => responder.say({ ...messageWith('好'), ...message });
  return setting;
}

const paragraphs = (count: number): Section[] =>
  Array.from({ length: count }, (_, at) => ({
    id: 'help',
    title: `第 ${at} 段`,
    lines: [[{ kind: 'text', text: '字'.repeat(900) }]],
    numbered: false,
  }));

const QUESTION = {
  text: '您是谁？',
  buttons: [
    { id: 'i-am-borrower', label: '我是借款人' },
    { id: 'i-am-relative', label: '我是亲友' },
  ],
};

describe('an answer', () => {
  it('is a message with styles, without a preview of links', async () => {
    const { server } = await answering({ body: bodyOf('先别付 <b>钱 & 等等') });
    server.say(7, '你好');
    const [message] = await server.person(7).hears();
    expect(message).toMatchObject({ text: '⚪ 先别付 <b>钱 & 等等', linkPreview: false, replyTo: null, isPlain: false });
    expect(message?.entities).toEqual([{ type: 'bold', offset: 2, length: 13 }]);
  });

  it('points at the message that it names, in private too', async () => {
    const { server, dialogue } = await startSetting();
    dialogue.script = (event, responder) => responder.say({ ...messageWith('好'), inReplyTo: event.message });
    const said = server.say(7, '你好');
    expect((await server.person(7).hears())[0]?.replyTo).toBe(said.message_id);
  });

  it('points at the message in a group without being asked', async () => {
    const { server } = await answering({});
    const said = server.say(7, '你好', { in: server.group(-100) });
    await server.until(() => server.sent(-100).length === 1);
    expect(server.sent(-100)[0]?.replyTo).toBe(said.message_id);
  });

  it('comes all the same when the message is gone', async () => {
    const { server } = await answering({ inReplyTo: '5' });
    server.say(7, '你好');
    expect((await server.person(7).hears())[0]).toMatchObject({ text: '⚪ 好', replyTo: null });
  });

  it('stays in the topic of a forum', async () => {
    const { server, dialogue } = await startSetting();
    dialogue.script = (_, responder) => {
      responder.working();
      return responder.say(messageWith('好'));
    };
    server.say(7, '你好', { in: server.group(-100), fields: { is_topic_message: true, message_thread_id: 31 } });
    await server.until(() => server.sent(-100).length === 1);
    expect(server.sent(-100)[0]?.thread).toBe(31);
    expect(server.calls('sendChatAction')[0]?.payload).toMatchObject({ message_thread_id: 31 });
  });

  it('that is long comes in parts, in order, with the buttons below the last and the pointer at the first', async () => {
    const { server, dialogue } = await startSetting();
    const body = bodyOf('好', { sections: paragraphs(9), question: QUESTION });
    dialogue.script = (event, responder) => responder.say({ ...messageWith(''), body, inReplyTo: event.message });
    const said = server.say(7, '你好');
    const parts = await server.person(7).hears(3);
    expect(parts.map(({ text }) => text.length <= 4096)).toEqual([true, true, true]);
    expect(parts.map(({ buttons }) => buttons.length)).toEqual([0, 0, 1]);
    expect(parts.map(({ replyTo }) => replyTo)).toEqual([said.message_id, null, null]);
    expect(
      [
        ...parts
          .map(({ text }) => text)
          .join('')
          .matchAll(/第 (\d) 段/g),
      ]
        .map(([, at]) => at)
        .join(''),
    ).toBe('012345678');
  });

  it('shows that work goes on', async () => {
    const { server, dialogue } = await startSetting();
    dialogue.script = (_, responder) => responder.working();
    server.say(7, '你好');
    await server.until(() => server.calls('sendChatAction').length === 1);
    expect(server.calls('sendChatAction')[0]?.payload).toEqual({ chat_id: 7, action: 'typing' });
  });
});

describe('a file', () => {
  const DOCUMENT = { name: 'complaint-12378.html', mediaType: 'text/html', text: '<h1>投诉信</h1>' };

  it('comes with its answer below it', async () => {
    const { server } = await answering({ body: bodyOf('写好了', { question: QUESTION }), document: DOCUMENT });
    server.say(7, '投诉');
    const [message] = await server.person(7).hears();
    expect(message).toMatchObject({ text: '⚪ 写好了\n\n您是谁？', document: { name: DOCUMENT.name, text: DOCUMENT.text } });
    expect(message?.entities.map(({ type }) => type)).toEqual(['bold', 'bold']);
    expect(message?.buttons.flat().map(({ text }) => text)).toEqual(['我是借款人', '我是亲友']);
  });

  it('points at the message that it answers', async () => {
    const { server, dialogue } = await startSetting();
    dialogue.script = (event, responder) => responder.say({ ...messageWith('好'), document: DOCUMENT, inReplyTo: event.message });
    const said = server.say(7, '投诉');
    expect((await server.person(7).hears())[0]?.replyTo).toBe(said.message_id);
  });

  it('comes after an answer that does not fit below it', async () => {
    const { server } = await answering({
      body: bodyOf('写好了', { sections: paragraphs(2), question: QUESTION }),
      document: DOCUMENT,
    });
    server.say(7, '投诉');
    const [first, second] = await server.person(7).hears(2);
    expect(first).toMatchObject({ document: null, buttons: [] });
    expect(second).toMatchObject({ text: '写好了', document: { text: DOCUMENT.text } });
    expect(second?.buttons.flat()).toHaveLength(2);
  });

  it('keeps a name that could break out of its header from doing so', async () => {
    const { server } = await answering({ document: { ...DOCUMENT, name: 'a"\r\nx: y/../b.html' } });
    server.say(7, '投诉');
    expect((await server.person(7).hears())[0]?.document).toMatchObject({ name: 'a___x__y_.._b.html', text: DOCUMENT.text });
  });
});

describe('buttons', () => {
  const asking = async (): Promise<Setting> => {
    const setting = await startSetting();
    setting.dialogue.script = (event, responder) =>
      responder.say({ ...messageWith(event.content.kind, { question: QUESTION }), inReplyTo: event.message });
    return setting;
  };

  it('stop turning at once, and say what was pressed and about what', async () => {
    const { server, events } = await asking();
    const said = server.say(7, '【样例贷】请还款');
    const [asked] = await server.person(7).hears();
    const press = server.press(7, '我是借款人');
    const event = (await events(2))[1];
    expect(event).toMatchObject({
      person: '7',
      conversation: '7',
      isAddressed: true,
      message: String(asked?.message_id),
      content: { kind: 'button', id: 'i-am-borrower' },
      about: { kind: 'text', text: '【样例贷】请还款' },
    });
    expect(asked?.replyTo).toBe(said.message_id);
    await server.until(() => server.calls('answerCallbackQuery').length === 1);
    expect(server.calls('answerCallbackQuery')[0]?.payload).toEqual({ callback_query_id: press });
  });

  it('stop turning even while the dialogue is slow, and for somebody who was not asked', async () => {
    const { server, dialogue } = await asking();
    server.say(7, '你好', { in: server.group(-100) });
    await server.until(() => server.sent(-100).length === 1);
    dialogue.script = () => new Promise(() => undefined);
    server.press(8, '我是亲友');
    await server.until(() => server.calls('answerCallbackQuery').length === 1);
    await server.until(() => dialogue.events.length === 2);
    expect(dialogue.events[1]).toMatchObject({ person: '8', conversation: '-100', isGroup: true });
  });

  it('below a message that Telegram no longer shows are still pressed', async () => {
    const { server, events } = await asking();
    server.happen({
      callback_query: {
        id: 'p',
        from: server.person(7).user,
        chat_instance: '1',
        data: 'i-am-relative',
        message: { chat: server.person(7).chat, message_id: 3, date: 0 },
      },
    });
    expect((await events())[0]).toMatchObject({ content: { kind: 'button', id: 'i-am-relative' }, about: null });
  });

  it('below an inline result stop turning and lead nowhere', async () => {
    const { server, dialogue } = await asking();
    server.happen({
      callback_query: { id: 'p', from: server.person(7).user, chat_instance: '1', data: 'x', inline_message_id: 'i' },
    });
    await server.until(() => server.calls('answerCallbackQuery').length === 1);
    expect(dialogue.events).toEqual([]);
  });
});

describe('inline mode', () => {
  const resultsOf = async ({ server }: Setting): Promise<readonly Record<string, unknown>[]> => {
    await server.until(() => server.calls('answerInlineQuery').length === 1);
    return server.calls('answerInlineQuery')[0]?.payload.results as Record<string, unknown>[];
  };

  it('looks up what is typed, in the language of the person', async () => {
    const setting = await startSetting();
    setting.dialogue.found = bodyOf('查到了：95188 是支付宝的号码', { lead: [[{ kind: 'text', text: '来源：<官网>' }]] });
    const query = setting.server.person(7, 'en').type(' 95188 ');
    expect(await resultsOf(setting)).toEqual([
      {
        type: 'article',
        id: 'lookup',
        title: '⚪ 查到了：95188 是支付宝的号码',
        description: '来源：<官网>',
        input_message_content: {
          message_text: '⚪ <b>查到了：95188 是支付宝的号码</b>\n来源：&lt;官网&gt;',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        },
      },
    ]);
    expect(setting.dialogue.lookedUp).toEqual([['95188', 'en']]);
    expect(setting.server.calls('answerInlineQuery')[0]?.payload).toMatchObject({
      inline_query_id: query,
      cache_time: 60,
      is_personal: true,
    });
  });

  it('says how it is used while nothing is typed', async () => {
    const setting = await startSetting();
    setting.server.person(7).type(' ');
    const [usage] = await resultsOf(setting);
    expect(usage).toMatchObject({ id: 'usage', title: '查号码、网址或机构' });
    expect(JSON.stringify(usage)).toContain('@notice_check_bot');
    expect(setting.dialogue.lookedUp).toEqual([]);
  });

  it('offers no more than fits in one message', async () => {
    const setting = await startSetting();
    setting.dialogue.found = bodyOf('好', { sections: paragraphs(9) });
    setting.server.person(7).type('x');
    expect(await resultsOf(setting)).toHaveLength(1);
    expect(setting.journal).toEqual([]);
  });
});

describe('the menu', () => {
  it('is offered in Chinese, in English, and in English to everybody else', async () => {
    const { server } = await startSetting();
    const menus = server.calls('setMyCommands').map(({ payload }) => payload);
    expect(menus.map(({ language_code: code }) => code)).toEqual([undefined, 'en', 'zh']);
    const names = ['start', 'help', 'check', 'lookup', 'complain', 'language', 'privacy', 'delete'];
    for (const { commands } of menus) expect((commands as { command: string }[]).map(({ command }) => command)).toEqual(names);
    expect(menus[2]?.commands).toContainEqual({ command: 'check', description: '核对一条短信' });
    expect(menus[0]?.commands).toContainEqual({ command: 'check', description: 'Check a message' });
  });
});
