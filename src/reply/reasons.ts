import { type Telling, tell, tellAgain } from './telling.js';
import { isStrong, reasonsAmong, type Told } from './told.js';
import type { Language, Line } from './types.js';

const quotesIn = (line: Line): string =>
  line
    .filter(({ kind }) => kind === 'quote')
    .map(({ text }) => text)
    .join();

/** Chinese sentences follow each other without a space. */
const BETWEEN: Readonly<Record<Language, string>> = { zh: '', en: ' ' };

interface Reason {
  readonly line: Line;
  /** The person's words that it quotes, joined; '' when it quotes none. */
  readonly quotes: string;
  readonly isFull: boolean;
}

/** The same words are quoted once: a second strong finding about them adds a sentence to the line, others add nothing. */
function withMore(reason: Reason, told: Told, telling: Telling): Reason {
  const more = reason.isFull || !isStrong(told.finding) ? [] : tellAgain(told, telling);
  if (more.length === 0) return reason;
  return { ...reason, line: [...reason.line, { kind: 'text', text: BETWEEN[telling.wording.language] }, ...more], isFull: true };
}

/** What speaks against the message, strongest first, a line each. */
export function reasonLines(telling: Telling): Line[] {
  const reasons: Reason[] = [];
  for (const told of reasonsAmong(telling.verdict.findings)) {
    const line = tell(told, telling);
    const quotes = quotesIn(line);
    const at = quotes === '' ? -1 : reasons.findIndex((reason) => reason.quotes === quotes);
    const earlier = reasons[at];
    if (earlier) reasons[at] = withMore(earlier, told, telling);
    else reasons.push({ line, quotes, isFull: false });
  }
  return reasons.map(({ line }) => line);
}
