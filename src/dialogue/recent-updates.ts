/** Updates that are remembered; more than any chat network delivers again. */
const MOST_REMEMBERED = 20_000;

/** Remembers which updates were taken, in memory; the oldest make room. */
export function createRecentUpdates(): { takeFirst(id: string): boolean } {
  const taken = new Set<string>();
  return {
    takeFirst(id) {
      if (taken.has(id)) return false;
      taken.add(id);
      if (taken.size > MOST_REMEMBERED) {
        const [oldest] = taken;
        if (oldest !== undefined) taken.delete(oldest);
      }
      return true;
    },
  };
}
