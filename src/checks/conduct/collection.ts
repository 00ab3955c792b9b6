import type { PhraseHit } from '../../registry/conduct.js';
import type { PlatformKind } from '../../registry/types.js';
import type { ClaimBasis, Subject } from '../types.js';
import type { Marked, Spoken } from './types.js';

/** What is known of a text before it is known to be a collection notice. */
export type Heard = Pick<Spoken, 'subject' | 'written' | 'marked' | 'phrases' | 'audience'>;

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

/** Platforms that are named without being the sender: 可用支付宝支付. */
const IN_PASSING: ReadonlySet<ClaimBasis> = new Set(['mention', 'sender', 'topic']);

export function isLender({ claim }: Subject): boolean {
  if (claim === null || !LENDERS.has(claim.platform.kind)) return false;
  return claim.platform.kind !== 'payment' || !IN_PASSING.has(claim.basis);
}

/** A parcel, a phone bill, a fine: overdue perhaps, but no loan, and under other rules. `written` is of the whole body. */
function isOtherBill(subject: Subject, written: Marked): boolean {
  if (written.has('credit') || isLender(subject)) return false;
  return written.has('other_bills') || (subject.claim !== null && subject.claim.platform.kind !== 'public_body');
}

/** Threats that other notices than a collector's may speak of: a visit, a frozen account, a case with the police. */
const OFFICIAL_THREATS: ReadonlySet<string> = new Set(['threat-arrest', 'threat-enforce', 'threat-sue', 'threat-visit']);
/** Before a loan is made, a lender may well call the employer to check on the applicant. */
const AMONG_CHECKS: ReadonlySet<string> = new Set(['threat-tell', 'threat-circle']);

const threatens = ({ group }: PhraseHit): boolean => group.topic === 'threat' && !OFFICIAL_THREATS.has(group.id);

/**
 * Words so rough that they need no mention of an overdue debt: beside a loan, or once the person has said whether they
 * are the borrower or a relative, and so that it is about a debt.
 */
export function isRough({ subject, marked, phrases }: Pick<Heard, 'subject' | 'marked' | 'phrases'>): boolean {
  const { role, signatures } = subject.notice;
  if (marked.has('due') && phrases.some((hit) => threatens(hit) && !AMONG_CHECKS.has(hit.group.id))) return true;
  if (role === null) return false;
  const speaksAsCompany = isLender(subject) || signatures.length > 0;
  return phrases.some((hit) => {
    const { topic } = hit.group;
    if (topic === 'insult' || topic === 'third_party_pressure') return true;
    return topic === 'excess_personal_data' ? role === 'relative' : speaksAsCompany && threatens(hit);
  });
}

function isAboutDebt(heard: Heard): boolean {
  const { subject, marked, written } = heard;
  if (marked.has('overdue') || marked.has('due') || marked.has('pass_on')) return true;
  if (written.has('credit') && written.has('addresses_contact')) return true;
  return (marked.has('unreachable') && (subject.notice.role !== null || isLender(subject))) || isRough(heard);
}

const ENDS_AS_QUESTION = /[吗呢么][?？。.!！]*$/;

/**
 * A collector who asks 什么时候还 sounds like chat or like a question. He is heard when it is plain that it was sent to
 * the reader, and when he breaks a rule by what he says.
 */
function isRoughTalk({ subject, marked, written, phrases, audience }: Heard): boolean {
  const { notice } = subject;
  const wasSent = notice.role !== null || notice.sender !== null || audience !== 'unknown';
  const asksUs = written.has('asks_advice') || ENDS_AS_QUESTION.test(notice.body.text.trim());
  if (!wasSent || asksUs || !marked.has('overdue')) return false;
  return marked.has('pass_on') || phrases.some(({ group }) => group.topic !== 'third_party_disclosure');
}

/**
 * Whether the text collects a debt or reminds of one, so that the rules on collection apply to it: a warning that quotes
 * a collector collects nothing, nor does a question about one.
 */
export function collectsDebt(heard: Heard): boolean {
  if (isOtherBill(heard.subject, heard.written)) return false;
  switch (heard.subject.character) {
    case 'empty':
    case 'advert':
      return false;
    case 'question':
    case 'chat':
      return isRoughTalk(heard);
    case 'notice':
      return isAboutDebt(heard);
    default:
      return heard.marked.has('overdue');
  }
}
