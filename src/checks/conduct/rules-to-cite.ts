import { type CitationStrength, type ConductRule, citationStrength } from '../../registry/conduct.js';
import type { BindingLevel } from '../../registry/conduct-records.js';
import type { Spoken } from './types.js';

/** More than this many rules are not read by anybody. */
const MOST = 3;

const WEIGHT: Partial<Record<BindingLevel, number>> = {
  law: 0,
  admin_regulation: 1,
  dept_rule: 2,
  recommended_standard: 3,
  self_regulatory: 4,
};

interface Citable {
  readonly rule: ConductRule;
  readonly strength: CitationStrength;
}

/** A rule for one kind of lender is cited only against that kind. */
const binds = (rule: ConductRule, { subject }: Spoken): boolean =>
  rule.appliesTo === null || (subject.claim !== null && rule.appliesTo.includes(subject.claim.platform.kind));

/**
 * The rules to name, the most binding first. What only the police can judge comes last, and always finds a place:
 * where it applies, it is what matters most to the person.
 */
export function rulesToCite(ids: readonly string[], spoken: Spoken): readonly string[] {
  const citable = [...new Set(ids)].flatMap((id): Citable[] => {
    const rule = spoken.conduct.rule(id);
    const strength = rule && binds(rule, spoken) ? citationStrength(rule) : null;
    return rule && strength ? [{ rule, strength }] : [];
  });
  const police = citable.filter(({ strength }) => strength === 'police_decide').slice(0, 1);
  const others = citable
    .filter(({ strength }) => strength !== 'police_decide')
    .sort((a, b) => (WEIGHT[a.rule.level] ?? MOST) - (WEIGHT[b.rule.level] ?? MOST));
  return [...others.slice(0, MOST - police.length), ...police].map(({ rule }) => rule.id);
}
