import { setTimeout as sleep } from 'node:timers/promises';
import type { ManualClock } from '../../../src/testing/manual-clock.js';

/** Milliseconds of the clock that pass while a few real ones do. */
const STEP = 200;
const REAL_STEP = 4;

/** Turns a clock until something happens, with real time in between for what goes over the network. */
export async function turnUntil(clock: ManualClock, condition: () => boolean, step = STEP): Promise<void> {
  while (!condition()) {
    await clock.turn(step);
    await sleep(REAL_STEP);
  }
}
