import type { Verdict } from '../verdict/types.js';
import { adviceOf, numbersIn } from './advice.js';
import type { Telling } from './telling.js';
import type { Line, Piece } from './types.js';

/** The pattern's own advice, with the numbers in it as contacts. Left out when one of them is not among the contacts, with its source. */
function advice({ verdict, registry, wording, lines }: Telling): Line[] {
  const text = adviceOf(verdict, registry, wording.language);
  const known = new Set([...lines.own, ...lines.open].map(({ number }) => number));
  if (text === null || !numbersIn(text).every((number) => known.has(number))) return [];
  const pieces = text.split(/(\d{3,})/);
  return [
    pieces.map((part, at): Piece => (at % 2 === 0 ? { kind: 'text', text: part } : { kind: 'official', text: part, dial: part })),
  ];
}

function verifyKey({ claim }: Verdict, hasLine: boolean): string {
  if (claim === null) return 'step.verify_nobody';
  return hasLine ? 'step.verify' : 'step.verify_app';
}

/** Words of a loan or of the people around a borrower: a toll or a parcel in arrears is no debt that a relative may ask about. */
const ABOUT_A_LOAN = /借|贷|还款|欠款|债|催收|信用卡|白条|花呗|亲属|亲友|家人|亲戚/;

const isAboutDebt = ({ notice, mentionsDebt }: Verdict): boolean =>
  mentionsDebt && (notice.role !== null || ABOUT_A_LOAN.test(notice.body.text));

/** What a reader owes, and what a borrower may: a message that is called a scam may still stand for a real debt. */
function aboutTheDebt(verdict: Verdict): string[] {
  const { role } = verdict.notice;
  if (!isAboutDebt(verdict)) return [];
  if (role === 'borrower') return ['step.borrower'];
  const relative = role === 'relative' ? ['step.relative', 'step.never_promise'] : ['step.relative_maybe'];
  return [...relative, 'step.real_debt'];
}

function keys({ verdict, lines }: Telling): string[] {
  const verify = verifyKey(verdict, lines.own.length > 0);
  switch (verdict.verdict) {
    case 'scam':
      return ['step.paid', 'step.keep', ...aboutTheDebt(verdict)];
    case 'suspicious':
    case 'unverified':
    case 'consistent':
      return [verify, ...aboutTheDebt(verdict)];
    case 'not_a_notice':
      return [];
  }
}

/** What to do next, in the order of doing it. */
export const stepLines = (telling: Telling): Line[] =>
  [...advice(telling), ...keys(telling).map((key) => telling.wording.line(key))].filter((line) => line.length > 0);
