import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/channels/system-clock.js';
import type { Channel } from '../../src/channels/types.js';
import { createDialogue } from '../../src/dialogue/dialogue.js';
import type { IncomingEvent } from '../../src/dialogue/events.js';
import type { Responder } from '../../src/dialogue/messages.js';
import type { Journal, JournalEntry } from '../../src/dialogue/ports.js';
import type { Dialogue } from '../../src/dialogue/types.js';
import type { Line, ReplyBody } from '../../src/reply/types.js';
import { createMemoryStore } from '../../src/store/memory.js';
import { recordedRegistry } from '../recorded-registry.js';
import { bodyOf, messageOf, scriptedDialogue } from '../scripted-dialogue.js';

/** One message as a person sees it. */
export interface SeenMessage {
  /** The words as they are read, whatever markup they came in. */
  readonly text: string;
  /** Labels of what may be pressed or chosen. */
  readonly buttons: readonly string[];
  readonly document: { readonly name: string; readonly text: string } | null;
  /** Addresses that the message's markup makes tappable; what clients find in plain text by themselves is not meant. */
  readonly links: readonly string[];
}

/** A channel before a stand-in for its network: what a person does there in private, and what they see. */
export interface ChannelUnderTest {
  readonly channel: Channel;
  say(text: string): Promise<void>;
  /** Presses, or chooses by its number, what the last message offers in these words. */
  press(label: string): Promise<void>;
  /** Sends something that holds nothing to check. */
  sendUnsupported(): Promise<void>;
  /** The network delivers the last update once more; null where no network does that. */
  readonly deliverAgain: (() => Promise<void>) | null;
  /** What the person has seen since the conversation was opened. */
  seen(): readonly SeenMessage[];
  /** How often work was shown; null where no network shows it. */
  readonly workShown: (() => number) | null;
  /** Ends the stand-in; the channel is stopped by then. */
  close(): Promise<void>;
}

export interface ChannelContract {
  readonly name: string;
  /** Makes the channel over a dialogue and starts it. Its pauses and clocks must not outlast a test. */
  make(ports: { readonly dialogue: Dialogue; readonly journal: Journal }): Promise<ChannelUnderTest>;
}

const SCAM = '【京东金融】您的亲属白条已严重逾期，今日不处理将上门走访。点击 jd-jiejue.example 协商减免，或加专员微信 jdzy0000';

/**
 * What would be markup, a command to the terminal or a shout, if it were drawn as it stands; with what a person may see of
 * it. Some is well-formed, so that nothing but escaping keeps it from being drawn.
 */
const HOSTILE: readonly (readonly [what: string, words: string, shown: readonly string[]])[] = [
  ['HTML', '<b>粗</b> <a href="https://evil.example">看</a> &amp;', ['<b>粗</b>', '<ahref=', '看</a>', '&amp;']],
  ['broken HTML', '</code></pre><i>斜 <!-- <b', ['</code></pre><i>斜', '<!--<b']],
  ['Markdown', '[看](https://evil.example) *星* _线_ `码` ||藏||', ['[看](', '*星*', '_线_', '`码`', '||藏||']],
  ['a terminal', '\u001b[31m红\u001b]0;题\u0007\u202e反\u0008', ['红', '反']],
];

const WAITING = { timeout: 15_000, interval: 10 };

const squeezed = (text: string): string => text.replace(/[\s\u2060]+/g, '');

const text = (words: string): Line => [{ kind: 'text', text: words }];

const QUESTION = {
  text: '转过钱吗？',
  buttons: [
    { id: 'i-paid', label: '转了钱' },
    { id: 'nothing-yet', label: '都没有' },
  ],
};

