import type { Dialogue } from '../dialogue/types.js';
import { type ManualClock, settled } from './manual-clock.js';

/** A person waits this long for an answer, on the clock of the script: long enough for what is gathered or looked at. Milliseconds. */
const PATIENCE = 10_000;

/** Real work, such as reading a picture, must be done by then. Milliseconds of real time. */
const LONGEST_WORK = 20_000;

function limited(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`the dialogue has not settled within ${LONGEST_WORK / 1000} seconds`));
    const timer = setTimeout(late, LONGEST_WORK);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Settles when everything said so far is answered. The clock is turned only as far as the dialogue itself waits for
 * something, and by ten seconds at most.
 * @throws Error when the dialogue has not settled after twenty seconds of real time.
 */
export async function answered(dialogue: Dialogue, clock: ManualClock): Promise<void> {
  let idle = false;
  const settles = dialogue.idle().then(() => {
    idle = true;
  });
  const latest = clock.now() + PATIENCE;
  await settled();
  for (let due = clock.nextDue(); !idle && due !== null && due <= latest; due = clock.nextDue()) {
    await clock.turn(due - clock.now());
    await settled();
  }
  await limited(settles);
}
