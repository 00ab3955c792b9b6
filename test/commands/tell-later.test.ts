import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/types.js';
import { tellWhatWaits } from '../../src/commands/tell-later.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { forwarded, setStage } from '../dialogue/stage.js';
import { recordedRegistry } from '../recorded-registry.js';
import { everythingIn } from '../store/written-down.js';

const NOTICE = '【招联金融】您的借款已逾期，请尽快致电95118处理。';
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const WHERE = { person: 'telegram-7788990011', conversation: 'chat-7788990011' };

let home: string;
let store: Store;
let told: { conversation: string; text: string }[];
const clock = createManualClock(Date.parse('2026-11-21T12:00:00+08:00'));

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'notice-check-'));
  store = await openStore({ home, databaseUrl: null, clock, key: null });
  told = [];
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const channel: Channel = {
  name: 'test',
  start: async () => {},
  stop: async () => {},
  health: () => ({ state: 'up', detail: '', since: 0 }),
  tell: async (conversation, body) => void told.push({ conversation, text: renderPlainText(body) }),
};

const tell = (channels: readonly Channel[] = [channel]) =>
  tellWhatWaits({ store, channels, registry: recordedRegistry, log: SILENT });

const stageWithMemory = () => setStage({ clock, store: store.conversations, feedback: store.feedback, inbox: store.inbox });

/** Somebody doubts a verdict, and presses this when asked whether to be told. */
async function doubt(answer: 'tell-me' | 'tell-me-not'): Promise<string> {
  const stage = stageWithMemory();
  await stage.send(forwarded(NOTICE), WHERE);
  expect(await stage.send({ kind: 'button', id: 'wrong' }, WHERE)).toContain('要不要告诉您');
  return stage.send({ kind: 'button', id: answer }, WHERE);
}

async function accept(): Promise<void> {
  const [review] = await store.feedback.list();
  await store.feedback.settle(review?.id ?? '', 'accepted');
}

describe('a verdict that an operator changes', () => {
  it('is told to who wanted to know, once, without the message', async () => {
    expect(await doubt('tell-me')).toContain('改判了我就在这里告诉您');
    await tell();
    expect(told).toEqual([]);
    await accept();
    await tell();
    await tell();
    expect(told).toHaveLength(1);
    expect(told[0]?.conversation).toBe(WHERE.conversation);
    expect(told[0]?.text).toContain('2026年11月21日您说判断错了的那条短信');
    expect(told[0]?.text).toContain('当时我说的是“可疑”');
    expect(told[0]?.text).not.toContain('招联');
  });

  it('is told to nobody who did not want to know', async () => {
    expect(await doubt('tell-me-not')).toContain('不打扰您');
    await accept();
    await tell();
    expect(told).toEqual([]);
  });

  it('is told later when the channel cannot tell it now', async () => {
    await doubt('tell-me');
    await accept();
    await tell([{ ...channel, tell: () => Promise.reject(new Error('away')) }]);
    await tell();
    expect(told).toEqual([]);
    await clock.turn(20 * 60_000);
    await tell();
    expect(told).toHaveLength(1);
  });

  it('keeps where to tell it unreadable in the file, and only until it is told', async () => {
    await doubt('tell-me');
    expect(everythingIn(home)).not.toContain('7788990011');
    await accept();
    await tell();
    expect(await store.feedback.export(JSON.stringify(['test', WHERE.person]))).toMatchObject([{ wants_to_be_told: 0 }]);
  });

  it('is promised to nobody when that could not be kept', async () => {
    const stage = stageWithMemory();
    await stage.send(forwarded(NOTICE), WHERE);
    expect(await stage.send({ kind: 'button', id: 'tell-me' }, WHERE)).toContain('没能记下来');
  });

  it('may be given its reason by a button', async () => {
    const stage = stageWithMemory();
    await stage.send(forwarded(NOTICE), WHERE);
    await stage.send({ kind: 'button', id: 'wrong' }, WHERE);
    expect(await stage.send({ kind: 'button', id: 'is-genuine' }, WHERE)).toContain('记下了');
    expect(await store.feedback.list()).toMatchObject([{ verdict: 'suspicious', reason: 'genuine' }]);
  });

  it('is not offered to be told in a group', async () => {
    const stage = stageWithMemory();
    await stage.send(forwarded(NOTICE), { ...WHERE, isGroup: true });
    expect(await stage.send({ kind: 'button', id: 'wrong' }, { ...WHERE, isGroup: true })).not.toContain('要不要告诉您');
  });
});

describe('a message whose worker died', () => {
  it('is asked for once more', async () => {
    const dead = await openStore({ home, databaseUrl: null, clock, key: null });
    const reach = { channel: 'test', conversation: WHERE.conversation, language: 'zh' } as const;
    await dead.inbox.take({ update: 'u', lane: 'l', reach });
    await dead.close();
    await clock.turn(60_000);
    await tell();
    await tell();
    expect(told).toMatchObject([{ conversation: WHERE.conversation, text: expect.stringContaining('请再发一次') }]);
  });
});

it('waits in peace while the memory is away', async () => {
  await store.close();
  await tell();
  expect(told).toEqual([]);
});
