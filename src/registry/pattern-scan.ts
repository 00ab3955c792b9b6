import { type CompiledPattern, type PatternPlan, planPatterns, type Step, type Use } from './pattern-plan.js';
import { endsSentence } from './sentences.js';
import { createTermIndex, type TermIndex } from './terms.js';

/** Widest gap that a `…` in a phrase bridges, in characters. */
const GAP = 12;
const SLOT = 4;
/** Further back than any gap reaches. */
const NOWHERE = -GAP - 1;

/** One place of a phrase: which pattern it serves, with which bit, and where it stands. */
type OnPhrase = (pattern: number, bit: number, start: number, end: number) => void;

/**
 * Scans texts for the phrases of all patterns at once. The first pass only sets bits, which is all that most texts ever
 * need; places are listed by a second pass. One instance serves every text: scans are synchronous, and a running number
 * tells what the present scan has written, so that nothing is cleared in between.
 */
export class PatternScan {
  readonly #plan: PatternPlan;
  readonly #index: TermIndex;
  readonly #seen: Int32Array;
  readonly #seenIn: Float64Array;
  readonly #partIn: Float64Array;
  readonly #slotIn: Float64Array;
  /** By slot: start and end of the latest occurrence, then of the one before it that it does not overlap. */
  readonly #slots: Int32Array;
  readonly #complete: number[] = [];
  #scan = 0;
  #text = '';
  #onPhrase: OnPhrase | null = null;

  constructor(patterns: readonly CompiledPattern[]) {
    this.#plan = planPatterns(patterns);
    this.#index = createTermIndex(this.#plan.parts);
    this.#seen = new Int32Array(patterns.length);
    this.#seenIn = new Float64Array(patterns.length);
    this.#partIn = new Float64Array(this.#plan.parts.length);
    this.#slotIn = new Float64Array(this.#plan.slots);
    this.#slots = new Int32Array(this.#plan.slots * SLOT);
  }

  /** The literal parts of all phrases, by number. Whoever looks for other words too can scan for all of them at once. */
  get parts(): readonly string[] {
    return this.#plan.parts;
  }

  /** Starts a first pass over a text; then every place of a part goes to `onPart`, from left to right. */
  begin(text: string): void {
    this.#complete.length = 0;
    this.#scan += 1;
    this.#text = text;
  }

  /** Ends the first pass: the patterns with a phrase of every group in the text and none of `none_of`, in order. */
  finish(): readonly number[] {
    this.#text = '';
    if (this.#complete.length === 0) return this.#complete;
    return this.#complete.filter((pattern) => this.#seen[pattern] === this.allGroups(pattern)).sort((a, b) => a - b);
  }

  /** Every place of every phrase of every pattern. */
  listPhrases(text: string, onPhrase: OnPhrase): void {
    this.#scan += 1;
    this.#text = text;
    this.#onPhrase = onPhrase;
    this.#index.scan(text, this.onPart);
    this.#text = '';
    this.#onPhrase = null;
  }

  /** The bits of all groups of a pattern. */
  allGroups(pattern: number): number {
    return this.#plan.wanted[pattern] as number;
  }

  /** One place of a part, by its number. */
  readonly onPart = (part: number, start: number, end: number): void => {
    if (this.#onPhrase !== null || this.#partIn[part] !== this.#scan) {
      this.#partIn[part] = this.#scan;
      this.#use(this.#plan.uses[part] as readonly Use[], start, end);
    }
    const steps = this.#plan.steps[part] as readonly Step[];
    for (let at = 0; at < steps.length; at += 1) {
      const { after, next, uses } = steps[at] as Step;
      const from = after < 0 ? start : this.#startOf(after, start);
      if (from < 0) continue;
      if (next < 0) this.#use(uses, from, end);
      else this.#fill(next, from, start, end);
    }
  };

  #use(uses: readonly Use[], start: number, end: number): void {
    for (let at = 0; at < uses.length; at += 1) {
      const { pattern, bit } = uses[at] as Use;
      if (this.#onPhrase === null) this.#mark(pattern, bit);
      else this.#onPhrase(pattern, bit, start, end);
    }
  }

  #mark(pattern: number, bit: number): void {
    const before = this.#seenIn[pattern] === this.#scan ? (this.#seen[pattern] as number) : 0;
    const now = before | bit;
    if (now === before) return;
    this.#seenIn[pattern] = this.#scan;
    this.#seen[pattern] = now;
    if (now === this.#plan.wanted[pattern]) this.#complete.push(pattern);
  }

  #fill(slot: number, from: number, start: number, end: number): void {
    const at = slot * SLOT;
    if (this.#slotIn[slot] !== this.#scan) {
      this.#slotIn[slot] = this.#scan;
      this.#slots[at + 2] = this.#slots[at + 3] = NOWHERE;
    } else if ((this.#slots[at + 1] as number) <= start) this.#slots.copyWithin(at + 2, at, at + 2);
    this.#slots[at] = from;
    this.#slots[at + 1] = end;
  }

  /** Where the phrase in a slot began, when a gap may bridge from its end to `start`; -1 otherwise. */
  #startOf(slot: number, start: number): number {
    if (this.#slotIn[slot] !== this.#scan) return -1;
    // A longer part may have begun between: then it is the occurrence before that one that counts.
    const at = slot * SLOT + ((this.#slots[slot * SLOT + 1] as number) > start ? 2 : 0);
    const end = this.#slots[at + 1] as number;
    if (start - end > GAP) return -1;
    for (let between = end; between < start; between += 1) if (endsSentence(this.#text.charCodeAt(between))) return -1;
    return this.#slots[at] as number;
  }
}
