import { describe, expect, it } from 'vitest';
import { hourInShanghai } from '../../../src/checks/conduct/contact-hours.js';
import { topicsOf } from './judge.js';

describe('the hour in Shanghai', () => {
  it.each([
    ['2026-03-02T22:00:00', 22],
    ['2026-03-02 07:59', 7],
    ['2026-03-02T23:59:59.999', 23],
    ['2026-03-02T15:30:00Z', 23],
    ['2026-03-02T16:00:00Z', 0],
    ['2026-03-02T22:00:00+08:00', 22],
    ['2026-03-02T22:00:00+0900', 21],
    ['2026-03-02t20:00:00-05:00', 9],
  ])('of %s is %i', (time, hour) => {
    expect(hourInShanghai(time)).toBe(hour);
  });

  it.each(['2026-03-02', '', '昨晚', '2026-03-02T99:00:00', '2026-13-45T10:00:00Z', 'T22:00'])(
    'is not known from "%s"',
    (time) => {
      expect(hourInShanghai(time)).toBeNull();
    },
  );
});

describe('the quiet hours', () => {
  const text = '【云岭小贷】您的借款已逾期2天，请尽快还款。';

  it('are not held against a notice whose time nobody knows', () => {
    expect(topicsOf({ text })).toEqual([]);
  });

  it('begin at 22:00 and end at 08:00', () => {
    expect(topicsOf({ text, receivedAt: '2026-03-02T21:59:59' })).toEqual([]);
    expect(topicsOf({ text, receivedAt: '2026-03-02T22:00:00' })).toEqual(['contact_hours']);
    expect(topicsOf({ text, receivedAt: '2026-03-03T07:59:59' })).toEqual(['contact_hours']);
    expect(topicsOf({ text, receivedAt: '2026-03-03T08:00:00' })).toEqual([]);
  });

  it('do not concern bills that are not overdue, codes and movements on an account', () => {
    for (const other of [
      '【丰泽银行】您的信用卡账单已出，还款日为25日，请按时还款，以免逾期。',
      '【丰泽银行】验证码402917，用于还款，请勿告诉他人。',
      '【丰泽银行】您尾号2210的账户支出500.00元，余额1200.00元。',
    ]) {
      expect(topicsOf({ text: other, receivedAt: '2026-03-02T23:30:00' }), other).toEqual([]);
    }
  });
});
