import { composeLetter } from '../../letters/compose-letter.js';
import { renderLetterHtml } from '../../letters/letter-html.js';
import { applyChoice } from '../../letters/questions.js';
import { LETTERS, type LetterFacts, type LetterId } from '../../letters/types.js';
import type { Platform } from '../../registry/types.js';
import type { Verdict } from '../../verdict/types.js';
import type { View } from './view.js';

/** What a letter can be filled with. */
export const factsFor = (verdict: Verdict): LetterFacts => ({
  verdict,
  platform: verdict.claim?.platform ?? null,
  role: verdict.notice.role,
  receivedAt: verdict.notice.receivedAt,
  askedToStop: null,
});

/** What is known of a letter about an institution when there is no message at hand. */
export const factsAbout = (platform: Platform): LetterFacts => ({
  verdict: null,
  platform,
  role: null,
  receivedAt: null,
  askedToStop: null,
});

export const letterNamed = (name: string): LetterId | null => LETTERS.find((known) => known === name) ?? null;

/** The facts with what was chosen beside the letter; fields that are no questions of a letter change nothing. */
const withAnswers = (facts: LetterFacts, fields: Readonly<Record<string, string>>): LetterFacts =>
  Object.entries(fields).reduce((known, [question, choice]) => applyChoice(known, question, choice), facts);

/** A complaint, ready to fill in and to print: a document of its own. */
export function letterDocument(
  id: LetterId,
  facts: LetterFacts,
  { registry, settings, assets, say }: View,
  fields: Readonly<Record<string, string>>,
): string {
  const letter = composeLetter(id, withAnswers(facts, fields), registry, settings.language);
  return renderLetterHtml(letter, { style: assets.href('letter.css'), script: assets.href('letter.js'), print: say('print') });
}
