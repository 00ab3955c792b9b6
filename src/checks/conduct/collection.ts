import type { PhraseHit } from '../../registry/conduct.js';
import type { PlatformKind } from '../../registry/types.js';
import type { Subject } from '../types.js';
import type { Marked } from './types.js';

const LENDERS: ReadonlySet<PlatformKind> = new Set([
  'bank',
  'card_centre',
  'consumer_finance',
  'micro_lender',
  'internet_loan',
  'instalment',
  'payment',
  'collector',
]);

export const isLender = ({ claim }: Subject): boolean => claim !== null && LENDERS.has(claim.platform.kind);

/** A parcel, a phone bill, a fine: overdue perhaps, but no loan, and under other rules. `written` is of the whole body. */
function isOtherBill(subject: Subject, written: Marked): boolean {
  if (written.has('credit') || isLender(subject)) return false;
  return written.has('other_bills') || (subject.claim !== null && subject.claim.platform.kind !== 'public_body');
}

/** Rough words, unlike a visit or a frozen account, which other notices speak of too. */
const isRough = ({ group }: PhraseHit): boolean => group.topic === 'insult' || group.topic === 'third_party_pressure';

function isAboutDebt(subject: Subject, marked: Marked, written: Marked, phrases: readonly PhraseHit[]): boolean {
  if (marked.has('overdue') || marked.has('due') || marked.has('pass_on')) return true;
  if (written.has('credit') && written.has('addresses_contact')) return true;
  const toldWhatItIs = subject.notice.role !== null;
  return (marked.has('unreachable') && (toldWhatItIs || isLender(subject))) || (toldWhatItIs && phrases.some(isRough));
}

const ENDS_AS_QUESTION = /[吗呢么][?？。.!！]*$/;

/**
 * A collector who asks 什么时候还 sounds like chat or like a question. He is heard when it is plain that it was sent to
 * the reader, and when he breaks a rule by what he says.
 */
function isRoughTalk({ notice }: Subject, marked: Marked, written: Marked, phrases: readonly PhraseHit[]): boolean {
  const wasSent = notice.role !== null || notice.sender !== null || written.has('addresses_debtor');
  const asksUs = written.has('asks_advice') || ENDS_AS_QUESTION.test(notice.body.text.trim());
  return wasSent && !asksUs && marked.has('overdue') && phrases.some(({ group }) => group.topic !== 'third_party_disclosure');
}

/**
 * Whether the text collects a debt or reminds of one, so that the rules on collection apply to it. `marked` and
 * `phrases` are of the spoken text, for a warning that quotes a collector collects nothing; `written` of the whole body.
 */
export function collectsDebt(subject: Subject, marked: Marked, written: Marked, phrases: readonly PhraseHit[]): boolean {
  if (isOtherBill(subject, written)) return false;
  switch (subject.character) {
    case 'empty':
    case 'advert':
      return false;
    case 'question':
    case 'chat':
      return isRoughTalk(subject, marked, written, phrases);
    case 'notice':
      return isAboutDebt(subject, marked, written, phrases);
    default:
      return marked.has('overdue');
  }
}
