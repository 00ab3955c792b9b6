import { describe, expect, it } from 'vitest';
import type { IncomingEvent } from '../../src/dialogue/events.js';
import type { Responder } from '../../src/dialogue/messages.js';
import { createScript, pictureOf, type ScriptOptions } from '../../src/testing/index.js';
import { bodyOf, messageOf, scriptedDialogue } from '../scripted-dialogue.js';

type Act = (event: IncomingEvent, responder: Responder) => Promise<void> | void;

const scriptOf = (act: Act, rest: Partial<ScriptOptions> = {}) =>
  createScript({ dialogue: () => scriptedDialogue(act), ...rest });

const CHOICE = {
  text: '转过钱吗？',
  buttons: [
    { id: 'i-paid', label: '转了钱' },
    { id: 'nothing-yet', label: '都没有' },
  ],
};

/** Says what it was sent, with two buttons. */
const echo: Act = (event, responder) =>
  responder.say(messageOf(bodyOf(`得到：${JSON.stringify(event.content)}`, { question: CHOICE }), event));

const errorOf = async (act: () => unknown): Promise<string> => {
  try {
    await act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
};

describe('what a script sends', () => {
  const seen = async (
    send: (chat: Awaited<ReturnType<typeof createScript>>) => Promise<void>,
    rest: Partial<ScriptOptions> = {},
  ) => {
    const dialogue = scriptedDialogue(echo);
    const chat = await createScript({ dialogue: () => dialogue, ...rest });
    await send(chat);
    return dialogue.events;
  };

  it('reaches the dialogue as a channel would hand it over', async () => {
    const [event] = await seen((chat) => chat.say('您好'), { language: 'en', now: '2026-11-21T08:00:00Z' });
    expect(event).toEqual({
      id: 'update-1',
      channel: 'script',
      person: 'me',
      conversation: 'me',
      isGroup: false,
      isAddressed: true,
      at: Date.parse('2026-11-21T08:00:00Z'),
      message: 'message-1',
      album: null,
      isEdit: false,
      language: 'en',
      content: { kind: 'text', text: '您好', forwarded: null },
      about: null,
    });
  });

  it('may be anything that people send', async () => {
    const events = await seen(async (chat) => {
      await chat.forward('转来的', { sentAt: '2026-11-20T09:00:00Z' });
      await chat.sendCard({ title: '题', url: 'https://a.example' });
      await chat.sendRecord({ lines: [{ sender: '甲', text: '话' }] });
      await chat.command('/Lookup 95188');
      await chat.sendUnsupported('voice');
      await chat.join();
      await chat.sendImage(pictureOf({ text: '图里的话' }), '看看', { album: 'a' });
    });
    expect(events.slice(0, 6).map(({ content }) => content)).toEqual([
      { kind: 'text', text: '转来的', forwarded: { sentAt: Date.parse('2026-11-20T09:00:00Z') } },
      { kind: 'link_card', title: '题', description: '', url: 'https://a.example' },
      { kind: 'chat_record', title: '', lines: [{ sender: '甲', text: '话' }] },
      { kind: 'command', name: 'lookup', argument: '95188' },
      { kind: 'unsupported', what: 'voice' },
      { kind: 'join' },
    ]);
    expect(events[6]).toMatchObject({ album: 'a', content: { kind: 'image', caption: '看看' } });
  });

  it('comes a moment after the one before, and at one moment when it is sent together', async () => {
    const events = await seen(async (chat) => {
      await chat.say('一');
      await chat.say('二');
      await chat.together(async () => {
        await chat.say('三');
        await chat.as('grandma').say('四');
      });
      await chat.turn({ minutes: 40 });
      await chat.say('五');
    });
    const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = events.map(({ at }) => at);
    expect(second).toBeGreaterThan(first);
    expect(fourth).toBe(third);
    expect(fifth - fourth).toBeGreaterThanOrEqual(40 * 60_000);
  });

  it('is addressed in a group only when it says so', async () => {
    const events = await seen(
      async (chat) => {
        await chat.say('闲聊');
        await chat.say('看看这个', { addressed: true, about: '别人的话' });
      },
      { group: true },
    );
    expect(events.map(({ isGroup, isAddressed, conversation }) => [isGroup, isAddressed, conversation])).toEqual([
      [true, false, 'group'],
      [true, true, 'group'],
    ]);
    expect(events[1]?.about).toEqual({ kind: 'text', text: '别人的话', forwarded: null });
  });

  it('keeps its id when it is delivered again, and its message when it is edited', async () => {
    const events = await seen(async (chat) => {
      await chat.say('一');
      await chat.deliverAgain();
      await chat.edit('二');
    });
    expect(events.map(({ id, message, isEdit }) => [id, message, isEdit])).toEqual([
      ['update-1', 'message-1', false],
      ['update-1', 'message-1', false],
      ['update-2', 'message-1', true],
    ]);
  });

  it('presses a button of the latest answer that has it, by label or by id', async () => {
    const events = await seen(async (chat) => {
      await chat.say('一');
      await chat.press('转了钱');
      await chat.press('nothing-yet');
    });
    expect(events.slice(1).map(({ content }) => content)).toEqual([
      { kind: 'button', id: 'i-paid' },
      { kind: 'button', id: 'nothing-yet' },
    ]);
  });
});

describe('waiting for answers', () => {
  it('turns the clock as far as the dialogue waits for more', async () => {
    const chat = await createScript({
      dialogue: ({ clock }) =>
        scriptedDialogue(
          (event, responder) =>
            new Promise((resolve) => {
              clock.after(1_500, () => resolve(responder.say(messageOf(bodyOf('等过了'), event))));
            }),
        ),
    });
    await chat.say('一');
    chat.expect({ contains: ['等过了'], messages: 1 });
  });

  it('leaves alone what falls due much later', async () => {
    let expired = false;
    const chat = await createScript({
      dialogue: ({ clock }) =>
        scriptedDialogue((event, responder) => {
          clock.after(30 * 60_000, () => {
            expired = true;
          });
          return responder.say(messageOf(bodyOf('好'), event));
        }),
    });
    await chat.say('一');
    expect(expired).toBe(false);
    await chat.turn({ minutes: 31 });
    expect(expired).toBe(true);
  });

  it('waits for work that takes real time', async () => {
    const chat = await scriptOf(async (event, responder) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      await responder.say(messageOf(bodyOf('读完了'), event));
    });
    await chat.say('一');
    chat.expect({ contains: ['读完了'] });
  });
});

