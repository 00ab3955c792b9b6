import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { PuppetServer } from 'wechaty-puppet-service';
import { ChannelError } from '../../../src/channels/types.js';
import { createWechatChannel } from '../../../src/channels/wechat/channel.js';
import type { JournalEntry } from '../../../src/dialogue/ports.js';
import { answer, answeringDialogue } from './answering-dialogue.js';
import { turningClock } from './turning-clock.js';
import { wordingOf } from './wechat-world.js';

// The client keeps contacts under the home directory.
const home = mkdtempSync(join(tmpdir(), 'wechat-gateway-'));
const before = process.env.HOME;
beforeAll(() => {
  process.env.HOME = home;
});
afterAll(() => {
  process.env.HOME = before;
  rmSync(home, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });

const BOT = { id: 'bot', name: '核一核' };
const ANNA = { id: 'anna', name: '安娜' };

/** A gateway as a provider runs it: a puppet behind gRPC on this machine. */
async function startGateway(endpoint: string, token: string) {
  const mocker = new mock.Mocker();
  mocker.use(() => {
    mocker.login(bot);
    return () => {};
  });
  const server = new PuppetServer({ endpoint, token, puppet: new PuppetMock({ mocker }), tls: { disable: true } });
  await server.start();
  const bot = mocker.createContact(BOT);
  const anna = mocker.createContact(ANNA);
  const said = (): string[] =>
    [...mocker.cacheMessagePayload.values()].filter(({ talkerId }) => talkerId === BOT.id).map(({ text }) => text ?? '');
  return { server, said, write: (text: string) => anna.say(text).to(bot) };
}

async function throughGateway(token = `insecure_${randomUUID()}`) {
  const endpoint = `127.0.0.1:${await freePort()}`;
  const clock = turningClock(Date.now());
  const dialogue = answeringDialogue();
  const printed: string[] = [];
  const journal: JournalEntry[] = [];
  const channel = createWechatChannel(
    {
      puppet: 'wechaty-puppet-service',
      puppetOptions: { endpoint, token, tls: { disable: true } },
      name: 'shop',
      friendWord: null,
      session: null,
      limits: { oldestMessage: Number.MAX_SAFE_INTEGER },
    },
    {
      dialogue,
      clock,
      journal: { note: (entry) => journal.push(entry) },
      random: () => 0,
      print: (line) => printed.push(line),
      wording: wordingOf,
    },
  );
  // The gateway lives in real time: a ding is answered after a second, a start that fails gives up after five.
  const until = (isSo: () => boolean): Promise<void> => clock.until(isSo, 10);
  const stop = async (): Promise<void> => {
    let stopped = false;
    const stopping = channel.stop().then(() => {
      stopped = true;
    });
    await until(() => stopped);
    await stopping;
  };
  return { endpoint, token, channel, dialogue, clock, printed, journal, until, stop };
}

it('answers through a gateway, and again after the gateway was restarted', async () => {
  const { endpoint, token, channel, dialogue, printed, journal, until, stop } = await throughGateway();
  dialogue.script = ({ content }) => [answer({ headline: content.kind === 'text' ? `答：${content.text}` : '' })];
  const first = await startGateway(endpoint, token);
  await channel.start();
  await until(() => channel.health().state === 'up');
  first.write('一');
  await until(() => first.said().length > 0);
  expect(first.said()).toEqual(['⚪ 答：一']);
  expect(dialogue.events[0]).toMatchObject({ channel: 'wechat:shop', person: 'anna' });

  await first.server.stop();
  await until(() => channel.health().state === 'down');
  const second = await startGateway(endpoint, token);
  await until(() => channel.health().state === 'up');
  second.write('二');
  await until(() => second.said().length > 0);
  expect(second.said()).toEqual(['⚪ 答：二']);

  await stop();
  await second.server.stop();
  const told = JSON.stringify([printed, journal]);
  for (const secret of [token, token.slice(9), '答', '安娜', endpoint]) expect(told).not.toContain(secret);
});

it('delivers after a restart what could not leave before', async () => {
  const { endpoint, token, channel, dialogue, until, stop } = await throughGateway();
  const first = await startGateway(endpoint, token);
  await channel.start();
  await until(() => channel.health().state === 'up');
  let go = (): void => {};
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { accept } = dialogue;
  dialogue.accept = (event, responder) =>
    accept(event, { ...responder, say: async (message) => going.then(() => responder.say(message)) });
  first.write('在吗');
  await until(() => dialogue.events.length > 0);
  await first.server.stop();
  go();
  const second = await startGateway(endpoint, token);
  await until(() => second.said().length > 0);
  expect(second.said()).toEqual(['⚪ 收到']);
  expect(dialogue.failures).toEqual([]);
  await stop();
  await second.server.stop();
});

it('starts without its gateway and is there when the gateway is', async () => {
  const { endpoint, token, channel, until, stop, printed } = await throughGateway();
  let started = false;
  void channel.start().then(() => {
    started = true;
  });
  await until(() => started);
  expect(channel.health()).toMatchObject({ state: 'down' });
  expect(printed).toContain('wechat:shop: the gateway is lost; the bot is made anew: the gateway does not answer');
  const gateway = await startGateway(endpoint, token);
  await until(() => channel.health().state === 'up');
  await stop();
  await gateway.server.stop();
});

it('does not start with a token that no gateway can take, and does not show it', async () => {
  const { channel, until } = await throughGateway(randomUUID());
  let failure: unknown = null;
  void channel.start().catch((error: unknown) => {
    failure = error;
  });
  await until(() => failure !== null);
  expect(failure).toBeInstanceOf(ChannelError);
  expect(String(failure)).toBe(
    'ChannelError: WeChat: the puppet does not start: the token has no prefix; write it as insecure_<token>, here and at the gateway',
  );
});
