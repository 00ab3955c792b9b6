import type { Detail, DetailKind } from '../../notice/types.js';
import type { Check, Finding, Strength, Subject } from '../types.js';

const PRIVATE: ReadonlySet<DetailKind> = new Set(['qq', 'wechat', 'alipay_account', 'meeting_id']);

/** Debt or an institution's name together with a private account: no institution settles a debt there. */
function strengthOf({ claim, character, words }: Subject): Strength {
  if (character === 'chat' || character === 'question' || character === 'warning') return 'weak';
  if (claim && claim.basis !== 'mention') return 'strong';
  return words.has('debt') ? 'strong' : 'medium';
}

const findingFor = (detail: Detail, subject: Subject): Finding => ({
  id: 'lure.private-contact',
  family: 'diversion',
  leaning: 'scam',
  strength: strengthOf(subject),
  span: detail.span,
  facts: { kind: detail.kind, platform: subject.claim?.platform.name ?? '' },
});

export const privateContact: Check = {
  id: 'private-contact',
  asks: 'Does the notice lead to a private WeChat, QQ, Alipay account or an online meeting?',
  about: 'details',
  run: (subject) => subject.notice.details.filter(({ kind }) => PRIVATE.has(kind)).map((detail) => findingFor(detail, subject)),
};
