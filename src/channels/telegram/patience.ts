import type { Clock } from '../../dialogue/ports.js';
import { failureOf, stopped, type TelegramFailure } from './failure.js';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Doubles from one second up to a minute. `failures` counts from 1; milliseconds. */
export const backOff = (failures: number): number => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures - 1, 10));

/** Settles after so many milliseconds. @throws TelegramFailure `stopped` when the signal comes first. */
export function pause(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(stopped());
    const stop = (): void => {
      cancel();
      reject(stopped());
    };
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** How long to wait before the next try; null when no further try would go better. */
function pauseAfter({ kind, retryAfter }: TelegramFailure, failures: number): number | null {
  if (kind === 'flood') return retryAfter;
  return kind === 'unreachable' ? backOff(failures) : null;
}

export interface Patience {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** A try that would begin later than this is not made, in milliseconds from now. */
  readonly limit: number;
  /** Told of every failure that is followed by another try. */
  readonly onTrouble?: (failure: TelegramFailure, pause: number) => void;
}

/** Tries again while Telegram cannot be reached or asks to slow down. @throws TelegramFailure the last one. */
export async function persist<Result>(task: () => Promise<Result>, patience: Patience): Promise<Result> {
  const { clock, signal, limit, onTrouble } = patience;
  const end = clock.now() + limit;
  for (let failures = 1; ; failures += 1) {
    try {
      return await task();
    } catch (error) {
      const failure = failureOf(error);
      const wait = pauseAfter(failure, failures);
      if (wait === null || clock.now() + wait > end) throw failure;
      onTrouble?.(failure, wait);
      await pause(wait, clock, signal);
    }
  }
}
