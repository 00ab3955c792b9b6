import type { Finding } from '../checks/types.js';
import { type Telling, tell } from './telling.js';
import { gatherById, isWarnedOf } from './told.js';
import type { Line } from './types.js';

const MOST_MATCHES = 3;
const MOST_GAPS = 4;
/** Whoever reads "scam" needs to act, not to read what else was looked up. */
const MOST_GAPS_AT_A_SCAM = 1;

function told(findings: readonly Finding[], most: number, telling: Telling): Line[] {
  return gatherById(findings)
    .map((item) => tell(item, telling))
    .filter((line) => line.length > 0)
    .slice(0, most);
}

/** What matches the records, and what that does not prove. Not beside a bad verdict: it would read as a consolation. */
function matches(telling: Telling): Line[] {
  const { verdict, findings } = telling.verdict;
  if (verdict === 'scam' || verdict === 'suspicious') return [];
  const lines = told(
    findings.filter(({ leaning }) => leaning === 'genuine'),
    MOST_MATCHES,
    telling,
  );
  return lines.length === 0 ? [] : [...lines, telling.wording.line('checked.proves_nothing')];
}

/** What could not be told either way. A sender that matches is named here too: it is what a thief points at. */
function gaps(telling: Telling): Line[] {
  const { verdict, findings } = telling.verdict;
  const bad = verdict === 'scam' || verdict === 'suspicious';
  const open = findings.filter(
    (finding) =>
      finding.leaning === 'unknown' ||
      isWarnedOf(finding) ||
      (bad && finding.leaning === 'genuine' && finding.family === 'sender'),
  );
  const senderFirst = [...open].sort((a, b) => Number(b.family === 'sender') - Number(a.family === 'sender'));
  return told(senderFirst, verdict === 'scam' ? MOST_GAPS_AT_A_SCAM : MOST_GAPS, telling);
}

/** What was checked and matches, what that is worth, and what could not be checked. */
export const checkedLines = (telling: Telling): Line[] =>
  telling.verdict.verdict === 'not_a_notice' ? [] : [...matches(telling), ...gaps(telling)];