const everyKind: ReplyBody = bodyOf('样样都有', {
  lead: [text('第一行')],
  sections: [
    {
      id: 'why',
      title: '为什么',
      numbered: true,
      lines: [
        [
          { kind: 'text', text: '引文：' },
          { kind: 'quote', text: '先转账' },
        ],
      ],
    },
    {
      id: 'contacts',
      title: '官方电话',
      numbered: false,
      lines: [[{ kind: 'official', text: '95118', dial: '95118' }], [{ kind: 'official', text: 'jd.com', host: 'jd.com' }]],
    },
    { id: 'copy', title: '可以这样回复', numbered: false, lines: [[{ kind: 'copy', text: '我不是借款人。\n请不要再联系。' }]] },
  ],
  question: QUESTION,
  footer: text('仅供参考'),
});

/** Places of the bodies below in which the words are read. */
const PLACES = 13;

const everywhere = (words: string): ReplyBody =>
  bodyOf(words, {
    lead: [text(words)],
    sections: [
      {
        id: 'why',
        title: words,
        numbered: true,
        lines: [[{ kind: 'quote', text: words }], [{ kind: 'copy', text: words }], [{ kind: 'text', text: words }]],
      },
    ],
    question: { text: words, buttons: [{ id: 'a', label: words }] },
    footer: text(words),
  });

/** In one place only: what a channel does to one piece must not hide what it leaves undone to another. */
const inOnePlace = (words: string): readonly ReplyBody[] => [
  bodyOf(words),
  bodyOf('一', { lead: [text(words)] }),
  bodyOf('二', { lead: [[{ kind: 'quote', text: words }]] }),
  bodyOf('三', { footer: text(words) }),
  bodyOf('四', { sections: [{ id: 'copy', title: '话', numbered: false, lines: [[{ kind: 'copy', text: words }]] }] }),
];

