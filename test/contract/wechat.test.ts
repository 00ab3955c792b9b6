import { setTimeout as sleep } from 'node:timers/promises';
import { type payloads, types } from 'wechaty';
import { mock } from 'wechaty-puppet-mock';
import { systemClock } from '../../src/channels/system-clock.js';
import { createWechatChannel } from '../../src/channels/wechat/channel.js';
import { wordingIn } from '../../src/reply/wording.js';
import { recordedRegistry } from '../recorded-registry.js';
import { type ChannelUnderTest, describeChannel, type SeenMessage } from './channel.js';

/** The account speaks without the pauses of somebody who types. */
const LIMITS = {
  pause: { least: 0, chance: 0, perCharacter: 0, longest: 0 },
  perMinute: 1_000,
  silence: Number.MAX_SAFE_INTEGER,
};

/** What may be chosen stands below these words. */
const CHOOSE = '回复数字就行：';
const CHOICE = /^(\d+)\. (.+)$/gm;

const choicesIn = (text: string): RegExpExecArray[] => [...(text.split(CHOOSE)[1] ?? '').matchAll(CHOICE)];

let worlds = 0;

describeChannel({
  name: 'WeChat',
  make: async ({ dialogue, journal }): Promise<ChannelUnderTest> => {
    const mocker = new mock.Mocker();
    const bot = mocker.createContact({ name: '核一核' });
    mocker.use(() => {
      mocker.login(bot);
      return () => {};
    });
    const person = mocker.createContact({ name: '安娜' });
    const channel = createWechatChannel(
      {
        puppet: 'wechaty-puppet-mock',
        puppetOptions: { mocker },
        name: '',
        friendWord: null,
        session: null,
        limits: LIMITS,
      },
      {
        dialogue,
        clock: systemClock,
        journal,
        random: () => 0,
        print: () => undefined,
        wording: (language) => wordingIn(recordedRegistry(), language),
      },
    );
    await channel.start();
    worlds += 1;
    const world = worlds;
    let sent = 0;
    let last = '';

    const deliver = async (payload: Partial<payloads.Message>): Promise<void> => {
      sent += 1;
      last = `w${world}m${sent}`;
      mocker.MessageMock.create({
        id: last,
        talkerId: person.id,
        listenerId: bot.id,
        timestamp: systemClock.now(),
        type: types.Message.Text,
        ...payload,
      } as payloads.Message);
      mocker.puppet.emit('message', { messageId: last });
      // The mock takes several rounds of the event loop to bring a message; one after the other, as networks do.
      await sleep(20);
    };
    const say = (text: string): Promise<void> => deliver({ text });
    const said = (): payloads.Message[] => [...mocker.cacheMessagePayload.values()].filter(({ talkerId }) => talkerId === bot.id);
    const fileOf = (id: string): SeenMessage['document'] => {
      const file = mocker.cacheFileBoxPayload.get(id) as { readonly name: string; readonly base64: string } | undefined;
      return file ? { name: file.name, text: Buffer.from(file.base64, 'base64').toString('utf8') } : null;
    };
    const shown = ({ id, text = '' }: payloads.Message): SeenMessage => ({
      text,
      buttons: choicesIn(text).map((choice) => choice[2] ?? ''),
      document: fileOf(id),
      links: [],
    });
    return {
      channel,
      say,
      press: (label) => {
        const choice = said()
          .flatMap(({ text = '' }) => choicesIn(text))
          .findLast((one) => one[2] === label);
        return say(choice?.[1] ?? '');
      },
      sendUnsupported: () => deliver({ type: types.Message.Audio, filename: 'voice.sil' } as Partial<payloads.Message>),
      deliverAgain: async () => {
        mocker.puppet.emit('message', { messageId: last });
        await sleep(20);
      },
      seen: () => said().map(shown),
      workShown: null,
      close: async () => undefined,
    };
  },
});
