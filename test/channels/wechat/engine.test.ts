import { afterEach, expect, it } from 'vitest';
import { types } from 'wechaty';
import { createDialogue, type DialogueOptions } from '../../../src/dialogue/dialogue.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import { createMemoryStore } from '../../../src/store/memory.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { chatHistory, entry } from './payloads.js';
import { type WechatWorld, wechatWorldOver } from './wechat-world.js';

const SCAM = '【京东金融】您的亲属白条已严重逾期，今日不处理将上门。点击 jd-huankuan.top 协商减免，或加专员微信 jdzy0000';

const worlds: WechatWorld<Dialogue>[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.channel.stop();
});

/** The channel over the engine that people talk to, with a family in one room. */
async function withEngine(options: DialogueOptions = {}) {
  const world = await wechatWorldOver(
    (ports) => createDialogue({ registry: recordedRegistry, store: createMemoryStore(), textFromImage: null, ...ports }, options),
    { friendWord: '核一核' },
  );
  worlds.push(world);
  const anna = world.mocker.createContact({ name: '安娜' });
  const ben = world.mocker.createContact({ name: '阿本' });
  const family = world.mocker.createRoom({ memberIdList: [world.bot.id, anna.id, ben.id] });
  /** Says it, and gives what is answered until nothing more comes. */
  const answers = async (message: Parameters<WechatWorld['deliver']>[0]): Promise<string[]> => {
    const before = world.said().length;
    world.deliver(message);
    await world.clock.turn(60_000);
    return world
      .said()
      .slice(before)
      .map(({ text }) => text);
  };
  return { world, anna, ben, family, answers };
}

/** The number that stands for an answer. */
function numberOf(label: string, texts: readonly string[]): string {
  const number = new RegExp(`^(\\d+)\\. ${label}`, 'm').exec(texts.join('\n'))?.[1];
  if (number === undefined) throw new Error(`nothing offers ${label}`);
  return number;
}

it('checks a notice, and takes a number for what was done about it', async () => {
  const { anna, answers } = await withEngine();
  const verdict = await answers({ from: anna, text: SCAM });
  expect(verdict[0]).toMatch(/^🔴 .*很可能是诈骗/);
  expect(verdict[0]).toContain('京东金融客服 95118');
  expect(verdict[0]).toContain('jd-huankuan[.]top');
  const help = await answers({ from: anna, text: numberOf('转了钱', verdict) });
  expect(help[0]).toContain('报警 110');
});

it('asks for the number it came from, and takes it in the next message', async () => {
  const { anna, answers } = await withEngine();
  const [first = ''] = await answers({ from: anna, text: '【京东金融】您的白条已逾期12天，请尽快处理，以免影响征信。' });
  expect(first).toMatch(/^⚪/);
  const [second = ''] = await answers({ from: anna, text: '是 +85254000000 发来的' });
  expect(second).toMatch(/^🟠/);
});

it('writes a complaint by numbers, sends it as a file, and its words in messages of their own', async () => {
  const { world, anna, answers } = await withEngine();
  await answers({ from: anna, text: SCAM });
  let said = await answers({ from: anna, text: '怎么投诉' });
  said = await answers({ from: anna, text: numberOf('给机构本身的投诉信', said) });
  for (let questions = 0; world.mocker.cacheFileBoxPayload.size === 0 && questions < 6; questions += 1)
    said = await answers({ from: anna, text: '1' });
  const [file] = [...world.mocker.cacheFileBoxPayload.values()] as { name: string; base64: string }[];
  expect(file?.name).toMatch(/^[\w-]+\.html$/);
  expect(Buffer.from(file?.base64 ?? '', 'base64').toString()).toContain('<html');
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(said[0]).toContain('单独发在下一条');
  expect(said[1]).toContain('jd-huankuan[.]top');
});

it('checks merged messages, cards, and what is quoted', async () => {
  const { anna, ben, family, world, answers } = await withEngine();
  const text = chatHistory('群聊的聊天记录', [entry('骗子', SCAM)]);
  expect((await answers({ from: anna, type: types.Message.ChatHistory, text }))[0]).toContain('很可能是诈骗');
  world.mocker.puppet.messageUrl = async () => ({ title: '京东金融还款', description: '', url: 'https://jd-huankuan.top/a' });
  expect((await answers({ from: ben, type: types.Message.Url }))[0]).toContain('jd-huankuan[.]top');
  const quotation = `「阿本：${SCAM}」\n- - - - - - - - - - - - - - -\n@核一核\u2005是真的吗`;
  const [answer = ''] = await answers({ from: anna, room: family, text: quotation });
  expect(answer).toMatch(/^@安娜 🔴 .*很可能是诈骗/);
});

it('is silent in a room until it is spoken to, unless it may speak up about a fraud', async () => {
  const quiet = await withEngine();
  expect(await quiet.answers({ from: quiet.anna, room: quiet.family, text: SCAM })).toEqual([]);
  expect(quiet.world.journal).toMatchObject([{ kind: 'ignored', why: 'not_addressed' }]);
  expect(await quiet.answers({ from: quiet.anna, room: quiet.family, text: `@核一核 ${SCAM}` })).toHaveLength(1);
  const watchful = await withEngine({ speakUpInGroups: true });
  expect(await watchful.answers({ from: watchful.anna, room: watchful.family, text: '晚上吃什么' })).toEqual([]);
  const [warning = ''] = await watchful.answers({ from: watchful.anna, room: watchful.family, text: SCAM });
  expect(warning).toContain('很可能是诈骗');
});

it('greets a new friend, and answers a voice message with one line', async () => {
  const { world, anna, answers } = await withEngine();
  world.mocker.puppet.friendshipRawPayload = async (id: string) =>
    ({ id, type: types.Friendship.Receive, contactId: anna.id, hello: '找核一核', timestamp: 0 }) as never;
  world.mocker.puppet.emit('friendship', { friendshipId: 'f1' });
  await world.clock.turn(60_000);
  expect(world.said()).toHaveLength(1);
  expect(world.said()[0]?.text).toContain('核一核');
  expect(await answers({ from: anna, type: types.Message.Audio })).toEqual([expect.stringMatching(/^💬 .{5,40}$/)]);
});

it('puts nothing that anybody wrote into the lines of the operator', async () => {
  const { world, anna, family, answers } = await withEngine();
  await answers({ from: anna, text: SCAM });
  await answers({ from: anna, room: family, text: `@核一核 ${SCAM}` });
  const told = JSON.stringify([world.printed, world.journal]);
  expect(world.journal.length).toBeGreaterThan(1);
  for (const secret of ['京东', 'huankuan', 'jdzy', '安娜', anna.id, family.id]) expect(told).not.toContain(secret);
});
