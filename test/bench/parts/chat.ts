import { performance } from 'node:perf_hooks';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Telegraf } from 'telegraf';
import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import type { Registry } from '../../../src/registry/types.js';
import { type BotApiServer, startBotApiServer } from '../../channels/telegram/bot-api-server.js';
import {
  loadChecker,
  loadDataFiles,
  loadDialogue,
  loadMemoryStore,
  loadRegistry,
  loadSystemClock,
  loadTelegram,
  loadWording,
} from '../built.js';
import { againstGoal, figure, median } from '../figures.js';

/** Messages that each bot answers, one after the other; with the warm-up fewer than a bot may send at once. */
const EXCHANGES = 150;
/** Enough that both bots run compiled code. */
const WARM_UP = 140;
const CROWD = 300;
const CONVERSATIONS = 10_000;

const NOTICE = '【京东金融】您的亲属白条已严重逾期，今日不处理将上门。点击 jd-huankuan.example 协商，或加专员微信 lizi8866';

interface Bot {
  readonly server: BotApiServer;
  stop(): Promise<void>;
}

/** The least that a bot like ours can do: telegraf, one check, and the message sent back as it came. */
async function bareEcho(check: (text: string) => unknown): Promise<Bot> {
  const server = await startBotApiServer();
  const bot = new Telegraf(server.token, { telegram: { apiRoot: `${server.apiRoot}/` } });
  bot.on('text', (context) => {
    check(context.message.text);
    return context.reply(context.message.text);
  });
  void bot.launch().catch(() => undefined);
  await server.until(() => server.calls('getUpdates').length > 0);
  return {
    server,
    stop: async () => {
      bot.stop();
      await server.close();
    },
  };
}

async function engine(registry: Registry): Promise<Dialogue> {
  const [{ createDialogue }, { createMemoryStore }, { systemClock }] = await Promise.all([
    loadDialogue(),
    loadMemoryStore(),
    loadSystemClock(),
  ]);
  return createDialogue({
    registry: () => registry,
    store: createMemoryStore(),
    textFromImage: null,
    clock: systemClock,
    journal: { note: () => undefined },
  });
}

async function ourBot(registry: Registry): Promise<Bot> {
  const [{ createTelegramChannel }, { systemClock }, { wordingIn }] = await Promise.all([
    loadTelegram(),
    loadSystemClock(),
    loadWording(),
  ]);
  const server = await startBotApiServer();
  const channel = createTelegramChannel(
    { token: server.token, apiRoot: server.apiRoot, webhook: null },
    {
      dialogue: await engine(registry),
      clock: systemClock,
      journal: { note: () => undefined },
      wording: (language) => wordingIn(registry, language),
    },
  );
  await channel.start();
  await server.until(() => server.calls('getUpdates').length > 0);
  return {
    server,
    stop: async () => {
      await channel.stop();
      await server.close();
    },
  };
}

/** Milliseconds from a message to its answer. */
async function exchange({ server }: Bot, person: number): Promise<number> {
  const before = server.sent(person).length;
  const started = performance.now();
  server.say(person, NOTICE);
  await server.until(() => server.sent(person).length > before);
  return performance.now() - started;
}

/** Both bots by turns, so that a busy moment of the machine meets both. Everybody writes once, as strangers do. */
async function exchangesByTurns(a: Bot, b: Bot): Promise<readonly [number[], number[]]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let at = 0; at < WARM_UP + EXCHANGES; at += 1) {
    const first = await exchange(a, 1_000 + at);
    const second = await exchange(b, 1_000 + at);
    if (at < WARM_UP) continue;
    times[0].push(first);
    times[1].push(second);
  }
  return times;
}

async function crowdOf({ server }: Bot): Promise<number> {
  const before = server.sent().length;
  const started = performance.now();
  for (let person = 0; person < CROWD; person += 1) server.say(100_000 + person, NOTICE);
  await server.until(() => server.sent().length >= before + CROWD);
  return performance.now() - started;
}

async function converse(dialogue: Dialogue, from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += 1) {
    const event: IncomingEvent = {
      id: String(at),
      channel: 'bench',
      person: String(at),
      conversation: String(at),
      isGroup: false,
      isAddressed: true,
      at: Date.now(),
      message: null,
      album: null,
      isEdit: false,
      language: null,
      content: { kind: 'text', text: `${NOTICE}${at}`, forwarded: null },
      about: null,
    };
    dialogue.accept(event, { say: async () => undefined, working: () => undefined });
    if (at % 100 === 0) await dialogue.idle();
  }
  await dialogue.idle();
}

v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held after a collection, in MB: resident memory says more about the collector's laziness. */
function held(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** The chat: from an update to its answer over HTTP, a crowd at once, and memory over many conversations. */
export async function benchChat(): Promise<void> {
  const [{ createRegistry }, { readSnapshot }, { checkNotice }] = await Promise.all([
    loadRegistry(),
    loadDataFiles(),
    loadChecker(),
  ]);
  const registry = createRegistry(readSnapshot());
  console.log('chat: over HTTP, against a Bot API server in the same process');

  const bots = [await bareEcho((text) => checkNotice({ text }, registry)), await ourBot(registry)] as const;
  const [echo, ours] = await exchangesByTurns(...bots);
  for (const bot of bots) await bot.stop();
  console.log(`  bare telegraf echo with the check ${figure(median(echo))} ms, ours ${figure(median(ours))} ms`);
  console.log(againstGoal('ours / (echo + check)', median(ours) / median(echo), 1.5, 'at most', 'x'));

  // Another bot: the one before has used up what it may send at once.
  const rested = await ourBot(registry);
  const seconds = (await crowdOf(rested)) / 1_000;
  console.log(againstGoal(`${CROWD} people at once, until the last is answered`, seconds, 5, 'at most', ' s'));
  await rested.stop();

  const dialogue = await engine(registry);
  await converse(dialogue, 0, 2_000);
  const early = held();
  await converse(dialogue, 2_000, CONVERSATIONS);
  console.log(
    `  memory held: ${figure(early)} MB after 2,000 conversations, ${figure(held())} MB after ${2_000 + CONVERSATIONS}`,
  );
}
