import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import type { Seen, Tally } from '../../src/notice/types.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();

/** Claims nobody and leads to nobody on record: nothing but the crowd speaks against it. */
const OPEN = '您好，您的快递理赔已受理，详情请查看 lipei-banli.example 并尽快处理，以免影响到账。';
const OFFICIAL = '【京东金融】您的白条账单已逾期，请登录 jd.com 或拨打95118处理。';

const MANY: Tally = { people: 12, days: 4, weight: 9 };
const FEW: Tally = { people: 3, days: 1, weight: 1.5 };
const wording = (tally: Tally, judged: 'bad' | 'open' | 'corrected' = 'bad'): Seen => ({
  wording: { ...tally, judged },
  address: null,
});

const check = (text: string, seen?: Seen | null) =>
  checkNotice({ text, ...(seen === undefined ? {} : { seen: [seen] }) }, registry).gravest;
const ofCommunity = (text: string, seen: Seen) => check(text, seen).findings.filter(({ family }) => family === 'community');

describe('what others forwarded', () => {
  it('changes nothing while nobody did', () => {
    for (const text of [OPEN, OFFICIAL]) {
      const { notice: _, ...plain } = check(text);
      const { notice: __, ...asked } = check(text, null);
      expect(asked).toEqual(plain);
    }
  });

  it('weighs some when many known people did over several days', () => {
    expect(ofCommunity(OPEN, wording(MANY))).toEqual([
      expect.objectContaining({ id: 'community.seen-bad', leaning: 'scam', strength: 'medium', facts: { people: '12' } }),
    ]);
  });

  it('is a hint when few did, or a crowd on one day', () => {
    expect(ofCommunity(OPEN, wording(FEW))[0]?.strength).toBe('weak');
    expect(ofCommunity(OPEN, wording({ people: 40, days: 1, weight: 4 }))[0]?.strength).toBe('weak');
  });

  it('is told without leaning when their notices were not found bad, or an operator corrected it', () => {
    for (const judged of ['open', 'corrected'] as const)
      expect(ofCommunity(OPEN, wording(MANY, judged))).toEqual([
        expect.objectContaining({ id: 'community.seen', leaning: 'unknown' }),
      ]);
  });

  it('cannot report a message into a fraud that leads to official numbers and addresses only', () => {
    const before = check(OFFICIAL).verdict;
    const after = check(OFFICIAL, { wording: { ...MANY, judged: 'bad' }, address: MANY });
    expect(after.verdict).toBe(before);
    expect(after.findings.filter(({ family, leaning }) => family === 'community' && leaning === 'scam')).toEqual([]);
  });

  it('never makes a fraud of anything by itself', () => {
    const huge: Tally = { people: 900, days: 7, weight: 28 };
    for (const text of [OPEN, '妈，晚上回来吃饭吗', '您的验证码是 482913，5分钟内有效。']) {
      const { verdict, decidedBy } = check(text, { wording: { ...huge, judged: 'bad' }, address: huge });
      expect([verdict, decidedBy]).not.toContain('scam');
    }
  });

  it('belongs to the notice of a paste that it was seen of', () => {
    const paste = `${OFFICIAL}\n\n${OPEN}`;
    const { notices } = checkNotice({ text: paste }, registry);
    const { notices: asked } = checkNotice(
      { text: paste, seen: notices.map((_, at) => (at === 1 ? wording(MANY) : null)) },
      registry,
    );
    expect(asked.map(({ notice }) => notice.seen !== undefined)).toEqual(notices.map((_, at) => at === 1));
  });
});
