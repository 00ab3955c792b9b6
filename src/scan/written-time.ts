import { wallInShanghai } from '../letters/received.js';

const EPOCH = /^\d{9,13}$/;
/** From this many digits on they are milliseconds. */
const MILLISECONDS_FROM = 12;

/** 2026-11-20 22:30, 2026/11/20 下午10:30, 2026年11月20日 22:30:05, or the day alone. */
const YEAR_FIRST =
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<date>\d{1,2})(?:日 ?|(?= |,|$))(?:[ ,]*(?:星期.|周.)?[ ]*(?<half>上午|下午|晚上|凌晨|中午)? ?(?<hour>\d{1,2})[:时点](?<minute>\d{2})(?:[:分]\d{0,2}秒?)?(?:\.\d+)?)?$/;
const AFTERNOON = /下午|晚上|中午/;

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

function yearFirst(written: string): string | null {
  const { year, month, date, half, hour, minute } = YEAR_FIRST.exec(written)?.groups ?? {};
  if (year === undefined) return null;
  const day = `${year}-${two(month)}-${two(date)}`;
  if (hour === undefined) return wallInShanghai(`${day}T00:00`) && day;
  const later = half !== undefined && AFTERNOON.test(half) && Number(hour) < 12 ? 12 : 0;
  return wallInShanghai(`${day}T${two(String(Number(hour) + later))}:${two(minute)}`);
}

const ofInstant = (milliseconds: number): string | null => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : wallInShanghai(date.toISOString());
};

/** Jul 23, 2011 6:12:54 AM, 7/23/2011 06:12: as English programs write them, the month first. */
const EN_DATE = /^(?:[a-z]{3,9},? )?(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}|\d{1,2}\/\d{1,2}),?[ /]\d{4}\b/i;

/**
 * A time as files write it, in China: `2026-11-20T22:30`, or the day alone when no more is written. Null for what is no
 * time. Written without a zone it is China's.
 */
export function writtenTime(written: string): string | null {
  const time = written.trim().replace(/[\s\u202f]+/g, ' ');
  if (EPOCH.test(time)) return ofInstant(Number(time) * (time.length < MILLISECONDS_FROM ? 1_000 : 1));
  const known = wallInShanghai(time) ?? yearFirst(time);
  if (known !== null || !EN_DATE.test(time)) return known;
  const hasClock = time.includes(':');
  const wall = ofInstant(Date.parse(`${time.replace(/ at /i, ' ')}${hasClock ? '' : ' 00:00'} GMT+0800`));
  return hasClock ? wall : (wall?.slice(0, 10) ?? null);
}
