/** Work in lanes: in one lane, one after the other in the order in which it came; different lanes at the same time. */
export interface Lanes {
  /** `task` must not throw. */
  run(lane: string, task: () => Promise<void>): void;
}

export function createLanes(): Lanes {
  const lastOf = new Map<string, Promise<void>>();
  return {
    run(lane, task) {
      const last = (lastOf.get(lane) ?? Promise.resolve()).then(task).then(() => {
        if (lastOf.get(lane) === last) lastOf.delete(lane);
      });
      lastOf.set(lane, last);
    },
  };
}
