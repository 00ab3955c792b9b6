import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/open-store.js';
import { openStore } from '../../src/store/open-store.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { forwarded, setStage, typed } from '../dialogue/stage.js';
import { everythingIn } from './written-down.js';

const START = Date.parse('2026-11-21T12:00:00+08:00');
const DAY = 24 * 3_600_000;
const SCAM = (name: string, host: string): string =>
  `【京东金融】${name}女士您好，您的亲属欧阳锦程白条已严重逾期，今日16点前不处理将上门走访。点击 ${host} 协商减免，联系15400007788。`;

let home: string;
let clock: ReturnType<typeof createManualClock>;
let store: Store;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'notice-check-'));
  clock = createManualClock(START);
  store = await openStore({ home, databaseUrl: null, clock, key: null });
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const remembering = () =>
  setStage({ clock, store: store.conversations, sightings: store.sightings, feedback: store.feedback, limits: store.limits });
type Stage = ReturnType<typeof remembering>;

/** Each of them forwards the message once, every one on a later day. */
async function forwardFrom(stage: Stage, people: readonly string[], host = 'jd-huankuan.top'): Promise<void> {
  for (const person of people) {
    await stage.send(forwarded(SCAM('张', host)), { person, conversation: person });
    await clock.turn(DAY);
  }
}

describe('a conversation with memory', () => {
  it('tells a person how many others forwarded nearly the same message', async () => {
    const stage = remembering();
    await forwardFrom(stage, ['a', 'b', 'c']);
    expect(await stage.send(forwarded(SCAM('王', 'jd-xieshang.xyz')))).toContain('最近一周有 3 人转发过几乎相同的短信');
  });

  it('knows the address of a fraud again in a message that shows nothing else', async () => {
    const stage = remembering();
    const plain = '您好，您的理赔款已受理完成，详情请查看 lipei-banli.example 页面说明。';
    await forwardFrom(stage, ['a', 'b', 'c'], 'lipei-banli.example');
    expect(await stage.send(forwarded(plain))).toContain('最近一周在 3 人转发的可疑短信里出现过');
    expect(await setStage().send(forwarded(plain))).not.toContain('转发');
  });

  it('never keeps an official address or number, whoever reports it', async () => {
    const stage = remembering();
    for (const person of ['a', 'b', 'c'])
      await stage.send(forwarded('【京东金融】白条逾期，先登录 jd.com 再打95118，然后加微信 jdzy8866，转账到 jd-huankuan.top'), {
        person,
        conversation: person,
      });
    for (const address of [
      { kind: 'host', value: 'jd.com', isPrivate: false },
      { kind: 'number', value: '95118', isPrivate: false },
    ] as const)
      expect(await store.sightings.ofAddress(address)).toBeNull();
    expect((await store.sightings.ofAddress({ kind: 'host', value: 'jd-huankuan.top', isPrivate: false }))?.people).toBe(3);
  });

  it('says nothing of it to one of them before there are three others', async () => {
    const stage = remembering();
    await forwardFrom(stage, ['a', 'b', 'c']);
    expect(await stage.send(forwarded(SCAM('王', 'jd-xieshang.xyz')), { person: 'a', conversation: 'a' })).not.toContain(
      '转发过',
    );
  });

  it('gives the same verdict as without memory while nobody forwarded anything', async () => {
    expect(await remembering().send(forwarded(SCAM('张', 'jd-huankuan.top')))).toBe(
      await setStage().send(forwarded(SCAM('张', 'jd-huankuan.top'))),
    );
  });

  it('tells of a looked-up address and number how often they were seen', async () => {
    const stage = remembering();
    await forwardFrom(stage, ['a', 'b', 'c']);
    expect(await stage.send(typed('查 jd-huankuan.top'))).toContain('有 3 人转发的可疑短信里出现过它');
    expect(await stage.send(typed('查 15400007788'))).toContain('有 3 人转发的可疑短信里出现过它');
    expect(await stage.send(typed('查 95118'))).not.toContain('转发的可疑短信');
  });

  it('keeps nothing of talk', async () => {
    const stage = remembering();
    await stage.send(typed('妈，晚上我带孩子回来吃饭，你别做太多菜了，我们买了鱼'));
    expect(await store.sightings.export(JSON.stringify(['test', 'mother']))).toEqual([]);
  });

  it('hands over what is kept of a person, and erases it everywhere', async () => {
    const stage = remembering();
    await stage.send(forwarded(SCAM('张', 'jd-huankuan.top')));
    await stage.send({ kind: 'button', id: 'wrong' });
    await stage.send({ kind: 'button', id: 'export' });
    const kept = JSON.parse(stage.said.at(-1)?.document?.text ?? 'null');
    expect(kept).toMatchObject({
      conversations: [{ state: expect.stringContaining('"verdict":"scam"') }],
      sightings: [{ verdict: 'scam', platform: 'jd-finance' }, { kind: 'host', value: 'jd-huankuan.top' }, { kind: 'number' }],
      feedback: [{ verdict: 'scam', status: 'open' }],
    });
    expect(await stage.send({ kind: 'command', name: 'delete', argument: '' })).toContain('6 条记录');
    expect(await stage.send({ kind: 'command', name: 'delete', argument: '' })).toContain('没有什么要删的');
    expect(await store.feedback.list()).toEqual([]);
  });

  it('never says that it erased what it could not erase', async () => {
    const stage = remembering();
    await stage.send(forwarded(SCAM('张', 'jd-huankuan.top')));
    await store.close();
    expect(await stage.send({ kind: 'command', name: 'delete', argument: '' })).not.toContain('删好了');
  });

  it('answers a flood with one kind line, and counts the rest', async () => {
    const stage = remembering();
    for (let at = 0; at < 34; at += 1) await stage.send(typed('你好'));
    expect(stage.said.filter(({ body }) => body.headline.includes('您发得太快了'))).toHaveLength(1);
    expect(stage.notes.filter((note) => note.kind === 'ignored' && note.why === 'over_limit')).toHaveLength(4);
  });

  it('answers without memory when the store is gone', async () => {
    const stage = remembering();
    await store.close();
    expect(await stage.send(forwarded(SCAM('张', 'jd-huankuan.top')))).toContain('很可能是诈骗');
    expect(stage.notes).toContainEqual(expect.objectContaining({ kind: 'failed', where: 'store' }));
  });
});