/** What every channel promises. The channel's own tests hold what only its network knows. */
export function describeChannel({ name, make }: ChannelContract): void {
  describe(`the ${name} channel`, () => {
    const journal: JournalEntry[] = [];
    const made: ChannelUnderTest[] = [];

    const over = async (dialogue: Dialogue): Promise<ChannelUnderTest> => {
      const under = await make({ dialogue, journal: { note: (entry) => void journal.push(entry) } });
      made.push(under);
      return under;
    };
    const overEngine = (): Promise<ChannelUnderTest> =>
      over(
        createDialogue({
          registry: recordedRegistry,
          store: createMemoryStore(),
          textFromImage: null,
          clock: systemClock,
          journal: { note: (entry) => void journal.push(entry) },
        }),
      );
    const overScript = async (act: (event: IncomingEvent, responder: Responder) => Promise<void> | void) => {
      const dialogue = scriptedDialogue(async (event, responder) => {
        if (event.content.kind !== 'join') await act(event, responder);
      });
      const spoken = (): IncomingEvent[] => dialogue.events.filter(({ content }) => content.kind !== 'join');
      return { dialogue, spoken, under: await over(dialogue) };
    };
    const answering = (body: ReplyBody) => overScript((event, responder) => responder.say(messageOf(body, event)));

    /** Waits until so many messages were seen, and answers with their words. */
    const seen = async (under: ChannelUnderTest, count: number): Promise<string[]> => {
      await vi.waitFor(() => expect(under.seen().length).toBeGreaterThanOrEqual(count), WAITING);
      return under.seen().map((message) => squeezed(message.text));
    };

    afterEach(async () => {
      journal.length = 0;
      for (const under of made.splice(0)) {
        await under.channel.stop();
        await under.close();
      }
    });

    it('is up when it answers, and down once it was stopped, however often', async () => {
      const { under } = await answering(everyKind);
      await under.say('请看看这一条');
      await seen(under, 1);
      expect(under.channel.health()).toMatchObject({ state: 'up', detail: '' });
      await under.channel.stop();
      await under.channel.stop();
      expect(under.channel.health().state).toBe('down');
    });

    it('hands over what was said, by whom and where', async () => {
      const { under, spoken } = await answering(everyKind);
      await under.say('【样例贷】第一条');
      await seen(under, 1);
      await under.say('【样例贷】第二条');
      await seen(under, 2);
      const [first, second] = spoken() as [IncomingEvent, IncomingEvent];
      expect(first.content).toEqual({ kind: 'text', text: '【样例贷】第一条', forwarded: null });
      expect(first).toMatchObject({ isGroup: false, isAddressed: true, isEdit: false });
      expect(first.channel.split(':')[0]).toBe(under.channel.name.split(':')[0]);
      expect(first.person).not.toBe('');
      expect([second.person, second.conversation]).toEqual([first.person, first.conversation]);
      expect(second.id).not.toBe(first.id);
      expect(second.at).toBeGreaterThanOrEqual(first.at);
    });

    it('answers a notice', async () => {
      const under = await overEngine();
      await under.say(SCAM);
      const [answer = ''] = await seen(under, 1);
      expect(answer).toContain('很可能是诈骗');
      expect(answer).toContain('95118');
    });

    it('answers in the order in which a person wrote', async () => {
      const under = await overEngine();
      for (const number of ['95188', '95118', '95588', '95555']) await under.say(`查 ${number}`);
      const answers = await seen(under, 4);
      expect(answers.map((answer) => /9\d{4}/.exec(answer)?.[0])).toEqual(['95188', '95118', '95588', '95555']);
    });

    it('shows that it is at work, where it can', async () => {
      const { under } = await overScript(async (event, responder) => {
        responder.working();
        const shown = made[0]?.workShown;
        if (shown) await vi.waitFor(() => expect(shown()).toBeGreaterThan(0), WAITING);
        await responder.say(messageOf(bodyOf('看完了'), event));
      });
      await under.say('请看看这一条');
      expect(await seen(under, 1)).toEqual([expect.stringContaining('看完了')]);
    });

    it('draws every kind of piece', async () => {
      const { under } = await answering(everyKind);
      await under.say('请看看这一条');
      await seen(under, 1);
      await vi.waitFor(
        () =>
          expect(
            under
              .seen()
              .map(({ text: words }) => words)
              .join('\n'),
          ).toContain('我不是借款人。'),
        WAITING,
      );
      const shown = squeezed(
        under
          .seen()
          .map(({ text: words }) => words)
          .join('\n'),
      );
      for (const words of [
        '样样都有',
        '第一行',
        '为什么',
        '1.',
        '先转账',
        '95118',
        'jd.com',
        '请不要再联系。',
        '转过钱吗？',
        '仅供参考',
      ])
        expect(shown).toContain(words);
      expect(under.seen().flatMap(({ buttons }) => buttons)).toEqual(['转了钱', '都没有']);
      for (const link of under.seen().flatMap(({ links }) => links)) expect(['https://jd.com', 'tel:95118']).toContain(link);
    });

    it('keeps the lines of words to copy', async () => {
      const { under } = await answering(everyKind);
      await under.say('请看看这一条');
      await vi.waitFor(
        () =>
          expect(
            under
              .seen()
              .map(({ text: words }) => words)
              .join('\n'),
          ).toMatch(/我不是借款人。\s*\n\s*请不要再联系。/),
        WAITING,
      );
    });

    it.each(HOSTILE)('lets nothing of a text become more than text: %s', async (_, words, expected) => {
      const bodies = [everywhere(words), ...inOnePlace(words)];
      const { under } = await overScript(async (event, responder) => {
        for (const body of bodies) await responder.say(messageOf(body, event));
      });
      await under.say('请看看这一条');
      const everything = (): string =>
        under
          .seen()
          .map(({ text: drawn, buttons }) => [drawn, ...buttons].join('\n'))
          .join('\n');
      await vi.waitFor(() => {
        const shown = squeezed(everything());
        for (const part of expected) expect(shown.split(part).length - 1).toBeGreaterThanOrEqual(PLACES);
      }, WAITING);
      const shown = everything();
      expect(shown.replaceAll('\n', '').replaceAll('\u2060', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(under.seen().flatMap(({ links }) => links)).toEqual([]);
    });

    it('hands over which button was pressed', async () => {
      const { under, spoken } = await answering(everyKind);
      await under.say('请看看这一条');
      await seen(under, 1);
      await vi.waitFor(() => expect(under.seen().flatMap(({ buttons }) => buttons)).toContain('都没有'), WAITING);
      await under.press('都没有');
      await vi.waitFor(() => expect(spoken()).toHaveLength(2), WAITING);
      expect(spoken()[1]?.content).toEqual({ kind: 'button', id: 'nothing-yet' });
      expect(spoken()[1]?.person).toBe(spoken()[0]?.person);
    });

    it('brings the document that comes with an answer', async () => {
      const document = { name: 'complaint-sample.html', mediaType: 'text/html', text: '<p>投诉信：请停止。</p>\n' };
      const { under } = await overScript((event, responder) =>
        responder.say({ ...messageOf(bodyOf('写好了'), event), document }),
      );
      await under.say('我要投诉');
      await vi.waitFor(() => expect(under.seen().flatMap((message) => message.document ?? [])).toHaveLength(1), WAITING);
      const [brought] = under.seen().flatMap((message) => message.document ?? []);
      expect(brought).toMatchObject({ name: document.name, text: document.text });
      expect(
        under
          .seen()
          .map(({ text: words }) => words)
          .join('\n'),
      ).toContain('写好了');
    });

    it('answers what it cannot read with one line, once', async () => {
      const under = await overEngine();
      await under.sendUnsupported();
      await seen(under, 1);
      await under.sendUnsupported();
      await under.say('查 95118');
      const answers = await seen(under, 2);
      expect(answers).toHaveLength(2);
      expect(answers[0]?.length).toBeLessThan(60);
      expect(answers[1]).toContain('95118');
    });

    it('answers once what was delivered twice', async () => {
      const under = await overEngine();
      await under.say('查 95188');
      await seen(under, 1);
      if (under.deliverAgain === null) return;
      await under.deliverAgain();
      await under.say('查 95118');
      expect(await seen(under, 2)).toEqual([expect.stringContaining('95188'), expect.stringContaining('95118')]);
    });

    it('lets work finish when it is stopped in the middle, and takes no more', async () => {
      let finish = (): void => undefined;
      const { under, spoken } = await overScript(async (event, responder) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        await responder.say(messageOf(bodyOf('看完了'), event));
      });
      await under.say('请看看这一条');
      await vi.waitFor(() => expect(spoken()).toHaveLength(1), WAITING);
      let isStopped = false;
      const stopping = under.channel.stop().then(() => {
        isStopped = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(isStopped).toBe(false);
      finish();
      await stopping;
      expect(under.seen().map((message) => squeezed(message.text))).toEqual([expect.stringContaining('看完了')]);
      await under.say('还有一条').catch(() => undefined);
      expect(spoken()).toHaveLength(1);
    });

    it('goes on when an answer could not be made', async () => {
      const { under } = await overScript((event, responder) => {
        if (event.content.kind === 'text' && event.content.text.includes('甲')) return;
        return responder.say(messageOf(bodyOf('看完了'), event));
      });
      await under.say('【甲】这一条没有回答');
      await under.say('【乙】这一条有');
      expect(await seen(under, 1)).toEqual([expect.stringContaining('看完了')]);
    });

    it('writes no word of a message and no name into the journal', async () => {
      const under = await overEngine();
      await under.say('【样例贷】蓝月亮专员请您加微信 lanyueliang0 处理，或致电 15400001234');
      await seen(under, 1);
      await under.sendUnsupported();
      await seen(under, 2);
      expect(journal.length).toBeGreaterThan(0);
      expect(JSON.stringify(journal)).not.toMatch(/蓝月亮|lanyueliang|样例贷|15400001234/);
    });
  });
}
