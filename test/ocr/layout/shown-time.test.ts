import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShownTime, toIso } from '../../../src/ocr/layout/shown-time.js';

/** A Friday. */
const TODAY = '2026-11-20';

function iso(words: string, today: string | null = TODAY): string | null {
  const shown = readShownTime(words);
  return shown && toIso(shown, today);
}

describe('a time that a phone shows', () => {
  it.each([
    ['今天 22:41', '2026-11-20T22:41:00+08:00'],
    ['昨天 晚上9:05', '2026-11-19T21:05:00+08:00'],
    ['11月14日 下午3:35 · 卡2', '2026-11-14T15:35:00+08:00'],
    ['2025年10月25日 凌晨12:10', '2025-10-25T00:10:00+08:00'],
    ['星期三 08:15', '2026-11-18T08:15:00+08:00'],
    ['短信 昨天10:50', '2026-11-19T10:50:00+08:00'],
    ['Today 9:12 PM', '2026-11-20T21:12:00+08:00'],
  ])('%s is counted from the day of the screenshot', (words, expected) => {
    expect(iso(words)).toBe(expected);
  });

  it.each(['映天16:05', '映天16:05“卡1'])('%s is one whose words were misread, and tells nothing', (words) => {
    expect(readShownTime(words)).toEqual({ day: null, hour: null });
  });

  it('takes a day without its year for the last such day', () => {
    expect(iso('12月31日 23:10')).toBe('2025-12-31T23:10:00+08:00');
  });

  it('takes the name of today for the same day a week ago, since a phone would say 今天', () => {
    expect(iso('星期五 08:00')).toBe('2026-11-13T08:00:00+08:00');
  });

  it('is not told when the day of the screenshot is not known, unless the date is complete', () => {
    expect(iso('今天 22:41', null)).toBeNull();
    expect(iso('11月14日 15:35', null)).toBeNull();
    expect(iso('2026年11月14日 15:35', null)).toBe('2026-11-14T15:35:00+08:00');
  });

  it.each(['22:41', '晚上10:20', '11月14日', '今天', '13月40日 10:00', '今天 25:10'])(
    '%s leaves the day or the hour open',
    (words) => {
      expect(iso(words)).toBeNull();
    },
  );

  it.each(['今天17:00前处理', '请于11月20日还款', '15400001234', '95588', '您好', ''])('“%s” is no time but words', (words) => {
    expect(readShownTime(words)).toBeNull();
  });

  it('is a time of nobody knows when after its words were misread', () => {
    expect(readShownTime('胖天下午12:12')).toEqual({ day: null, hour: null });
  });

  it('is never a day that does not exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (month, day) => {
        const told = iso(`2026年${month}月${day}日 10:00`);
        if (told !== null) expect(new Date(told).toISOString()).toContain(told.slice(0, 7));
      }),
    );
  });
});
