/** The words of one scam pattern, ready to match. Plain JSON. */
export interface CompiledPattern {
  readonly id: string;
  /** Every group must be hit by one of its phrases. Phrases are folded; `…` stands for a gap. */
  readonly groups: readonly (readonly string[])[];
  /** None of these phrases may be hit. */
  readonly noneOf: readonly string[];
}

/** Bit 31 marks a phrase of `none_of`; groups take the bits below. */
const NONE_OF = 1 << 31;
const MOST_GROUPS = 31;

/** What a phrase means to one pattern: the bit of one of its groups, or `NONE_OF`. */
export interface Use {
  readonly pattern: number;
  readonly bit: number;
}

/**
 * One literal part of a phrase with gaps. Having found part after part, a scan keeps where the phrase began and how far
 * it got in a slot: a step reads the slot `after` (-1 for the first part) and fills the slot `next` (-1 for the last).
 */
export interface Step {
  readonly after: number;
  readonly next: number;
  /** Only of a last part. */
  readonly uses: readonly Use[];
}

/** All patterns turned around: from each literal part of their phrases to what finding it means. */
export interface PatternPlan {
  readonly parts: readonly string[];
  /** By part: meanings of the phrase that is this part alone. */
  readonly uses: readonly (readonly Use[])[];
  /** By part: phrases with gaps that it belongs to. Later parts of a phrase come first, so that a part never follows itself. */
  readonly steps: readonly (readonly Step[])[];
  readonly slots: number;
  /** By pattern: the bits of all its groups. */
  readonly wanted: Int32Array;
}

/** Turns patterns around for scanning. Throws when one has more groups than there are bits. */
export function planPatterns(patterns: readonly CompiledPattern[]): PatternPlan {
  const uses = new Map<string, Use[]>();
  const steps = new Map<string, Step[]>();
  let slots = 0;
  for (const [phrase, meanings] of usesByPhrase(patterns)) {
    const parts = phrase.split('…');
    if (parts.length === 1) append(uses, phrase, meanings);
    else {
      for (const [at, part] of parts.entries()) {
        const last = at === parts.length - 1;
        append(steps, part, [
          { after: at === 0 ? -1 : slots + at - 1, next: last ? -1 : slots + at, uses: last ? meanings : [] },
        ]);
      }
      slots += parts.length - 1;
    }
  }
  const parts = [...new Set([...uses.keys(), ...steps.keys()])];
  return {
    parts,
    uses: parts.map((part) => uses.get(part) ?? []),
    steps: parts.map((part) => (steps.get(part) ?? []).reverse()),
    slots,
    wanted: Int32Array.from(patterns, ({ groups }) => 2 ** groups.length - 1),
  };
}

function usesByPhrase(patterns: readonly CompiledPattern[]): ReadonlyMap<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const [pattern, { id, groups, noneOf }] of patterns.entries()) {
    if (groups.length > MOST_GROUPS) throw new RangeError(`${id}: has more than ${MOST_GROUPS} groups`);
    for (const [group, phrases] of groups.entries()) {
      for (const phrase of phrases) append(uses, phrase, [{ pattern, bit: 1 << group }]);
    }
    for (const phrase of noneOf) append(uses, phrase, [{ pattern, bit: NONE_OF }]);
  }
  return uses;
}

function append<T>(map: Map<string, T[]>, key: string, values: readonly T[]): void {
  const known = map.get(key);
  if (known) known.push(...values);
  else map.set(key, [...values]);
}
