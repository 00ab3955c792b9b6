/** How many things happened within the last so many milliseconds, and when there is room for another. */
export interface Window {
  note(now: number): void;
  /** Milliseconds until one more fits; 0 when it does now. */
  roomIn(now: number): number;
}

/** A sliding window: at most `most` within any `span` milliseconds. */
export function createWindow(most: number, span: number): Window {
  const times: number[] = [];
  const forget = (now: number): void => {
    while (times[0] !== undefined && times[0] <= now - span) times.shift();
  };
  return {
    note: (now) => {
      times.push(now);
    },
    roomIn: (now) => {
      forget(now);
      const oldest = times[0];
      return times.length < most || oldest === undefined ? 0 : oldest + span - now;
    },
  };
}
