import { describe, expect, it } from 'vitest';
import type { ImageFile } from '../../../src/dialogue/events.js';
import { serverError, tooManyRequests } from './bot-api-server.js';
import { type Setting, startSetting } from './setting.js';
import { turnUntil } from './turn-until.js';

const PICTURE = new Uint8Array(3_000).fill(9);
const MEGABYTE = 1024 * 1024;

/** A started channel and a picture that came through it. */
async function withPicture(bytes = PICTURE, said?: number): Promise<{ setting: Setting; image: ImageFile }> {
  const setting = await startSetting();
  const size = said === undefined ? {} : { size: said };
  setting.server.person(7).sendFile(bytes, { mediaType: 'image/png', ...size });
  const [event] = await setting.events();
  if (event?.content.kind !== 'image') throw new Error('no picture');
  return { setting, image: event.content.image };
}

/** What becomes of loading it, while the clock turns. */
async function load({ setting, image }: { setting: Setting; image: ImageFile }): Promise<number | Error> {
  let outcome: number | Error | null = null;
  image.load().then(
    (bytes) => {
      outcome = bytes.byteLength;
    },
    (error: Error) => {
      outcome = error;
    },
  );
  await turnUntil(setting.clock, () => outcome !== null);
  if (outcome === null) throw new Error('nothing came of it');
  return outcome;
}

describe('a picture', () => {
  it.each([
    ['getFile', { kind: 'drop' } as const],
    ['getFile', serverError],
    ['getFile', tooManyRequests(3)],
    ['file', { kind: 'drop' } as const],
    ['file', serverError],
    ['file', { kind: 'hang' } as const],
  ])('is fetched all the same when %s fails once', async (method, fault) => {
    const picture = await withPicture();
    picture.setting.server.fail(method, fault);
    expect(await load(picture)).toBe(3_000);
  });

  it('can be fetched more than once', async () => {
    const picture = await withPicture();
    expect(await load(picture)).toBe(3_000);
    expect(await load(picture)).toBe(3_000);
  });

  it('that says that it is too large is not even asked for', async () => {
    const picture = await withPicture(PICTURE, 11 * MEGABYTE);
    expect(await load(picture)).toMatchObject({ name: 'TelegramFailure(refused)', message: 'the file is too large' });
    expect(picture.setting.server.calls('getFile')).toEqual([]);
  });

  it('that is larger than it says is not fetched to its end', async () => {
    const picture = await withPicture(new Uint8Array(12 * MEGABYTE), 1_000);
    expect(await load(picture)).toMatchObject({ name: 'TelegramFailure(refused)', message: 'the file is too large' });
  });

  it('that nobody has any more fails without the address', async () => {
    const picture = await withPicture();
    picture.setting.server.fail('file', { kind: 'error', code: 404, description: 'Not Found' });
    expect(await load(picture)).toMatchObject({ name: 'TelegramFailure(refused)', message: '404 for a file' });
  });

  it('is not read from the disk of a Bot API server in local mode', async () => {
    const { setting, image } = await withPicture();
    setting.server.placeFiles('/etc/');
    expect(await load({ setting, image })).toMatchObject({ message: 'the file has no address' });
  });

  it('is given up after a while, and at once when the channel stops', async () => {
    const { setting, image } = await withPicture();
    setting.server.fail('file', { kind: 'hang' }, { times: 9 });
    expect(await load({ setting, image })).toMatchObject({ message: 'no answer in 60 s' });
    const loading = image.load().catch((error: Error) => error.message);
    await setting.server.until(() => setting.server.calls('file').length >= 2);
    await setting.channel.stop();
    expect(await loading).toBe('the channel was stopped');
  });
});
