import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/verdict/types.js';
import { lure, message, scanned, tallied } from './findings.js';

const REMINDER = message('【京东金融】您的白条已逾期12天，请尽快处理，以免影响征信。', {
  sender: '95118',
  receivedAt: '2026-11-20T10:00',
});
const CHAT = message('晚上回家吃饭吗', { sender: '15400001111', receivedAt: '2026-11-21T10:00' });

describe('a scan', () => {
  it('lists the worst first and the latest first among equals', async () => {
    const early = lure(1, { receivedAt: '2026-11-01T10:00' });
    const other = message('恭喜您！您的贷款10万元已审批，请先缴纳解冻金并点击 http://jd-fangkuan.top 提现', {
      receivedAt: '2026-11-03T10:00',
    });
    const { groups } = await scanned([REMINDER, early, other, CHAT]);
    expect(groups.map(({ example }) => example)).toEqual([other, early, REMINDER, CHAT]);
    expect(groups.map(({ verdict }) => verdict)).toEqual(['scam', 'scam', 'unverified', 'not_a_notice']);
  });

  it('folds fillings of one wording into one, with the latest to show', async () => {
    const times = ['2026-11-02T10:00', '2026-11-09T10:00', '2026-11-05'];
    const { groups, counts } = await scanned(times.map((receivedAt, at) => lure(at, { receivedAt })));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ count: 3, first: '2026-11-02T10:00', last: '2026-11-09T10:00', platform: 'jd-finance' });
    expect(groups[0]?.example.text).toContain('jd-huanqing1.top');
    expect(counts.scam).toBe(3);
  });

  it('takes what a private number chats for a chat, and what it collects for a notice', async () => {
    const collects = { ...REMINDER, sender: '15400001111' };
    const { counts } = await scanned([CHAT, collects, lure(1, { sender: '15400002222' })]);
    expect(counts).toMatchObject({ scam: 1, not_a_notice: 1 });
    expect(counts.suspicious + counts.unverified).toBe(1);
  });

  it('counts what it does not list', async () => {
    const { groups, counts } = await scanned([REMINDER, CHAT, lure(1)], { only: new Set(['scam']) });
    expect(groups.map(({ verdict }) => verdict)).toEqual(['scam']);
    expect(counts).toMatchObject({ scam: 1, unverified: 1, not_a_notice: 1 });
  });

  it('leaves out what is older, but not what has no time', async () => {
    const result = await scanned([REMINDER, CHAT, message('您好')], { since: '2026-11-21' });
    expect(result.skipped.older).toBe(1);
    expect(VERDICTS.reduce((sum, verdict) => sum + result.counts[verdict], 0)).toBe(2);
  });

  it('gives what it found so far when it is stopped', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const result = await scanned([lure(1), REMINDER, CHAT], {
      signal: controller.signal,
      onChecked: ({ text }) => {
        seen.push(text);
        controller.abort();
      },
    });
    expect(result.interrupted).toBe(true);
    expect(seen).toHaveLength(1);
    expect(result.groups.map(({ verdict }) => verdict)).toEqual(['scam']);
  });
});

describe('a tally', () => {
  const WORDS = ['房租', '水费', '电费', '学费', '车险', '物业', '会费', '罚款', '押金', '定金', '货款', '运费'];
  /** Wordings that differ in more than their fillings. */
  const many = WORDS.flatMap((one) => WORDS.map((other) => message(`【样例银行】您的${one}与${other}已逾期，请尽快处理`)));

  it('remembers no more than it was made for, the gravest whatever came after', () => {
    const tally = tallied([lure(1), ...many], VERDICTS, 10);
    const groups = tally.groups();
    expect(groups).toHaveLength(10);
    expect(groups[0]?.verdict).toBe('scam');
    const counts = tally.counts();
    expect(VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)).toBe(many.length + 1);
  });

  it('does not fold two short texts because both are short', () => {
    expect(
      tallied([message('好'), message('行'), message('好')], VERDICTS, 10)
        .groups()
        .map(({ count }) => count)
        .sort(),
    ).toEqual([1, 2]);
  });
});