describe('an expectation', () => {
  it('holds the answers to the last thing said, and no earlier ones', async () => {
    const chat = await scriptOf(echo);
    await chat.say('第一句');
    chat.expect({ contains: ['第一句'], lacks: ['第二句'], buttons: ['转了钱', 'nothing-yet'], messages: 1, verdict: null });
    await chat.say('第二句');
    chat.expect({ contains: ['第二句'], lacks: ['第一句'], document: false });
  });

  it('tells people apart', async () => {
    const chat = await scriptOf(echo);
    const grandma = chat.as('grandma');
    await grandma.say('奶奶的话');
    grandma.expect({ contains: ['奶奶的话'] });
    chat.expect({ nothing: true });
    expect(chat.as('grandma').answers).toHaveLength(1);
  });

  it('finds the file that comes with an answer', async () => {
    const document = { name: 'complaint.html', mediaType: 'text/html', text: '<p>投诉信</p>' };
    const chat = await scriptOf((event, responder) => responder.say({ ...messageOf(bodyOf('写好了'), event), document }));
    await chat.say('投诉');
    chat.expect({ document: true });
    chat.expect({ document: { name: 'complaint', contains: ['投诉信'] } });
    expect(await errorOf(() => chat.expect({ document: { name: 'police' } }))).toContain('a document police');
  });

  it.each([
    [{ contains: ['没有的话'] }, 'contains "没有的话"'],
    [{ lacks: ['得到'] }, 'lacks "得到"'],
    [{ buttons: ['没有的按钮'] }, 'button "没有的按钮"'],
    [{ buttons: [] }, 'no buttons'],
    [{ verdict: 'scam' }, 'verdict scam (it is none)'],
    [{ messages: 2 }, '2 messages (there are 1)'],
    [{ nothing: true }, 'no answer (there are 1)'],
    [{ document: true }, 'a document'],
  ] as const)('that fails names its part: %j', async (expectation, part) => {
    const chat = await scriptOf(echo);
    await chat.say('话');
    expect(await errorOf(() => chat.expect(expectation))).toContain(`✗ expected ${part}`);
  });

  it('of words that must not stand there fails when nothing was answered at all', async () => {
    const chat = await scriptOf(() => undefined);
    await chat.say('话');
    expect(await errorOf(() => chat.expect({ lacks: ['别的话'] }))).toContain('✗ expected an answer');
  });

  it('that fails shows the dialogue so far, with the places where it held and where it did not', async () => {
    const chat = await scriptOf((event, responder) => responder.say(messageOf(bodyOf('先别转账'), event)));
    await chat.forward('【样例贷】请还款\n今日截止');
    chat.expect({ contains: ['先别转账'] });
    await chat.turn({ hours: 2, minutes: 5 });
    await chat.sendUnsupported('voice');
    const message = await errorOf(() => chat.expect({ contains: ['先别转账', '听不了语音'] }));
    expect(message).toBe(
      [
        'expected contains "听不了语音"',
        '',
        'me: [forwarded] 【样例贷】请还款',
        '    今日截止',
        '',
        'bot: ⚪ 先别转账',
        '',
        '  ✓ an answer',
        '  ✓ contains "先别转账"',
        '',
        '(2 hours 5 minutes pass)',
        '',
        'me: [voice]',
        '',
        'bot: ⚪ 先别转账',
        '',
        '  ✓ an answer',
        '  ✓ contains "先别转账"',
        '  ✗ expected contains "听不了语音"',
        '',
      ].join('\n'),
    );
  });
});

it('a button that nobody offered cannot be pressed, and the dialogue says what there was', async () => {
  const chat = await scriptOf(echo);
  await chat.say('话');
  const message = await errorOf(() => chat.press('怎么投诉'));
  expect(message).toContain('no answer to me has a button "怎么投诉"');
  expect(message).toContain('［转了钱］');
});
