import type { Detail } from '../../notice/types.js';
import type { Check, Finding, Subject } from '../types.js';

/** 尾号1234 is not an account to pay into; only a whole card number is. */
const isWholeCard = ({ kind, value }: Detail): boolean => kind === 'bank_card' && value.length >= 13;

const findingFor = (detail: Detail, subject: Subject): Finding => ({
  id: 'lure.private-account',
  family: 'payment',
  leaning: 'scam',
  strength: subject.character === 'warning' ? 'weak' : 'strong',
  span: detail.span,
  facts: { platform: subject.claim?.platform.name ?? '' },
});

export const privateAccount: Check = {
  id: 'private-account',
  asks: 'Does the notice give a card number to pay into? Lenders collect inside their own app or by agreed debit.',
  about: 'details',
  run: (subject) => subject.notice.details.filter(isWholeCard).map((detail) => findingFor(detail, subject)),
};
