import { citeRule } from '../checks/conduct/cite-rule.js';
import type { Breach } from '../checks/conduct/types.js';
import { quoteAround } from './quote.js';
import { quoted, type Telling } from './telling.js';
import type { Line } from './types.js';

/** More breaches than this are not read; the complaint can name them all. */
const MOST_BREACHES = 4;
/** The most binding rule and one more: who complains needs one, not a list. */
const MOST_RULES = 2;

/** `可能违反《…》第…条、不符合《…》`: as strongly as each rule allows. */
function citationsOf({ rules }: Breach, { registry, wording }: Telling): Line {
  const citations = rules
    .flatMap((id) => registry.conduct.rule(id) ?? [])
    .flatMap((rule) => citeRule(rule, wording.language) ?? [])
    .slice(0, MOST_RULES)
    .map((citation) => wording.text(citation.wording, citation.facts));
  return [{ kind: 'text', text: [...new Set(citations)].join(wording.text('list.join')) }];
}

function breachLine(breach: Breach, telling: Telling): Line {
  const { wording, verdict } = telling;
  const topic = wording.text(`conduct.topic.${breach.topic}`);
  const citation = citationsOf(breach, telling);
  const quote = breach.span ? quoted([quoteAround(verdict.notice.source, breach.span)], wording) : [];
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
