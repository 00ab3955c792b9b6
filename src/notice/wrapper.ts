import type { TraitedFold } from './fold.js';
import type { NumberingPlan, Span } from './types.js';
import type { WrapperTime } from './wrapper-time.js';

/** One layer taken off a folded text. All offsets are of that text. */
export interface Peeled {
  /** What is left. */
  readonly body: Span;
  readonly sender?: Span | undefined;
  readonly time?: WrapperTime | undefined;
  /** Words of the person who forwards it. */
  readonly remark?: string | undefined;
  /** False for a mere remark: only a share format, a sender line or a chat record shows that something was forwarded. */
  readonly wrapped: boolean;
}

/** Looks for one kind of wrapper around a text; null when there is none, or when taking it off might lose a part of the message. */
export type Layer = (folded: TraitedFold, plan: NumberingPlan) => Peeled | null;

/** Fewer characters than this are no message: what looked like its wrapper is then the text itself. */
const SHORTEST_MESSAGE = 6;

/** The span without the blank and the separating signs at its ends, or null when too little is left to be a message. */
export function bodyWithin(text: string, start: number, end: number): Span | null {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last - first < SHORTEST_MESSAGE ? null : { start: first, end: last };
}

/** Where the line that holds an offset ends. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