describe('what is written down', () => {
  it('holds no name, no private number, no word of a message and nobody who sent it', async () => {
    const stage = remembering();
    await stage.send(forwarded(SCAM('慕容', 'jd-huankuan.top')), {
      person: 'telegram-7788990011',
      conversation: 'chat-7788990011',
    });
    await stage.send(typed('我姐姐司徒小燕也收到了，是 15400005566 发来的'), {
      person: 'telegram-7788990011',
      conversation: 'chat-7788990011',
    });
    await stage.send({ kind: 'button', id: 'wrong' }, { person: 'telegram-7788990011', conversation: 'chat-7788990011' });
    const open = everythingIn(home);
    await store.close();
    const written = open + everythingIn(home) + JSON.stringify(stage.notes);
    // That something was written at all: the verdict and the fraudster's host.
    expect(written).toContain('jd-huankuan.top');
    for (const secret of [
      '慕容',
      '欧阳锦程',
      '司徒小燕',
      '15400007788',
      '15400005566',
      '7788990011',
      '上门走访',
      '协商减免',
      '白条',
    ])
      expect(written, secret).not.toContain(secret);
  });

  it('is gone from the file once it is erased', async () => {
    const stage = remembering();
    await stage.send(forwarded(SCAM('张', 'jd-huankuan.top')));
    await stage.send({ kind: 'command', name: 'delete', argument: '' });
    await store.close();
    expect(everythingIn(home)).not.toContain('jd-huankuan.top');
  });
});
