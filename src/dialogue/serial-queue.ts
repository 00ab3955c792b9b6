/** Runs tasks of one key one after the other, in order; those of different keys side by side. */
export interface SerialQueue {
  /** A task must not throw. */
  add(key: string, task: () => Promise<void>): void;
  /** Settles when nothing is at work. */
  idle(): Promise<void>;
}

export function createSerialQueue(): SerialQueue {
  const last = new Map<string, Promise<void>>();
  return {
    add(key, task) {
      const next = (last.get(key) ?? Promise.resolve()).then(task).finally(() => {
        if (last.get(key) === next) last.delete(key);
      });
      last.set(key, next);
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
