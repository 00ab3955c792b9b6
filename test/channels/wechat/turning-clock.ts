import type { Clock } from '../../../src/dialogue/ports.js';

/** A clock that stands still until it is turned. */
export interface TurningClock extends Clock {
  /** Lets so many milliseconds pass; what is due runs in order, each with what follows from it. */
  turn(milliseconds: number): Promise<void>;
  /** Turns on, while the world goes on as well, until it is so. @throws when it never is. */
  until(isSo: () => boolean, step?: number): Promise<void>;
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

export function turningClock(start = Date.UTC(2026, 10, 21, 4)): TurningClock {
  let now = start;
  let tasks: { readonly due: number; readonly run: () => void }[] = [];

  async function turn(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    for (;;) {
      await breath();
      const next = tasks.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      tasks = tasks.filter((task) => task !== next);
      now = Math.max(now, next.due);
      next.run();
    }
    now = end;
    await breath();
  }

  return {
    now: () => now,
    after(milliseconds, run) {
      const task = { due: now + Math.max(0, milliseconds), run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    turn,
    async until(isSo, step = 200) {
      for (let turns = 0; !isSo(); turns += 1) {
        if (turns > 20_000) throw new Error('it never came to be');
        await turn(step);
        await moment();
      }
    },
  };
}
