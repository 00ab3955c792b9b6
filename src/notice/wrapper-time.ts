/** Parts of a time that stood in a wrapper. They may stand apart: the day on a divider, the hour beside a name. */
export interface WrapperTime {
  /** `2026-01-02` */
  readonly day: string | null;
  /** `10:21:00` */
  readonly hour: string | null;
}

const DAY = /(?<!\d)(20\d{2}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)/;
const HOUR =
  /(凌晨|早上|上午|中午|下午|傍晚|晚上|am|pm)? ?(?<!\d)(\d{1,2})[:时点] ?(\d{2})(?:[:分] ?(\d{2}))?(?:分|秒)? ?(am|pm)?/;

/** What a folded piece of text says about a time. A day without its year says nothing. */
export function readWrapperTime(text: string): WrapperTime {
  const day = DAY.exec(text);
  const rest = day ? text.slice(day.index + day[0].length) : text;
  return { day: day ? dayOf(day) : null, hour: hourOf(HOUR.exec(rest) ?? (day ? HOUR.exec(text.slice(0, day.index)) : null)) };
}

function dayOf([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${padded}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== padded ? null : padded;
}

function hourOf(match: RegExpExecArray | null): string | null {
  if (!match) return null;
  const [, before, hour = '', minute = '', second = '00', after] = match;
  const afternoon = /下午|傍晚|晚上|pm/.test(`${before ?? ''}${after ?? ''}`) || (before === '中午' && Number(hour) < 11);
  const hours = afternoon && Number(hour) < 12 ? Number(hour) + 12 : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

/** ISO 8601 in the time of Shanghai, or null when a part is missing. */
export function toIso({ day, hour }: WrapperTime): string | null {
  return day !== null && hour !== null ? `${day}T${hour}+08:00` : null;
}

/** The parts of two readings together; the first one counts where both speak. */
export function mergeTimes(first: WrapperTime, second: WrapperTime): WrapperTime {
  return { day: first.day ?? second.day, hour: first.hour ?? second.hour };
}

export const NO_TIME: WrapperTime = { day: null, hour: null };
