/** Reports one place where a term stands: the index of the term in the list given, and its half-open range in the text. */
export type OnTermHit = (termId: number, start: number, end: number) => void;

export interface TermIndex {
  /**
   * Finds every place of every term, overlapping ones too: from left to right by start, the longest first at each start.
   * Allocates nothing; the cost is one or two table look-ups per character plus the few terms that begin with that pair.
   */
  scan(text: string, onHit: OnTermHit): void;
}

const UNITS = 0x10000;
const BEGINS_A_TERM = 1;
const IS_A_TERM = 2;

/**
 * Finds many literal terms in one pass over a text. A table over all first UTF-16 units says where to look at all; a
 * hash of the first two units then leads to the few terms that begin with that pair, the longest first. Empty terms
 * are never found.
 */
export function createTermIndex(terms: readonly string[]): TermIndex {
  const ids = terms.map((_, id) => id).filter((id) => (terms[id] as string).length > 0);
  ids.sort((a, b) => inBucketOrder(terms[a] as string, terms[b] as string));
  const sorted = ids.map((id) => terms[id] as string);

  const firsts = new Uint8Array(UNITS);
  for (const term of sorted)
    firsts[term.charCodeAt(0)] = (firsts[term.charCodeAt(0)] as number) | (term.length > 1 ? BEGINS_A_TERM : IS_A_TERM);
  const buckets = bucketsByPair(sorted);
  const singles = idsBySingleUnit(sorted, ids);

  return {
    scan(text, onHit) {
      const { length } = text;
      for (let start = 0; start < length; start += 1) {
        const unit = text.charCodeAt(start);
        const kind = firsts[unit] as number;
        if (kind === 0) continue;
        if (kind & BEGINS_A_TERM && start + 1 < length) {
          const bucket = buckets.find(unit, text.charCodeAt(start + 1));
          const last = buckets.ends[bucket] as number;
          for (let at = buckets.starts[bucket] as number; at < last; at += 1) {
            const term = sorted[at] as string;
            if (standsAt(term, text, start)) onHit(ids[at] as number, start, start + term.length);
          }
        }
        if (kind & IS_A_TERM) for (const id of singles.get(unit) as number[]) onHit(id, start, start + 1);
      }
    },
  };
}

/** By first pair of units, so that buckets lie together; within a bucket the longest first. */
function inBucketOrder(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0) || pairOrder(a, b) || b.length - a.length;
}

function pairOrder(a: string, b: string): number {
  return (a.length > 1 ? a.charCodeAt(1) : -1) - (b.length > 1 ? b.charCodeAt(1) : -1);
}

/** The first two units are known to fit. */
function standsAt(term: string, text: string, start: number): boolean {
  if (start + term.length > text.length) return false;
  for (let at = 2; at < term.length; at += 1) if (term.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

interface PairBuckets {
  /** The bucket of a pair of units; an empty one when no term begins with it. */
  find(first: number, second: number): number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** An open hash from pairs of units to ranges of the sorted terms, at most a quarter full, so that misses end at once. */
function bucketsByPair(sorted: readonly string[]): PairBuckets {
  let size = 16;
  while (size < sorted.length * 4) size *= 2;
  const keys = new Int32Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const find = (first: number, second: number): number => {
    const key = (first << 16) | second;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & (size - 1);
    while (ends[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (const [position, term] of sorted.entries()) {
    if (term.length < 2) continue;
    const slot = find(term.charCodeAt(0), term.charCodeAt(1));
    if (ends[slot] === 0) {
      keys[slot] = (term.charCodeAt(0) << 16) | term.charCodeAt(1);
      starts[slot] = position;
    }
    ends[slot] = position + 1;
  }
  return { find, starts, ends };
}

function idsBySingleUnit(sorted: readonly string[], ids: readonly number[]): ReadonlyMap<number, number[]> {
  const singles = new Map<number, number[]>();
  for (const [position, term] of sorted.entries()) {
    if (term.length !== 1) continue;
    const unit = term.charCodeAt(0);
    singles.set(unit, [...(singles.get(unit) ?? []), ids[position] as number]);
  }
  return singles;
}
