import { expect, it } from 'vitest';
import { types } from 'wechaty';
import { answer } from './answering-dialogue.js';
import { type WechatWorld, wechatWorld } from './wechat-world.js';

const { Friendship } = types;

/** A world that notes whose requests were accepted. */
async function friendly(friendWord: string | null) {
  const world = await wechatWorld({ friendWord });
  const accepted: string[] = [];
  const payloads = new Map<string, object>();
  world.mocker.puppet.friendshipRawPayload = async (id: string) => payloads.get(id) as never;
  world.mocker.puppet.friendshipAccept = async (id: string) => {
    accepted.push(id);
  };
  world.dialogue.script = ({ content }) => [answer({ headline: content.kind === 'join' ? '您好，我是核一核' : '收到' })];
  const befriend = (id: string, type: number, contactId: string, hello = ''): void => {
    payloads.set(id, { id, type, contactId, hello, timestamp: world.clock.now() });
    world.mocker.puppet.emit('friendship', { friendshipId: id });
  };
  return { world, accepted, befriend };
}

const texts = (world: WechatWorld): string[] => world.said().map(({ text }) => text);

it('accepts a request that holds the word, however it is written, and greets once', async () => {
  const { world, accepted, befriend } = await friendly('核一核');
  const anna = world.mocker.createContact({ name: '安娜' });
  befriend('f1', Friendship.Receive, anna.id, '你好，我想用 核一核 查短信');
  await world.settle();
  expect(accepted).toEqual([]);
  await world.clock.until(() => texts(world).length > 0);
  befriend('f2', Friendship.Confirm, anna.id);
  await world.clock.turn(60_000);
  expect(accepted).toEqual(['f1']);
  expect(world.said()).toEqual([{ to: anna.id, text: '⚪ 您好，我是核一核' }]);
  expect(world.dialogue.events).toMatchObject([
    { id: `join:${anna.id}`, person: anna.id, content: { kind: 'join' }, isGroup: false },
  ]);
  await world.channel.stop();
});

it.each([
  ['without the word', '核一核', '你好'],
  ['when the owner decides', null, '核一核'],
  ['when the word is empty', '', '你好'],
])('leaves a request %s', async (_, word, hello) => {
  const { world, accepted, befriend } = await friendly(word);
  befriend('f1', Friendship.Receive, world.mocker.createContact().id, hello);
  await world.clock.turn(60_000);
  expect(accepted).toEqual([]);
  expect(world.dialogue.events).toEqual([]);
  await world.channel.stop();
});

it('accepts everybody when told so', async () => {
  const { world, accepted, befriend } = await friendly('*');
  befriend('f1', Friendship.Receive, world.mocker.createContact().id);
  await world.clock.until(() => accepted.length > 0);
  await world.clock.turn(60_000);
  await world.channel.stop();
});

it('greets friends whom the owner accepted on the phone', async () => {
  const { world, befriend } = await friendly(null);
  befriend('f1', Friendship.Confirm, world.mocker.createContact().id);
  await world.clock.until(() => texts(world).length > 0);
  await world.channel.stop();
});

it('says nothing more than the greeting to somebody who has not written', async () => {
  const { world, befriend } = await friendly(null);
  world.dialogue.script = () => [answer({ headline: '一' }), answer({ headline: '二' })];
  befriend('f1', Friendship.Confirm, world.mocker.createContact().id);
  await world.clock.turn(60_000);
  expect(texts(world)).toEqual(['⚪ 一']);
  expect(world.dialogue.failures).toHaveLength(1);
  await world.channel.stop();
});

it('says what it does when it is taken into a room, once, and not when others are', async () => {
  const { world } = await friendly(null);
  const anna = world.mocker.createContact({ name: '安娜' });
  const ben = world.mocker.createContact({ name: '阿本' });
  const family = world.mocker.createRoom({ memberIdList: [anna.id] });
  family.add(ben).by(anna);
  await world.settle();
  expect(world.dialogue.events).toEqual([]);
  family.add(world.bot).by(anna);
  family.add(world.bot).by(anna);
  await world.clock.until(() => texts(world).length > 0);
  expect(world.dialogue.events).toMatchObject([
    {
      id: `join:${family.id}`,
      person: anna.id,
      conversation: family.id,
      isGroup: true,
      isAddressed: true,
      content: { kind: 'join' },
    },
  ]);
  expect(world.said()).toEqual([{ to: family.id, text: '⚪ 您好，我是核一核' }]);
  await world.channel.stop();
});
