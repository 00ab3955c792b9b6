import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { impls } from 'wechaty';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { ChannelError } from '../../../src/channels/types.js';
import { createWechatChannel } from '../../../src/channels/wechat/channel.js';
import { drawQrCode } from '../../../src/channels/wechat/qr-code.js';
import { reasonOf } from '../../../src/channels/wechat/reason.js';
import { prepareSession } from '../../../src/channels/wechat/session.js';
import type {
  WechatyBot,
  WechatyEvents,
  WechatyFriendship,
  WechatyMessage,
  WechatyRoom,
} from '../../../src/channels/wechat/wechaty.js';
import { answeringDialogue } from './answering-dialogue.js';
import { turningClock } from './turning-clock.js';
import { wordingOf } from './wechat-world.js';

const channelWith = (puppet: string, session: string | null = null) =>
  createWechatChannel(
    { puppet, puppetOptions: {}, name: '', friendWord: null, session, limits: {} },
    {
      dialogue: answeringDialogue(),
      clock: turningClock(),
      journal: { note: () => {} },
      random: () => 0,
      print: () => {},
      wording: wordingOf,
    },
  );

/** What a shape promises to give, whatever it takes: what is handed back to wechaty always comes from wechaty. */
type Given<Shape> = Shape extends (...taken: never[]) => infer Result
  ? (...taken: never[]) => Given<Result>
  : Shape extends Promise<infer Value>
    ? Promise<Given<Value>>
    : Shape extends object
      ? { [Name in keyof Shape]: Given<Shape[Name]> }
      : Shape;

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('packages', () => {
  it('that are missing are named with the command that installs them', async () => {
    const failure = await failureOf(channelWith('wechaty-puppet-nowhere').start());
    expect(failure).toBeInstanceOf(ChannelError);
    expect(String(failure)).toBe(
      'ChannelError: WeChat needs the package wechaty-puppet-nowhere: run npm install wechaty-puppet-nowhere',
    );
  });

  it.each(['', '../evil.js', '/tmp/evil.js', 'file:///tmp/evil.js', 'a b', 'node:fs/../x'])(
    'are named, not given as a path: %s',
    async (puppet) => {
      expect(await failureOf(channelWith(puppet).start())).toBeInstanceOf(ChannelError);
    },
  );

  it('are not imported by the module itself', () => {
    const folder = new URL('../../../src/channels/wechat/', import.meta.url);
    const load = readFileSync(new URL('load.ts', folder), 'utf8');
    expect(load).not.toMatch(/from '(?:wechaty|file-box|wechaty-puppet)/);
  });

  it('that lack their settings say which', async () => {
    const failure = await failureOf(channelWith('wechaty-puppet-service').start());
    expect(String(failure)).toBe(
      'ChannelError: WeChat: the puppet does not start: no token is set; set the one of the puppet, such as WECHATY_PUPPET_SERVICE_TOKEN',
    );
  });

  it('have the shapes that this channel takes from them', () => {
    expectTypeOf<impls.WechatyInterface>().toExtend<Given<WechatyBot>>();
    expectTypeOf<impls.MessageInterface>().toExtend<Given<WechatyMessage>>();
    expectTypeOf<impls.RoomInterface>().toExtend<Given<WechatyRoom>>();
    expectTypeOf<impls.FriendshipInterface>().toExtend<Given<WechatyFriendship>>();
    expectTypeOf<keyof WechatyEvents>().toExtend<Parameters<impls.WechatyInterface['on']>[0]>();
  });
});

describe('the QR code', () => {
  it('is drawn so that it can be read again', async () => {
    const link = 'https://login.weixin.example/l/4fZ-_aB9cD==';
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
    const rows = (await drawQrCode(link)).replaceAll(/\u001b\[[\d;]*m/g, '').split('\n');
    const SCALE = 4;
    const width = rows[0]?.length ?? 0;
    const data = new Uint8ClampedArray(width * SCALE * rows.length * 2 * SCALE * 4).fill(255);
    for (let y = 0; y < rows.length * 2 * SCALE; y += 1)
      for (let x = 0; x < width * SCALE; x += 1) {
        const half = Math.floor(y / SCALE);
        const cell = rows[Math.floor(half / 2)]?.[Math.floor(x / SCALE)] ?? ' ';
        const isDark = cell === '█' || cell === (half % 2 === 0 ? '▀' : '▄');
        if (isDark) data.fill(0, (y * width * SCALE + x) * 4, (y * width * SCALE + x) * 4 + 3);
      }
    const image = { data, width: width * SCALE, height: rows.length * 2 * SCALE, colorSpace: 'srgb' };
    const [code] = await readBarcodes(image as Parameters<typeof readBarcodes>[0], { formats: ['QRCode'] });
    expect(code?.text).toBe(link);
    expect(rows.length).toBeLessThan(25);
  });
});

describe('the session', () => {
  it('is kept in a file that nobody else reads, and one that is there stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wechat-session-'));
    const path = join(folder, 'deeper', 'shop');
    await prepareSession(path);
    expect(statSync(`${path}.memory-card.json`).mode & 0o777).toBe(0o600);
    writeFileSync(`${path}.memory-card.json`, '{"a":1}');
    await prepareSession(path);
    expect(readFileSync(`${path}.memory-card.json`, 'utf8')).toBe('{"a":1}');
    const failure = await failureOf(prepareSession(join(`${path}.memory-card.json`, 'shop')));
    expect(failure).toBeInstanceOf(ChannelError);
    rmSync(folder, { recursive: true });
  });
});

describe('a reason', () => {
  it.each([
    ['14 UNAVAILABLE: connect ECONNREFUSED 10.0.0.1:8788', 'the gateway does not answer'],
    ['1 CANCELLED: Call cancelled', 'the connection to the gateway was cut'],
    ['16 UNAUTHENTICATED: token abc', 'the gateway refuses the token'],
    ['7 PERMISSION_DENIED: 您的白条已逾期', '7 PERMISSION_DENIED'],
    ['您的白条已逾期 insecure_8f3c', 'Error'],
  ])('never repeats what an error says: %s', (message, reason) => {
    expect(reasonOf(new Error(message))).toBe(reason);
  });

  it('is a code only when it looks like one', () => {
    expect(reasonOf(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }))).toBe('ETIMEDOUT');
    expect(reasonOf(Object.assign(new Error('x'), { code: 'secret token' }))).toBe('Error');
    expect(reasonOf('您的白条已逾期')).toBe('string');
    expect(reasonOf(null)).toBe('object');
  });
});
