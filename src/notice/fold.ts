import { FoldBuffer } from './fold-buffer.js';
import { composed, expansionOf, FATE_TABLE, Fate, fateOf, pairFold } from './fold-table.js';
import { TRAIT_TABLE, Trait } from './traits.js';
import type { Folded, Span } from './types.js';
import { applyVariants } from './variant-pass.js';

/** A matching copy that also says which kinds of characters it holds (bits of `Trait`). */
export interface TraitedFold extends Folded {
  readonly traits: number;
}

/** Makes the matching copy of a part of a source, as `foldText` does. */
export type FoldPart = (source: string, start: number, end: number) => TraitedFold;

const buffer = new FoldBuffer();

/**
 * The matching copy of `source.slice(start, end)`; its `toOriginal` answers in offsets of `source`.
 *
 * NFKC, lower case, simplified; nothing invisible, no space between two Chinese characters or at either end of a line, one space
 * for several, `\n` for every line end, known variant spellings in their usual one (variants.ts).
 * Unlike NFKC, … stays, hyphens become `-`, and ⑴ and ⒈ become 1. Linear in the length, and cheap where nothing changes.
 */
export function foldText(source: string, start = 0, end = source.length): TraitedFold {
  const from = Math.min(Math.max(start, 0), source.length);
  const to = Math.min(Math.max(end, from), source.length);
  buffer.reset(to - from);
  const changed = foldUnits(source, from, to);
  const before = buffer.length;
  if (buffer.pivotCount > 0) applyVariants(buffer);
  const same = !changed && !buffer.moved && buffer.pivotCount === 0 && before === to - from;
  const text = same ? source.slice(from, to) : buffer.text();
  return new Copy(source, from, to, text, buffer.traits, buffer.moved ? buffer.map() : null);
}

/** Fills the buffer; true when a unit was replaced by another. */
function foldUnits(source: string, from: number, to: number): boolean {
  let changed = false;
  let at = from;
  while (at < to) {
    const stopped = foldPlain(source, at, to);
    changed ||= plainChanged !== 0;
    if (stopped < to) {
      changed = true;
      at = foldSpecial(source, stopped, to, fateOf(source.charCodeAt(stopped)));
    } else at = stopped;
  }
  return changed;
}

let plainChanged = 0;

/** Copies units that become one unit each, up to the first that does not. This loop is the cost of a short message. */
function foldPlain(source: string, from: number, to: number): number {
  const { units, starts } = buffer;
  let { length, traits } = buffer;
  let changed = 0;
  let at = from;
  for (; at < to; at += 1) {
    const unit = source.charCodeAt(at);
    const fate = (FATE_TABLE[unit] as number) || fateOf(unit);
    if (fate <= Fate.space) break;
    const kinds = TRAIT_TABLE[fate] as number;
    if (kinds & Trait.pivot) buffer.pivots[buffer.pivotCount++] = length;
    traits |= kinds;
    changed |= fate ^ unit;
    units[length] = fate;
    starts[length] = at;
    length += 1;
  }
  buffer.length = length;
  buffer.traits = traits;
  plainChanged = changed;
  return at;
}

/** Everything that is not one unit for one unit. Returns where to go on. */
function foldSpecial(source: string, at: number, to: number, fate: number): number {
  if (fate === Fate.space) return foldSpace(source, at, to);
  if (fate === Fate.newline) return foldLineEnd(source, at, to);
  if (fate === Fate.surrogate) return foldPair(source, at, to);
  buffer.moved = true;
  if (fate === Fate.expand) putAll(expansionOf(source.charCodeAt(at)), at, to - at);
  else {
    buffer.traits |= Trait.removed;
    if (fate === Fate.combine) combineWithLast(source.charCodeAt(at));
  }
  return at + 1;
}

function foldLineEnd(source: string, at: number, to: number): number {
  const pair = source.charCodeAt(at) === 13 && at + 1 < to && source.charCodeAt(at + 1) === 10;
  buffer.traits |= Trait.newline;
  buffer.put(Fate.newline, at);
  if (pair) buffer.moved = true;
  return pair ? at + 2 : at + 1;
}

function foldSpace(source: string, at: number, to: number): number {
  let next = at + 1;
  while (next < to && isBlank(source.charCodeAt(next))) next += 1;
  const kept = spaceMatters(source, next, to);
  if (kept) buffer.put(Fate.space, at);
  if (!kept || next > at + 1) buffer.moved = true;
  return next;
}

function isBlank(unit: number): boolean {
  const fate = fateOf(unit);
  if (fate === Fate.drop) buffer.traits |= Trait.removed;
  return fate === Fate.space || fate === Fate.drop;
}

function spaceMatters(source: string, next: number, to: number): boolean {
  const last = buffer.length - 1;
  if (last < 0 || next >= to || buffer.units[last] === Fate.newline) return false;
  const following = source.charCodeAt(next);
  if (fateOf(following) === Fate.newline) return false;
  const preceding = source.charCodeAt(buffer.starts[last] as number);
  return !((TRAIT_TABLE[preceding] as number) & (TRAIT_TABLE[following] as number) & Trait.square);
}

function foldPair(source: string, at: number, to: number): number {
  const codePoint = source.codePointAt(at) as number;
  if (codePoint <= 0xffff || at + 1 >= to) {
    buffer.put(source.charCodeAt(at), at);
    return at + 1;
  }
  const folded = pairFold(codePoint);
  if (folded.length === 2 && folded.codePointAt(0) === codePoint) {
    buffer.put(source.charCodeAt(at), at);
    buffer.put(source.charCodeAt(at + 1), at + 1);
  } else {
    buffer.moved = true;
    if (folded === '') buffer.traits |= Trait.removed;
    putAll(folded, at, to - at);
  }
  return at + 2;
}

function putAll(text: string, start: number, stillToCome: number): void {
  buffer.ensure(text.length + stillToCome);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    buffer.traits |= TRAIT_TABLE[unit] as number;
    buffer.put(unit, start);
  }
}

function combineWithLast(mark: number): void {
  const last = buffer.length - 1;
  const joined = last < 0 ? null : composed(buffer.units[last] as number, mark);
  if (joined === null) return;
  buffer.traits |= TRAIT_TABLE[joined] as number;
  buffer.units[last] = joined;
}

class Copy implements TraitedFold {
  readonly text: string;
  readonly traits: number;
  private readonly source: string;
  private readonly from: number;
  private readonly to: number;
  /** Offset in the source of every unit of the copy; null when they all stand side by side. */
  private readonly map: Int32Array | null;

  constructor(source: string, from: number, to: number, text: string, traits: number, map: Int32Array | null) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.text = text;
    this.traits = traits;
    this.map = map;
  }

  toOriginal(start: number, end: number): Span {
    const first = Math.min(Math.max(start, 0), this.text.length);
    const last = Math.min(Math.max(end, first), this.text.length);
    if (!this.map) return { start: this.from + first, end: this.from + last };
    const begin = first < this.map.length ? (this.map[first] as number) : this.to;
    return { start: begin, end: last === first ? begin : this.endAfter(this.map[last - 1] as number) };
  }

  /** Where the character at `at` ends: the second half of a pair and the marks set on it belong to it. */
  private endAfter(at: number): number {
    let end = at + ((this.source.codePointAt(at) as number) > 0xffff ? 2 : 1);
    while (end < this.to && fateOf(this.source.charCodeAt(end)) === Fate.combine) end += 1;
    return Math.min(end, this.to);
  }
}
