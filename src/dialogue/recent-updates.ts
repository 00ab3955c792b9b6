/** Updates that are remembered; more than any chat network delivers again. */
const MOST_REMEMBERED = 20_000;

/** Remembers what became of each update, in memory; the oldest make room. */
export interface RecentUpdates<Outcome> {
  /** Begins with an update unless that was done before; what became of it either way. */
  once(id: string, begin: () => Promise<Outcome>): { readonly isFirst: boolean; readonly outcome: Promise<Outcome> };
  /** The next delivery of this update is the first one again. */
  forget(id: string): void;
}

export function createRecentUpdates<Outcome>(): RecentUpdates<Outcome> {
  const taken = new Map<string, Promise<Outcome>>();
  return {
    once(id, begin) {
      const known = taken.get(id);
      if (known) return { isFirst: false, outcome: known };
      const outcome = begin();
      taken.set(id, outcome);
      if (taken.size > MOST_REMEMBERED) taken.delete(taken.keys().next().value as string);
      return { isFirst: true, outcome };
    },
    forget: (id) => void taken.delete(id),
  };
}
