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
  const firsts = firstUnits(sorted);
  const singles = idsBySingleUnit(sorted, ids);
  const slots = bucketsByPair(sorted);
  const mask = slots.length / SLOT - 1;

  return {
    scan(text, onHit) {
      const { length } = text;
      for (let start = 0; start < length; start += 1) {
        const unit = text.charCodeAt(start);
        const kind = firsts[unit] as number;
        if (kind === 0) continue;
        if (kind & BEGINS_A_TERM && start + 1 < length) {
          const at = findSlot(slots, mask, (unit << 16) | text.charCodeAt(start + 1));
          const last = slots[at + END] as number;
          for (let position = slots[at + START] as number; position < last; position += 1) {
            const term = sorted[position] as string;
            if (standsAt(term, text, start)) onHit(ids[position] as number, start, start + term.length);
          }
        }
        if (kind & IS_A_TERM) for (const id of singles.get(unit) as number[]) onHit(id, start, start + 1);
      }
    },
  };
}

/** By first pair of units, so that buckets lie together; within a bucket the longest first. */
function inBucketOrder(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0) || secondUnit(a) - secondUnit(b) || b.length - a.length;
}

function secondUnit(term: string): number {
  return term.length > 1 ? term.charCodeAt(1) : -1;
}

function firstUnits(sorted: readonly string[]): Uint8Array {
  const firsts = new Uint8Array(UNITS);
  for (const term of sorted) {
    const unit = term.charCodeAt(0);
    firsts[unit] = (firsts[unit] as number) | (term.length > 1 ? BEGINS_A_TERM : IS_A_TERM);
  }
  return firsts;
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

/** A slot of the hash: the pair of units, and the range of sorted terms that begin with it. An empty slot ends at 0. */
const SLOT = 4;
const START = 1;
const END = 2;

/** An open hash from pairs of units to ranges of the sorted terms, at most a quarter full, so that misses end at once. */
function bucketsByPair(sorted: readonly string[]): Int32Array {
  let size = 16;
  while (size < sorted.length * 4) size *= 2;
  const slots = new Int32Array(size * SLOT);
  for (const [position, term] of sorted.entries()) {
    if (term.length < 2) continue;
    const pair = (term.charCodeAt(0) << 16) | term.charCodeAt(1);
    const at = findSlot(slots, size - 1, pair);
    if (slots[at + END] === 0) {
      slots[at] = pair;
      slots[at + START] = position;
    }
    slots[at + END] = position + 1;
  }
  return slots;
}

/** The slot of a pair, or the empty one where it would go. */
function findSlot(slots: Int32Array, mask: number, pair: number): number {
  let number = (Math.imul(pair, 0x9e3779b1) >>> 12) & mask;
  while (slots[number * SLOT + END] !== 0 && slots[number * SLOT] !== pair) number = (number + 1) & mask;
  return number * SLOT;
}

/** The first two units are known to fit. */
function standsAt(term: string, text: string, start: number): boolean {
  if (start + term.length > text.length) return false;
  for (let at = 2; at < term.length; at += 1) if (term.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
