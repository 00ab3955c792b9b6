import type { Clock } from '../dialogue/ports.js';

/** A clock that stands still until a test turns it. */
export interface ManualClock extends Clock {
  /** Lets so many milliseconds pass. What falls due on the way runs in its order, each when the one before has settled. */
  turn(milliseconds: number): Promise<void>;
  /** When the next task falls due, in milliseconds since 1970; null when none waits. */
  nextDue(): number | null;
}

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** Promises that hang on other promises need a few rounds; none of them waits for anything but the next one. */
const ROUNDS = 5;

/** Lets every promise settle that waits for nothing from outside. */
export async function settled(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** A clock that shows `start` (milliseconds since 1970) until it is turned. */
export function createManualClock(start: number): ManualClock {
  let now = start;
  const tasks = new Set<Task>();

  const next = (): Task | null =>
    [...tasks].reduce<Task | null>((first, task) => (first === null || task.due < first.due ? task : first), null);

  return {
    now: () => now,
    after(milliseconds, run) {
      const task = { due: now + Math.max(0, milliseconds), run };
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    async turn(milliseconds) {
      const end = now + milliseconds;
      for (let task = next(); task !== null && task.due <= end; task = next()) {
        now = Math.max(now, task.due);
        tasks.delete(task);
        task.run();
        await settled();
      }
      now = Math.max(now, end);
    },
    nextDue: () => next()?.due ?? null,
  };
}
