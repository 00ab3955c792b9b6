import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/dialogue/events.js';
import type { ConversationStore, ImageReading } from '../../src/dialogue/ports.js';
import type { ConversationState } from '../../src/dialogue/state.js';
import { createMemoryStore } from '../../src/store/memory.js';
import { forwarded, setStage, typed } from './stage.js';

const NOTICE = '【京东金融】您的亲属白条已严重逾期，今日不处理将上门。点击 jd-huankuan.example 协商。';
const OTHER = '【招商银行】您尾号1234的信用卡本期账单已出，请登录招商银行App还款。';

const picture = (load: () => Promise<Uint8Array> = async () => new Uint8Array(8)): Content => ({
  kind: 'image',
  image: { mediaType: 'image/png', size: 8, load },
  caption: '',
  forwarded: null,
});

describe('an update', () => {
  it('that is delivered twice is answered once', async () => {
    const stage = setStage();
    const event = stage.event(typed(NOTICE));
    stage.dialogue.accept(event, stage.responder);
    stage.dialogue.accept(event, stage.responder);
    await stage.dialogue.idle();
    expect(stage.said).toHaveLength(1);
    expect(stage.notes).toContainEqual({ kind: 'ignored', channel: 'test', why: 'duplicate' });
  });

  it('of another channel with the same number is another one', async () => {
    const stage = setStage();
    await stage.send(typed(NOTICE), { id: '7', channel: 'a' });
    await stage.send(typed(NOTICE), { id: '7', channel: 'b' });
    expect(stage.said).toHaveLength(2);
  });

  it('answers each person in the order of what they said', async () => {
    const stage = setStage();
    for (let turn = 0; turn < 10; turn += 1) {
      stage.accept(typed(`${NOTICE}${'急'.repeat(turn + 1)}`), { message: `first-${turn}`, conversation: 'a', person: 'a' });
      stage.accept(typed(`${OTHER}${'急'.repeat(turn + 1)}`), { message: `second-${turn}`, conversation: 'b', person: 'b' });
    }
    await stage.dialogue.idle();
    const order = stage.said.map(({ inReplyTo }) => inReplyTo ?? '');
    expect(order.filter((id) => id.startsWith('first'))).toEqual([...Array(10).keys()].map((turn) => `first-${turn}`));
    expect(order.filter((id) => id.startsWith('second'))).toEqual([...Array(10).keys()].map((turn) => `second-${turn}`));
  });
});

describe('several messages in a moment', () => {
  it('that were forwarded are answered as one, each named', async () => {
    const stage = setStage();
    stage.accept(forwarded(NOTICE));
    stage.accept(forwarded(OTHER));
    expect(stage.said).toHaveLength(0);
    await stage.dialogue.idle();
    expect(stage.said).toHaveLength(1);
    expect(stage.said[0]?.body.sections.find(({ id }) => id === 'each')?.lines).toHaveLength(2);
  });

  it('are not waited for when a notice was pasted', async () => {
    const stage = setStage();
    stage.accept(typed(NOTICE));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stage.said).toHaveLength(1);
  });

  it('are told apart from what their sender says about them', async () => {
    const stage = setStage();
    stage.accept(typed('我妈收到的'));
    stage.accept(forwarded(NOTICE));
    await stage.dialogue.idle();
    expect(stage.said).toHaveLength(1);
    expect(
      stage.said[0]?.body.sections.some(({ lines }) => lines.some((line) => line.some(({ text }) => text.includes('我来还')))),
    ).toBe(true);
  });
});

describe('when something goes wrong', () => {
  it('in the engine, the person gets a calm line and the log no words', async () => {
    const stage = setStage({
      textFromImage: {
        read: () => {
          throw new TypeError(`secret ${NOTICE}`);
        },
      },
    });
    expect(await stage.send(picture())).toContain('没能核对');
    expect(JSON.stringify(stage.notes)).not.toContain('京东');
    expect(stage.notes[0]).toMatchObject({ kind: 'failed', where: 'answering', error: expect.stringContaining('TypeError') });
    expect(await stage.send(typed(NOTICE))).toContain('京东');
  });

  it('in the store, checks go on without memory', async () => {
    const broken: ConversationStore = {
      read: () => Promise.reject(new Error('gone')),
      write: () => Promise.reject(new Error('gone')),
      erase: () => Promise.reject(new Error('gone')),
      export: () => Promise.reject(new Error('gone')),
    };
    const stage = setStage({ store: broken });
    expect(await stage.send(typed(NOTICE))).toContain('京东');
    expect(stage.notes.filter(({ kind }) => kind === 'failed')).toHaveLength(2);
  });

  it('on the way to the person, it is noted and nobody else waits', async () => {
    const stage = setStage();
    stage.dialogue.accept(stage.event(typed(NOTICE)), {
      say: () => Promise.reject(new Error('blocked')),
      working: () => undefined,
    });
    expect(await stage.send(typed(OTHER), { person: 'father', conversation: 'hall' })).not.toBe('');
    expect(stage.notes).toContainEqual(expect.objectContaining({ kind: 'failed', where: 'delivering' }));
  });

  it('with fetching a picture, that is said', async () => {
    const reader = { read: async (): Promise<ImageReading> => ({ kind: 'failed', why: 'no_text' }) };
    const stage = setStage({ textFromImage: reader });
    expect(await stage.send(picture(() => Promise.reject(new Error('404'))))).toContain('打不开');
    expect(await stage.send(picture())).toContain('没有看到文字');
  });
});

