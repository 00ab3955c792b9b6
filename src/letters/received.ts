import { dayIn } from '../reply/compose.js';
import type { Wording } from '../reply/wording.js';

/** China has had one zone and no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?$/i;
const ZONED = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})$/i;

/** A wall time in China as an ISO string, or null when the calendar or the clock has none such. */
function checkedWall(day: string, time: string): string | null {
  const wall = `${day}T${time}`;
  const date = new Date(`${wall}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wall) ? wall : null;
}

/** `2026-11-20T22:30` in China, from an ISO time with or without a zone; null for anything else, a day alone too. */
export function wallInShanghai(iso: string): string | null {
  const local = LOCAL.exec(iso);
  if (local) return checkedWall(local[1] ?? '', local[2] ?? '');
  if (!ZONED.test(iso)) return null;
  const instant = Date.parse(iso.replace(' ', 'T'));
  if (Number.isNaN(instant)) return null;
  const wall = new Date(instant + SHANGHAI_OFFSET_MS).toISOString();
  return LOCAL.test(wall.slice(0, 16)) ? wall.slice(0, 16) : null;
}

/** A day or time (ISO 8601; without a zone it is China's) as people write it, in China time. Null when it is neither. */
export function receivedIn(iso: string, wording: Wording): string | null {
  const given = iso.trim();
  if (DAY.test(given)) return checkedWall(given, '00:00') && dayIn(given, wording);
  const wall = wallInShanghai(given);
  if (wall === null) return null;
  const [day = '', time = ''] = wall.split('T');
  const [hour = '', minute = ''] = time.split(':');
  return wording.text('letter.time', { day: dayIn(day, wording), hour, minute });
}
