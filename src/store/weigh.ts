import type { Tally } from '../notice/types.js';

/** One person on one day, and the first day on which that person reported anything. */
export interface Trace {
  readonly person: string;
  readonly day: number;
  readonly since: number;
}

/** Fewer people are never told of: one could be guessed. */
export const FEWEST_TOLD = 3;

/** Somebody who reported nothing before these days counts half: accounts are cheap. */
const KNOWN_AFTER = 3;
const NEWCOMER = 0.5;
/** One day counts for no more than this many people, however large the crowd. */
const MOST_IN_A_DAY = 4;

/** How many people, and how much they count together; null for fewer than may be told of. One person counts once. */
export function weigh(traces: readonly Trace[]): Tally | null {
  const first = new Map<string, Trace>();
  for (const trace of traces)
    if ((first.get(trace.person)?.day ?? Number.POSITIVE_INFINITY) > trace.day) first.set(trace.person, trace);
  if (first.size < FEWEST_TOLD) return null;
  const days = new Map<number, number>();
  for (const { day, since } of first.values()) days.set(day, (days.get(day) ?? 0) + (day - since >= KNOWN_AFTER ? 1 : NEWCOMER));
  const weight = [...days.values()].reduce((sum, value) => sum + Math.min(value, MOST_IN_A_DAY), 0);
  return { people: first.size, days: days.size, weight };
}
