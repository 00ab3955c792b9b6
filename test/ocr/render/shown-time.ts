import type { Random } from './random.js';

/** A time as phones write it, and what it says. */
export interface ShownTime {
  /** Between bubbles. */
  readonly divider: string;
  /** Beside or below one message. */
  readonly beside: string | null;
  /** ISO 8601; null when the words do not tell the day. */
  readonly iso: string | null;
}

const WEEKDAYS = '日一二三四五六';
const DAY = 86_400_000;

const dayBefore = (day: string, days: number): string => new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
const weekdayOf = (day: string): string => WEEKDAYS.charAt(new Date(day).getUTCDay());
const monthAndDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function hourWords(random: Random, hour: number, minute: string): string {
  if (random.chance(0.6)) return `${String(hour).padStart(2, '0')}:${minute}`;
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  return `${part}${hour > 12 ? hour - 12 : hour}:${minute}`;
}

/** The day as a lock screen shows it: `11月20日 星期五`. */
export const lockScreenDay = (day: string): string => `${monthAndDay(day)} 星期${weekdayOf(day)}`;

/** `above`: day and hour in one divider; `day and hour`: the day as divider, the hour below a bubble; `beside`: in a notification. */
export function someTime(random: Random, today: string, place: 'above' | 'day and hour' | 'beside'): ShownTime {
  const [hour, minute] = [random.whole(0, 23), String(random.whole(0, 59)).padStart(2, '0')];
  const words = hourWords(random, hour, minute);
  const at = (day: string): string => `${day}T${String(hour).padStart(2, '0')}:${minute}:00+08:00`;
  if (place === 'beside')
    return random.pick<ShownTime>([
      { divider: '', beside: `昨天 ${words}`, iso: at(dayBefore(today, 1)) },
      { divider: '', beside: `今天 ${words}`, iso: at(today) },
      { divider: '', beside: random.pick(['现在', '刚刚', '3分钟前', words]), iso: null },
    ]);
  const ago = random.whole(2, 6);
  const [day, dayWords] = random.pick<[string, string]>([
    [today, '今天'],
    [dayBefore(today, 1), '昨天'],
    [dayBefore(today, ago), `星期${weekdayOf(dayBefore(today, ago))}`],
    [dayBefore(today, 9), monthAndDay(dayBefore(today, 9))],
    [dayBefore(today, 400), `${dayBefore(today, 400).slice(0, 4)}年${monthAndDay(dayBefore(today, 400))}`],
  ]);
  if (place === 'day and hour') return { divider: dayWords, beside: words, iso: at(day) };
  return { divider: `${dayWords} ${words}`, beside: null, iso: at(day) };
}
