import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';

export interface TurningClock extends ManualClock {
  /** Turns on in steps, while the world goes on as well, until it is so. @throws when it never is. */
  until(isSo: () => boolean, step?: number): Promise<void>;
}

/** More steps than anything in these tests takes. */
const MOST_STEPS = 20_000;

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

export function turningClock(start = Date.UTC(2026, 10, 21, 4)): TurningClock {
  const clock = createManualClock(start);
  return {
    ...clock,
    async until(isSo, step = 200) {
      for (let steps = 0; !isSo(); steps += 1) {
        if (steps > MOST_STEPS) throw new Error('it never came to be');
        await clock.turn(step);
        await moment();
      }
    },
  };
}
