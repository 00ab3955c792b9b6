import type { Clock } from '../../dialogue/ports.js';

/**
 * Places in line at a steady rate, with a few at once after a rest (the generic cell rate algorithm, as in ATM
 * networks and most rate limiters).
 */
export interface Pace {
  /** Takes the next place; how long to wait for it, in milliseconds. */
  take(): number;
  isAtRest(): boolean;
}

/** One place every `interval` milliseconds, `burst` of them at once after a rest. */
export function createPace(interval: number, burst: number, clock: Clock): Pace {
  let due = 0;
  return {
    take: () => {
      const now = clock.now();
      const wait = Math.max(0, due - (burst - 1) * interval - now);
      due = Math.max(due, now) + interval;
      return wait;
    },
    isAtRest: () => due <= clock.now(),
  };
}

/** Telegram asks for no more than about one message a second in a chat, short bursts aside. */
const CHAT_INTERVAL = 1_000;
const CHAT_BURST = 5;

/** More lanes than this are looked through for those that nobody needs. */
const MANY_LANES = 1_000;

interface Lane {
  tail: Promise<void>;
  waiting: number;
  readonly pace: Pace;
}

/** What is to be done one after the other in each chat, and at the same time in different ones. */
export interface Lanes {
  /** Runs the task when everything before it in this chat is done, whatever became of that. */
  run<Result>(chat: number, task: (pace: Pace) => Promise<Result>): Promise<Result>;
}

export function createLanes(clock: Clock): Lanes {
  const lanes = new Map<number, Lane>();
  const sweep = (): void => {
    for (const [chat, lane] of lanes) if (lane.waiting === 0 && lane.pace.isAtRest()) lanes.delete(chat);
  };
  const laneOf = (chat: number): Lane => {
    const known = lanes.get(chat);
    if (known) return known;
    if (lanes.size >= MANY_LANES) sweep();
    const lane = { tail: Promise.resolve(), waiting: 0, pace: createPace(CHAT_INTERVAL, CHAT_BURST, clock) };
    lanes.set(chat, lane);
    return lane;
  };
  return {
    run: (chat, task) => {
      const lane = laneOf(chat);
      lane.waiting += 1;
      const done = lane.tail.then(() => task(lane.pace));
      const settled = (): void => {
        lane.waiting -= 1;
      };
      lane.tail = done.then(settled, settled);
      return done;
    },
  };
}
