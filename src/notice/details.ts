import { ACCOUNT_PATTERNS } from './detail-accounts.js';
import { AMOUNT_PATTERNS, DEADLINE_PATTERNS } from './detail-amounts.js';
import { IDENTIFIER_PATTERNS } from './detail-identifiers.js';
import type { DetailPattern } from './detail-pattern.js';
import type { TraitedFold } from './fold.js';
import { allMatches, holdsAny } from './matches.js';
import { Trait } from './traits.js';
import type { Detail, Span } from './types.js';

/** One kind shadows another at the same place: an identity number is no bank card, a code no amount. */
const PATTERNS: readonly DetailPattern[] = [...IDENTIFIER_PATTERNS, ...ACCOUNT_PATTERNS, ...AMOUNT_PATTERNS];
const NEEDED = PATTERNS.reduce((needs, pattern) => needs | pattern.needs, 0);
/** Every deadline holds one of their cues: one search for all of them instead of one for each. */
const DEADLINE_CUE = new RegExp(DEADLINE_PATTERNS.flatMap(({ cues }) => cues ?? ['']).join('|'));
const NONE: readonly Detail[] = [];

interface Hit extends Span {
  readonly detail: Detail;
}

/** Cards, chat accounts, amounts, deadlines and the other details of a text, in order; nothing inside an address counts. */
export function findDetails(folded: TraitedFold, taken: readonly Span[]): readonly Detail[] {
  const hits: Hit[] = [];
  if (folded.traits & NEEDED & (Trait.digit | Trait.latin | Trait.at)) {
    for (const pattern of PATTERNS) if (folded.traits & pattern.needs) collect(folded, pattern, taken, hits);
  }
  if (folded.traits & Trait.square && DEADLINE_CUE.test(folded.text)) {
    for (const pattern of DEADLINE_PATTERNS) collect(folded, pattern, taken, hits);
  }
  if (hits.length === 0) return NONE;
  return hits.sort((a, b) => a.start - b.start).map(({ detail }) => detail);
}

function collect(folded: TraitedFold, { kind, pattern, cues, value }: DetailPattern, taken: readonly Span[], hits: Hit[]): void {
  if (cues && !holdsAny(folded.text, cues)) return;
  const known = kind === 'amount' || kind === 'bank_card' ? hits.filter(shadows) : [];
  let next = 0;
  for (const match of allMatches(pattern, folded.text)) {
    const written = match[1] ?? '';
    const read = value ? value(match) : written;
    if (read === null) continue;
    const start = match.index + match[0].lastIndexOf(written);
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const end = start + written.length;
    const isTaken = start >= (taken[next]?.start ?? Number.POSITIVE_INFINITY);
    if (isTaken || known.some((hit) => hit.start < end && start < hit.end)) continue;
    hits.push({ start, end, detail: { kind, value: read, span: folded.toOriginal(start, end) } });
  }
}

function shadows({ detail }: Hit): boolean {
  return detail.kind !== 'deadline' && detail.kind !== 'days_overdue';
}
