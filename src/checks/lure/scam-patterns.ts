import type { PatternHit, ScamPattern } from '../../registry/types.js';
import { hasDoor } from '../doors.js';
import type { Check, Finding, Subject } from '../types.js';

/**
 * Words soften, never clear: a thief can type any disclaimer, so a softened pattern still says that it was met. Who asks
 * about a lure is not luring; in everyday talk nothing is decisive, for people also tell each other what happened.
 */
function strengthOf(hit: PatternHit, pattern: ScamPattern, { character }: Subject): Finding['strength'] {
  if (hit.warnedAgainst) return 'weak';
  if (character === 'question') return pattern.strength === 'decisive' ? 'medium' : 'weak';
  return character === 'chat' && pattern.strength === 'decisive' ? 'strong' : pattern.strength;
}

function findingFor(hit: PatternHit, pattern: ScamPattern, subject: Subject): Finding {
  return {
    id: `pattern.${pattern.id}`,
    family: pattern.family,
    leaning: 'scam',
    strength: strengthOf(hit, pattern, subject),
    span: subject.notice.body.toOriginal(hit.start, hit.end),
    facts: { pattern: pattern.id, softened: hit.warnedAgainst ? 'warning' : '' },
  };
}

export const scamPatterns: Check = {
  id: 'scam-patterns',
  asks: 'Does the text fit a known scam, and does it offer the door that this scam needs?',
  about: 'patterns',
  run: (subject) =>
    subject.patterns.flatMap((hit) => {
      const pattern = subject.registry.pattern(hit.patternId);
      if (!pattern || (pattern.hook !== null && !hasDoor(pattern.hook, subject))) return [];
      return [findingFor(hit, pattern, subject)];
    }),
};
