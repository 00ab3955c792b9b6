/** A time as phones write it between and beside messages. The parts may stand apart: a day above, an hour below a bubble. */
export interface ShownTime {
  readonly day: ShownDay | null;
  /** `08:15` */
  readonly hour: string | null;
}

/** What the words tell of the day: so many days ago, the last such weekday (0: Sunday), or a date whose year may be left out. */
export type ShownDay =
  | { readonly kind: 'ago'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'date'; readonly year: number | null; readonly month: number; readonly day: number };

export const NO_TIME: ShownTime = { day: null, hour: null };

const AGO: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, today: 0, 昨天: 1, 昨日: 1, yesterday: 1, 前天: 2 };
const WEEKDAYS = '日一二三四五六';
const DAY_WORDS = `(${Object.keys(AGO).join('|')})`;
const WEEKDAY_WORDS = '(?:星期|周|礼拜)([一二三四五六日天])';
const DATE_WORDS = '(?:(20\\d{2})[年/.-])?(\\d{1,2})[月/.-](\\d{1,2})日?';
const HOUR_WORDS = '(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?(\\d{1,2})[:：;.][^\\p{L}\\p{N}]?(\\d{2})(?::\\d{2})?(am|pm)?';
/** What stands around it: the kind of message before, the SIM card behind. */
const BEFORE = '(?:短信/彩信|短信|彩信|信息|文本信息|imessage(?:信息)?|sms|mms)?[^\\p{L}\\p{N}]{0,2}';
const BEHIND = '[^\\p{L}\\p{N}]{0,3}(?:(?:(?:卡|sim) ?[12]|短信|彩信|未加密|已加密))?';

const SHOWN = new RegExp(
  `^${BEFORE}(?:(?:${DAY_WORDS}|${DATE_WORDS}(?:[,，]?${WEEKDAY_WORDS})?|${WEEKDAY_WORDS})[,，]?)?(?:${HOUR_WORDS})?${BEHIND}$`,
  'iu',
);

/** An hour whose words before it were misread: it is no part of a message, and tells nothing. */
const UNREADABLE = new RegExp(`^\\p{Script=Han}{1,4}\\d{1,2}[:：;]\\d{2}${BEHIND}$`, 'iu');

const LONGEST = 48;

/** The time that a row shows when it shows nothing else; null otherwise. */
export function readShownTime(row: string): ShownTime | null {
  const words = row.replace(/\s/g, '').slice(0, LONGEST);
  const match = SHOWN.exec(words);
  if (!match) return UNREADABLE.test(words) ? NO_TIME : null;
  const [, ago, year, month, date, , weekday, part, hour, minute, half] = match;
  const day = dayOf(ago, year, month, date, weekday);
  const time = hour === undefined || minute === undefined ? null : hourOf(`${part ?? ''}${half ?? ''}`, Number(hour), minute);
  return day === null && time === null ? null : { day, hour: time };
}

function dayOf(ago?: string, year?: string, month?: string, date?: string, weekday?: string): ShownDay | null {
  if (ago !== undefined) return { kind: 'ago', days: AGO[ago.toLowerCase()] ?? 0 };
  if (weekday !== undefined) return { kind: 'weekday', weekday: weekday === '天' ? 0 : WEEKDAYS.indexOf(weekday) };
  if (month === undefined || date === undefined) return null;
  return { kind: 'date', year: year === undefined ? null : Number(year), month: Number(month), day: Number(date) };
}

function hourOf(part: string, hour: number, minute: string): string | null {
  const afternoon = /下午|傍晚|晚上|pm/i.test(part) || (part === '中午' && hour < 11);
  const midnight = /凌晨|am/i.test(part) && hour === 12;
  const hours = midnight ? 0 : afternoon && hour < 12 ? hour + 12 : hour;
  return hours > 23 || Number(minute) > 59 ? null : `${String(hours).padStart(2, '0')}:${minute}`;
}

const MILLISECONDS_A_DAY = 86_400_000;
const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/**
 * ISO 8601 in the time of Shanghai, or null when the words leave the day or the hour open. `today` (`2026-11-20`) is the day
 * of the screenshot. Without it only a date with its year counts. A bare hour never does: it may be that of any day.
 */
export function toIso({ day, hour }: ShownTime, today: string | null): string | null {
  const date = day === null ? null : dateOf(day, today);
  return date === null || hour === null ? null : `${date}T${hour}:00+08:00`;
}

/** The day as `2026-11-20`, or null when the words do not tell it. A day without its year is the last such day. */
export function dateOf(shown: ShownDay, today: string | null): string | null {
  if (shown.kind === 'date' && shown.year !== null) return existing(shown.year, shown.month, shown.day);
  if (today === null) return null;
  if (shown.kind === 'ago') return dayBefore(today, shown.days);
  if (shown.kind === 'weekday') return dayBefore(today, (new Date(today).getUTCDay() - shown.weekday + 7) % 7 || 7);
  const year = Number(today.slice(0, 4));
  const date = existing(year, shown.month, shown.day);
  return date !== null && date > today ? existing(year - 1, shown.month, shown.day) : date;
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
