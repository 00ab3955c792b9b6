import { median } from './figures.js';

/** One way of doing a job on one item. */
export type Way<T> = (item: T) => unknown;

export interface InterleaveOptions {
  readonly rounds: number;
  /** Rounds that only warm up. */
  readonly warmUp: number;
}

/** Where results go, so that no work is optimised away for want of a reader. */
const sink: { last: unknown } = { last: undefined };

/** What reading the clock twice costs, µs: it is taken off every time. */
function costOfClock(): number {
  const readings = Float64Array.from({ length: 20_000 }, () => {
    const start = performance.now();
    return performance.now() - start;
  });
  return median(readings) * 1000;
}

/**
 * Times several ways of one job on the same items, interleaved: in every round each item meets every way before the next
 * item comes, and the way that goes first changes, so that heat, cache and the machine's mood meet all of them alike.
 *
 * @returns for each way, µs per item: the median of the rounds.
 */
export function interleave<T>(
  items: readonly T[],
  ways: readonly Way<T>[],
  { rounds, warmUp }: InterleaveOptions,
): Float64Array[] {
  const times = ways.map(() => items.map(() => new Float64Array(rounds)));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [at, item] of items.entries()) {
      for (let turn = 0; turn < ways.length; turn += 1) {
        const which = (turn + round + at + warmUp) % ways.length;
        const way = ways[which] as Way<T>;
        const start = performance.now();
        sink.last = way(item);
        const spent = performance.now() - start;
        if (round >= 0) (times[which]?.[at] as Float64Array)[round] = spent * 1000;
      }
    }
  }
  const clock = costOfClock();
  return times.map((perItem) => Float64Array.from(perItem, (spent) => Math.max(0, median(spent) - clock)));
}

/** Calls per second of a way, going round and round over the items for `seconds`, garbage collection included. */
export function throughput<T>(items: readonly T[], way: Way<T>, seconds: number): number {
  const end = performance.now() + seconds * 1000;
  const start = performance.now();
  let calls = 0;
  do {
    for (const item of items) sink.last = way(item);
    calls += items.length;
  } while (performance.now() < end);
  return calls / ((performance.now() - start) / 1000);
}
