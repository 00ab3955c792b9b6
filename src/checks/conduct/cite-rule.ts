import { type CitationStrength, type ConductRule, citationStrength } from '../../registry/conduct.js';

/** Every way in which a rule may be named, from the most to the least binding. */
export const CITATION_STRENGTHS: readonly CitationStrength[] = ['violates', 'departs_from', 'police_decide'];

/** What a sentence that names a broken rule is made of. `wording` is the key of the sentence, the rest fills it. */
export interface Citation {
  /** `conduct.cite.violates`, `conduct.cite.departs_from` or `conduct.cite.police_decide`. */
  readonly wording: `conduct.cite.${CitationStrength}`;
  readonly facts: {
    /** 《个人信息保护法》 */
    readonly title: string;
    /** 第十条, or '' when no source gives it. In English with a leading comma: ", Article 10". */
    readonly article: string;
  };
}

function articleOf({ article }: ConductRule, language: 'zh' | 'en'): string {
  if (!article) return '';
  return language === 'zh' ? article.zh : `, ${article.en}`;
}

/** How to name a rule that a notice breaks, as strongly as its binding level allows; null when it may not be named at all. */
export function citeRule(rule: ConductRule, language: 'zh' | 'en'): Citation | null {
  const strength = citationStrength(rule);
  if (!strength) return null;
  return { wording: `conduct.cite.${strength}`, facts: { title: rule.cite[language], article: articleOf(rule, language) } };
}
