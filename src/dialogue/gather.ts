import { type Arrival, BURST_PAUSE, LARGEST_BURST, LONGEST_BURST, mayBeOneOfSeveral } from './batch.js';
import type { Clock } from './ports.js';

interface Open {
  readonly arrivals: Arrival[];
  readonly since: number;
  cancel: () => void;
}

/** Puts what belongs together into one batch. */
export interface Gathering {
  add(key: string, arrival: Arrival): void;
  /** Hands on everything that waits. */
  flush(): void;
}

/**
 * Waits a moment for more of an album or of several forwards, and hands each batch on in the order in which its first
 * message came. What cannot be one of several is handed on at once, with what waited before it.
 */
export function createGathering(clock: Clock, handOn: (key: string, batch: readonly Arrival[]) => void): Gathering {
  const open = new Map<string, Open>();

  function close(key: string): void {
    const batch = open.get(key);
    if (!batch) return;
    open.delete(key);
    batch.cancel();
    handOn(key, batch.arrivals);
  }

  function wait(key: string, batch: Open): void {
    batch.cancel();
    const left = batch.since + LONGEST_BURST - clock.now();
    batch.cancel = clock.after(Math.max(0, Math.min(BURST_PAUSE, left)), () => close(key));
  }

  return {
    add(key, arrival) {
      const batch = open.get(key) ?? { arrivals: [], since: clock.now(), cancel: () => {} };
      batch.arrivals.push(arrival);
      open.set(key, batch);
      if (mayBeOneOfSeveral(arrival.event) && batch.arrivals.length < LARGEST_BURST) wait(key, batch);
      else close(key);
    },
    flush() {
      for (const key of [...open.keys()]) close(key);
    },
  };
}
