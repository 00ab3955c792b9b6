import { rulesToCite } from './rules-to-cite.js';
import type { ConductCheck } from './types.js';

const TOPIC = 'contact_hours';
/** Quiet from this hour of the evening until that hour of the morning, Asia/Shanghai. */
const QUIET_FROM = 22;
const QUIET_UNTIL = 8;
/** China has had one zone and no summer time since 1991. */
const SHANGHAI_OFFSET_HOURS = 8;

const LOCAL = /^\d{4}-\d{2}-\d{2}[t ](\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?$/i;
const ZONED = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})$/i;

/** The hour in Shanghai (0 to 23) of an ISO 8601 time; a time without a zone is Shanghai's. Null when no hour is known. */
export function hourInShanghai(receivedAt: string): number | null {
  const local = LOCAL.exec(receivedAt.trim());
  if (local) return Number(local[1]) < 24 ? Number(local[1]) : null;
  if (!ZONED.test(receivedAt.trim())) return null;
  const instant = Date.parse(receivedAt.trim());
  return Number.isNaN(instant) ? null : (new Date(instant).getUTCHours() + SHANGHAI_OFFSET_HOURS) % 24;
}

const isQuiet = (hour: number): boolean => hour >= QUIET_FROM || hour < QUIET_UNTIL;

export const contactHours: ConductCheck = {
  topic: TOPIC,
  asks: 'Was it sent between 22:00 and 08:00?',

  run(spoken) {
    const { receivedAt } = spoken.subject.notice;
    const collects = spoken.overdue || spoken.passesOn;
    const hour = receivedAt === null || !collects ? null : hourInShanghai(receivedAt);
    if (hour === null || !isQuiet(hour)) return null;
    const rules = rulesToCite(spoken.conduct.rulesWithoutWording(TOPIC), spoken);
    return { topic: TOPIC, span: null, rules, facts: { kinds: 'quiet-hours', hour: String(hour) } };
  },
};
