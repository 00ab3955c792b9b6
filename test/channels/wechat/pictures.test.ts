import { afterAll, beforeAll, expect, it } from 'vitest';
import { types } from 'wechaty';
import type { Content } from '../../../src/dialogue/events.js';
import { type WechatWorld, wechatWorld } from './wechat-world.js';

const { Message } = types;

let world: WechatWorld;
beforeAll(async () => {
  world = await wechatWorld({ limits: { imageBytes: 1000 } });
  world.dialogue.script = () => [];
});
afterAll(() => world.channel.stop());

async function picture(bytes: Uint8Array, payload: { type: number; filename?: string } = { type: Message.Image }) {
  const id = world.deliver({ from: world.mocker.createContact(), ...payload });
  world.mocker.cacheFileBoxPayload.set(id, {
    type: 1,
    name: 'a.jpg',
    base64: Buffer.from(bytes).toString('base64'),
  } as never);
  await world.settle();
  return world.dialogue.events.splice(0)[0]?.content as Extract<Content, { kind: 'image' }>;
}

it('fetches a picture when it is asked for, byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 999 }, (_, at) => at % 256);
  const { kind, image, caption } = await picture(bytes);
  expect([kind, caption]).toEqual(['image', '']);
  expect(new Uint8Array(await image.load())).toEqual(bytes);
});

it('takes a picture that is sent as a file for a picture', async () => {
  const sent = await picture(Uint8Array.of(1, 2, 3), { type: Message.Attachment, filename: '截图.PNG' });
  expect([...(await sent.image.load())]).toEqual([1, 2, 3]);
});

it('refuses a picture larger than the limit', async () => {
  await expect((await picture(new Uint8Array(1001))).image.load()).rejects.toThrow('more than 1000 bytes');
});

it('refuses a picture while it arrives when its size was not told or was a lie', async () => {
  let read = 0;
  const { image } = await picture(Uint8Array.of(1));
  world.mocker.puppet.messageFile = async () =>
    ({
      size: 10,
      async toStream() {
        return (async function* () {
          for (; ; read += 400) yield new Uint8Array(400);
        })();
      },
    }) as never;
  await expect(image.load()).rejects.toThrow('more than 1000 bytes');
  expect(read).toBeLessThan(2000);
});

it('gives up a picture that the puppet does not deliver', async () => {
  const { image } = await picture(Uint8Array.of(1));
  world.mocker.puppet.messageFile = () => new Promise(() => {});
  const loading = expect(image.load()).rejects.toThrow('not done in');
  await world.clock.turn(60_000);
  await loading;
});
