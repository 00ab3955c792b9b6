import type { Registry } from '../registry/types.js';
import type { Verdict } from '../verdict/types.js';
import { reasonsAmong } from './told.js';
import type { Language } from './types.js';

/** Verdicts under which a scam's own advice is given; under the others it would accuse. */
const WITH_ADVICE: ReadonlySet<string> = new Set(['scam', 'suspicious']);

/** What the record of the strongest scam pattern among the reasons advises; null when there is none. */
export function adviceOf({ verdict, findings }: Verdict, registry: Registry, language: Language): string | null {
  if (!WITH_ADVICE.has(verdict)) return null;
  const told = reasonsAmong(findings).find(({ finding }) => finding.facts.pattern);
  return registry.pattern(told?.finding.facts.pattern ?? '')?.advice[language] ?? null;
}

/** Numbers that a sentence tells to call, each once: 110, 12368. */
export const numbersIn = (text: string): string[] => [...new Set(text.match(/\d{3,}/g) ?? [])];
