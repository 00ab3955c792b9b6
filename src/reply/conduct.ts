import { citeRule } from '../checks/conduct/cite-rule.js';
import type { Breach } from '../checks/conduct/types.js';
import { quoteFrom } from './quote.js';
import { quoted, type Telling } from './telling.js';
import type { Line } from './types.js';

/** More breaches than this are not read; the complaint can name them all. */
const MOST_BREACHES = 4;
/** The most binding rule and one more: who complains needs one, not a list. */
const MOST_RULES = 2;

/** `可能违反《…》第…条`, `不符合《…》`: each rule as strongly as it allows; those that may not be named are left out. */
export function citationsOf(rules: readonly string[], { registry, wording }: Pick<Telling, 'registry' | 'wording'>): string[] {
  const citations = rules
    .flatMap((id) => registry.conduct.rule(id) ?? [])
    .flatMap((rule) => citeRule(rule, wording.language) ?? [])
    .map((citation) => wording.text(citation.wording, citation.facts));
  return [...new Set(citations)];
}

function breachLine(breach: Breach, telling: Telling): Line {
  const { wording, verdict } = telling;
  const topic = wording.text(`conduct.topic.${breach.topic}`);
  const citation = citationsOf(breach.rules.slice(0, MOST_RULES), telling).join(wording.text('list.join'));
  const quote = breach.span ? quoted([quoteFrom(verdict.notice, breach.span)], wording) : [];
  return wording.line(breach.span ? 'conduct.breach.quoted' : 'conduct.breach', { topic, citation, quote });
}

/**
 * Which rules of collection the notice breaks if it is genuine, a line each, with the rule as strongly as it binds. A
 * proper request to pass a message on is said to be one. To a borrower: rude collection does not end the debt.
 */
export function conductLines(telling: Telling): Line[] {
  const { verdict, wording } = telling;
  if (verdict.passesOnProperly) return [wording.line('conduct.proper')];
  const breaches = verdict.conduct.slice(0, MOST_BREACHES).map((breach) => breachLine(breach, telling));
  if (breaches.length === 0) return [];
  return verdict.notice.role === 'relative' ? breaches : [...breaches, wording.line('conduct.still_owed')];
}
