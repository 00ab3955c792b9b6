import type { Finding } from '../checks/types.js';
import type { Span } from '../notice/types.js';

/** One thing to tell: a finding, and those that say the same of another place. */
export interface Told {
  readonly finding: Finding;
  readonly alike: readonly Finding[];
}

/** More reasons than this are not read. */
const MOST_REASONS = 4;

const overlap = (a: Span | null, b: Span | null): boolean => a !== null && b !== null && a.start < b.end && b.start < a.end;

export const isStrong = ({ strength }: Finding): boolean => strength === 'strong' || strength === 'decisive';

const saysTheSame = (a: Finding, b: Finding): boolean => a.id === b.id && !overlap(a.span, b.span) && a.span !== null;

/** A phrase that stands inside a warning against it is no reason to doubt the message. */
export const isWarnedOf = ({ facts }: Finding): boolean => Boolean(facts.softened);

/**
 * What speaks against the message, strongest first, at most four. Findings of one family are one reason; so is a weaker
 * finding about words that a reason already quotes.
 */
export function reasonsAmong(findings: readonly Finding[]): Told[] {
  const told: { finding: Finding; alike: Finding[] }[] = [];
  for (const finding of findings) {
    if (finding.leaning !== 'scam' || isWarnedOf(finding)) continue;
    const relative = told.find((reason) => reason.finding.family === finding.family);
    if (relative && saysTheSame(relative.finding, finding)) relative.alike.push(finding);
    if (relative || (!isStrong(finding) && told.some((reason) => overlap(reason.finding.span, finding.span)))) continue;
    told.push({ finding, alike: [] });
  }
  return told.slice(0, MOST_REASONS);
}

/** Findings of one id as one thing to tell, in their order. */
export function gatherById(findings: readonly Finding[]): Told[] {
  const told = new Map<string, { finding: Finding; alike: Finding[] }>();
  for (const finding of findings) {
    const known = told.get(finding.id);
    if (known) known.alike.push(finding);
    else told.set(finding.id, { finding, alike: [] });
  }
  return [...told.values()];
}
