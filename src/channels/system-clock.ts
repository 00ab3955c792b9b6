import type { Clock } from '../dialogue/ports.js';

/** The clock of the machine. What waits on it keeps no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
