import type { Registry } from '../registry/types.js';
import type { VerdictName } from '../verdict/types.js';
import { dayIn } from './compose.js';
import { composeTalk } from './talk.js';
import type { Language, ReplyBody } from './types.js';
import { wordingIn } from './wording.js';

/** Tells somebody that they were right to doubt a verdict, on the day (ISO) on which they said so. The message itself is gone. */
export function composeCorrection(
  told: { day: string; verdict: VerdictName },
  registry: Registry,
  language: Language,
): ReplyBody {
  const wording = wordingIn(registry, language);
  const values = { day: dayIn(told.day, wording), verdict: wording.text(`verdict.${told.verdict}`) };
  return composeTalk('corrected', registry, language, { values });
}
