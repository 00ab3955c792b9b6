import type { FoldBuffer } from './fold-buffer.js';
import { markPivot } from './traits.js';
import { CONTEXT, VARIANT_RULES, type VariantRule } from './variants.js';

const RULES_BY_PIVOT = new Map<number, VariantRule[]>();

for (const rule of VARIANT_RULES) {
  const pivot = rule.written.charCodeAt(rule.pivot ?? 0);
  const rules = RULES_BY_PIVOT.get(pivot);
  if (rules) rules.push(rule);
  else RULES_BY_PIVOT.set(pivot, [rule]);
  markPivot(pivot);
}

/**
 * Rewrites variant spellings in the buffer, at the places the fold pass noted. Replacements never grow, so one pass with a
 * reading and a writing end is enough.
 */
export function applyVariants(buffer: FoldBuffer): void {
  let read = 0;
  let write = 0;
  for (let turn = 0; turn < buffer.pivotCount; turn += 1) {
    const pivot = buffer.pivots[turn] as number;
    const rule = ruleAt(buffer, pivot, read);
    if (!rule) continue;
    const start = pivot - (rule.pivot ?? 0);
    write = shift(buffer, read, start, write);
    write = replace(buffer, rule, start, write);
    read = start + rule.written.length;
  }
  if (read === 0) return;
  buffer.length = shift(buffer, read, buffer.length, write);
}

function ruleAt(buffer: FoldBuffer, pivot: number, floor: number): VariantRule | undefined {
  const rules = RULES_BY_PIVOT.get(buffer.units[pivot] as number);
  return rules?.find((rule) => fits(buffer, rule, pivot - (rule.pivot ?? 0), floor));
}

function fits(buffer: FoldBuffer, rule: VariantRule, start: number, floor: number): boolean {
  const { written } = rule;
  if (start < floor || start + written.length > buffer.length) return false;
  for (let at = 0; at < written.length; at += 1) {
    if (buffer.units[start + at] !== written.charCodeAt(at)) return false;
  }
  if (rule.after && !rule.after.test(excerpt(buffer, Math.max(floor, start - CONTEXT), start))) return false;
  const end = start + written.length;
  return !rule.before || rule.before.test(excerpt(buffer, end, Math.min(buffer.length, end + CONTEXT)));
}

function excerpt(buffer: FoldBuffer, start: number, end: number): string {
  return String.fromCharCode(...buffer.units.subarray(start, end));
}

function shift(buffer: FoldBuffer, from: number, to: number, write: number): number {
  if (write !== from) {
    buffer.units.copyWithin(write, from, to);
    buffer.starts.copyWithin(write, from, to);
  }
  return write + to - from;
}

/** Its last unit stands for the last one written, so that a quote of the whole takes in all of it. */
function replace(buffer: FoldBuffer, rule: VariantRule, start: number, write: number): number {
  const { written, means } = rule;
  const last = buffer.starts[start + written.length - 1] as number;
  for (let at = 0; at < means.length; at += 1) {
    buffer.units[write + at] = means.charCodeAt(at);
    buffer.starts[write + at] = at === means.length - 1 ? last : (buffer.starts[start + at] as number);
  }
  if (means.length !== written.length) buffer.moved = true;
  return write + means.length;
}
