/** Work in lanes: in one lane, one after the other in the order in which it came; different lanes at the same time. */
export interface Lanes {
  /** `task` must not throw. False when too much waits in the lane already: then it is not run. */
  run(lane: string, task: () => Promise<void>): boolean;
}

/** Nobody writes faster than messages are read, unless it is a machine. */
const MOST_WAITING = 50;

export function createLanes(): Lanes {
  const lanes = new Map<string, { last: Promise<void>; waiting: number }>();
  return {
    run(name, task) {
      const lane = lanes.get(name) ?? { last: Promise.resolve(), waiting: 0 };
      if (lane.waiting >= MOST_WAITING) return false;
      lanes.set(name, lane);
      lane.waiting += 1;
      lane.last = lane.last.then(task).then(() => {
        lane.waiting -= 1;
        if (lane.waiting === 0) lanes.delete(name);
      });
      return true;
    },
  };
}
