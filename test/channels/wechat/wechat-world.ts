import { type payloads, types } from 'wechaty';
import { mock } from 'wechaty-puppet-mock';
import type { Channel } from '../../../src/channels/types.js';
import { createWechatChannel } from '../../../src/channels/wechat/channel.js';
import type { WechatOptions } from '../../../src/channels/wechat/options.js';
import type { Clock, Journal, JournalEntry } from '../../../src/dialogue/ports.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import type { Language } from '../../../src/reply/types.js';
import { wordingIn } from '../../../src/reply/wording.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { type AnsweringDialogue, answeringDialogue } from './answering-dialogue.js';
import { type TurningClock, turningClock } from './turning-clock.js';

type Contact = ReturnType<mock.Mocker['createContact']>;
type Room = ReturnType<mock.Mocker['createRoom']>;

/** A WeChat with the bot's account, its friends and rooms, and the channel in it. */
export interface WechatWorld<Talk extends Dialogue = AnsweringDialogue> {
  readonly channel: Channel;
  readonly clock: TurningClock;
  readonly dialogue: Talk;
  readonly mocker: mock.Mocker;
  readonly bot: Contact;
  readonly printed: string[];
  readonly journal: JournalEntry[];
  /** Everything that the bot said so far, to whom it was said in front. */
  said(): { readonly to: string; readonly text: string }[];
  /** A message of any kind, as a puppet would deliver it. */
  deliver(
    payload: Partial<payloads.Message> & { readonly mentionIdList?: string[]; readonly from: Contact; readonly room?: Room },
  ): string;
  /** Lets the channel read what was delivered. */
  settle(): Promise<void>;
}

let ids = 0;

/** The mock answers a ding in real time, which does not pass on a clock that is turned. */
const PATIENT = { silence: Number.MAX_SAFE_INTEGER };

export const wordingOf = (language: Language) => wordingIn(recordedRegistry(), language);

/** Starts a channel on a mock puppet over a dialogue that answers as the test says; the account is logged in. */
export const wechatWorld = (options: Partial<WechatOptions> = {}): Promise<WechatWorld> =>
  wechatWorldOver(answeringDialogue, options);

/** The same over any dialogue. */
export async function wechatWorldOver<Talk extends Dialogue>(
  talk: (ports: { readonly clock: Clock; readonly journal: Journal }) => Talk,
  options: Partial<WechatOptions> = {},
): Promise<WechatWorld<Talk>> {
  const clock = turningClock();
  const mocker = new mock.Mocker();
  const bot = mocker.createContact({ name: '核一核' });
  mocker.use(() => {
    mocker.login(bot);
    return () => {};
  });
  const printed: string[] = [];
  const entries: JournalEntry[] = [];
  const journal: Journal = { note: (entry) => void entries.push(entry) };
  const dialogue = talk({ clock, journal });
  const channel = createWechatChannel(
    {
      puppet: 'wechaty-puppet-mock',
      puppetOptions: { mocker },
      name: '',
      friendWord: null,
      session: null,
      ...options,
      limits: { ...PATIENT, ...options.limits },
    },
    {
      dialogue,
      clock,
      journal,
      random: () => 0.5,
      print: (line) => printed.push(line),
      wording: wordingOf,
    },
  );
  await channel.start();

  const deliver: WechatWorld<Talk>['deliver'] = ({ from, room, ...rest }) => {
    ids += 1;
    const payload = {
      id: `m${ids}`,
      talkerId: from.id,
      timestamp: clock.now(),
      type: types.Message.Text,
      ...(room ? { roomId: room.id, mentionIdList: [] } : { listenerId: bot.id }),
      ...rest,
    } as payloads.Message;
    mocker.MessageMock.create(payload);
    mocker.puppet.emit('message', { messageId: payload.id });
    return payload.id;
  };

  return {
    channel,
    clock,
    dialogue,
    mocker,
    bot,
    printed,
    journal: entries,
    said: () =>
      [...mocker.cacheMessagePayload.values()]
        .filter(({ talkerId }) => talkerId === bot.id)
        .map(({ roomId, listenerId, text }) => ({ to: roomId ?? listenerId ?? '', text: text ?? '' })),
    deliver,
    // The mock puppet does no input or output, so nothing takes more than some rounds of the event loop.
    settle: async () => {
      for (let round = 0; round < 20; round += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