describe('work over a moment', () => {
  it('is shown, again and again, until it is done', async () => {
    let finish = (_: ImageReading): void => undefined;
    const stage = setStage({
      textFromImage: {
        read: () =>
          new Promise<ImageReading>((resolve) => {
            finish = resolve;
          }),
      },
    });
    stage.accept(picture());
    await stage.clock.turn(10_000);
    expect(stage.timesWorking()).toBeGreaterThanOrEqual(2);
    finish({ kind: 'read', notices: [{ text: NOTICE, sender: null, receivedAt: null, codes: [] }] });
    await stage.dialogue.idle();
    const shown = stage.timesWorking();
    await stage.clock.turn(20_000);
    expect(stage.timesWorking()).toBe(shown);
    expect(stage.said).toHaveLength(1);
  });
});

describe('a picture that takes long', () => {
  const waiting = () => {
    const finish: ((reading: ImageReading) => void)[] = [];
    return {
      finish: (reading: ImageReading): void => {
        for (const answer of finish) answer(reading);
      },
      textFromImage: { read: () => new Promise<ImageReading>((resolve) => void finish.push(resolve)) },
    };
  };

  it('gets one calm line while it is read, and its answer after that', async () => {
    const { finish, textFromImage } = waiting();
    const stage = setStage({ textFromImage });
    stage.accept(picture());
    await stage.clock.turn(60_000);
    expect(stage.said.map(({ body }) => body.headline)).toEqual(['还在看这张图，请再等一会儿']);
    finish({ kind: 'read', notices: [{ text: NOTICE, sender: null, receivedAt: null, codes: [] }] });
    await stage.dialogue.idle();
    expect(stage.said).toHaveLength(2);
    expect(stage.said[1]?.body).toHaveProperty('verdict');
  });

  it('gets none in a group where nobody spoke to the bot', async () => {
    const { finish, textFromImage } = waiting();
    const stage = setStage({ textFromImage }, { speakUpInGroups: true });
    stage.accept(picture(), { isGroup: true, isAddressed: false });
    await stage.clock.turn(60_000);
    expect(stage.said).toEqual([]);
    finish({ kind: 'failed', why: 'no_text' });
    await stage.dialogue.idle();
  });

  it('alone gets it: other slow work is only shown', async () => {
    const slow = { take: () => new Promise<'granted'>(() => undefined) };
    const stage = setStage({ limits: slow });
    stage.accept(forwarded(NOTICE));
    await stage.clock.turn(60_000);
    expect(stage.timesWorking()).toBeGreaterThan(2);
    expect(stage.said).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('holds no word and no number of a message', async () => {
    const written: ConversationState[] = [];
    const store = createMemoryStore();
    const stage = setStage({
      store: {
        ...store,
        write: (key, state, expiresAt) => {
          written.push(state);
          return store.write(key, state, expiresAt);
        },
      },
    });
    await stage.send(typed(NOTICE));
    await stage.send(typed('是 15400001111 发来的'));
    await stage.send(typed('我是他妈妈'));
    await stage.send(typed('王小明欠了三万，住在样例路9号'));
    expect(written.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(written)).not.toMatch(/逾期|huankuan|1540000|王小明|样例路|三万/);
  });

  it('is forgotten on request, and that is said truly', async () => {
    const stage = setStage();
    await stage.send(typed(NOTICE));
    expect(await stage.send({ kind: 'command', name: 'delete', argument: '' })).toContain('清掉了');
    expect(await stage.send({ kind: 'command', name: 'delete', argument: '' })).toContain('没有什么要删');
    expect(await stage.send(typed('是 15400001111 发来的'))).not.toContain('15400001111');
  });

  it('keeps a text for half an hour and no longer', async () => {
    const stage = setStage();
    await stage.send(typed(NOTICE));
    await stage.clock.turn(29 * 60_000);
    expect(await stage.send(typed('是 15400001111 发来的'))).toContain('又核了一遍');
    await stage.clock.turn(31 * 60_000);
    expect(await stage.send(typed('是 15400001111 发来的'))).toContain('请再发一次');
  });

  it('is one person’s own, in a group as well', async () => {
    const stage = setStage();
    const group = { isGroup: true, conversation: 'family' };
    await stage.send(typed(NOTICE), { ...group, person: 'aunt' });
    expect(await stage.send(typed('是 15400001111 发来的'), { ...group, person: 'uncle' })).not.toContain('又核了一遍');
  });
});

describe('in a group', () => {
  const group = { isGroup: true, conversation: 'family' };

  it('it is silent unless it is spoken to', async () => {
    const stage = setStage();
    expect(await stage.send(typed(NOTICE), { ...group, isAddressed: false })).toBe('');
    expect(await stage.send(typed(NOTICE), group)).toContain('京东');
  });

  it('it speaks up about a decisive fraud only when the operator lets it', async () => {
    const fraud = '【ETC】您的ETC已失效，请点击 etc-renew.example 重新认证，否则停用。';
    const quiet = setStage();
    expect(await quiet.send(typed(fraud), { ...group, isAddressed: false })).toBe('');
    const loud = setStage({}, { speakUpInGroups: true });
    expect(await loud.send(typed(fraud), { ...group, isAddressed: false })).toContain('诈骗');
    expect(await loud.send(typed('今晚吃什么'), { ...group, isAddressed: false })).toBe('');
    expect(await loud.send(typed(OTHER), { ...group, isAddressed: false })).toBe('');
  });

  it('it asks nobody what he owes', async () => {
    const stage = setStage();
    await stage.send(typed(NOTICE), group);
    const buttons = stage.said[0]?.body.question?.buttons.map(({ id }) => id) ?? [];
    expect(buttons.filter((id) => id.startsWith('i-am-'))).toEqual([]);
  });
});
