import { type Telling, tell, tellAgain } from './telling.js';
import { isStrong, reasonsAmong } from './told.js';
import type { Language, Line } from './types.js';

const quotesIn = (line: Line): string =>
  line
    .filter(({ kind }) => kind === 'quote')
    .map(({ text }) => text)
    .join();

/** Chinese sentences follow each other without a space. */
const BETWEEN: Readonly<Record<Language, string>> = { zh: '', en: ' ' };

/** What speaks against the message, a line each. What rests on words quoted before joins their line if it is strong, and is left out if not. */
export function reasonLines(telling: Telling): Line[] {
  const lines: { line: Line; quotes: string }[] = [];
  for (const told of reasonsAmong(telling.verdict.findings)) {
    const line = tell(told, telling);
    const quotes = quotesIn(line);
    const earlier = quotes === '' ? undefined : lines.find((other) => other.quotes === quotes);
    if (!earlier) lines.push({ line, quotes });
    else if (isStrong(told.finding)) {
      const more = tellAgain(told, telling);
      if (more.length > 0) earlier.line = [...earlier.line, { kind: 'text', text: BETWEEN[telling.wording.language] }, ...more];
    }
  }
  return lines.map(({ line }) => line);
}
