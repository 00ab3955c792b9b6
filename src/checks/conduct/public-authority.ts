import type { DetailKind, Signature } from '../../notice/types.js';
import { isPrivateLine } from '../ownership.js';
import type { Spoken } from './types.js';

/** The full name of one particular body, not just the word: 青石县人民法院, not 法院传票. */
const FULL_NAME =
  /[\u4e00-\u9fff]{2,}(?:法院|法庭|检察院|公安局|公安厅|派出所|分局|交警|司法局|司法所|仲裁委员会|监管局|监督管理局|税务局|分行)$/;
const PRIVATE: ReadonlySet<DetailKind> = new Set(['qq', 'wechat', 'alipay_account', 'meeting_id']);

/** The signature that names a court, the police or a regulator, if one does. */
export function authoritySignature({ subject, conduct }: Spoken): Signature | null {
  const { claim, notice } = subject;
  const named = (name: string): boolean => conduct.markersIn(name).some(({ marker }) => marker === 'authority');
  const found = notice.signatures.find(({ name }) => named(name));
  if (found) return found;
  if (claim?.platform.kind !== 'public_body' || claim.basis !== 'signature') return null;
  return notice.signatures.find(({ span }) => span.start === claim.span?.start) ?? null;
}

/** Speaks to a debtor or a contact as a lender or a collector does, or leads to somebody's private line. */
function soundsLikeCollector({ subject, marked, audience }: Spoken): boolean {
  const { details, phones } = subject.notice;
  if (marked.has('collector_voice') && audience !== 'unknown') return true;
  return details.some(({ kind }) => PRIVATE.has(kind)) || phones.some(({ reading }) => isPrivateLine(reading));
}

const isKnownBody = ({ subject }: Spoken, { span }: Signature): boolean =>
  subject.claim?.platform.kind === 'public_body' && subject.claim.span?.start === span.start;

/**
 * A court's or the police's own notice or advice, by its looks. Whether it is genuine is another question; it collects
 * for nobody.
 */
export function isOwnNoticeOfAuthority(spoken: Spoken): boolean {
  const signature = authoritySignature(spoken);
  if (signature === null || soundsLikeCollector(spoken)) return false;
  return FULL_NAME.test(signature.name) || isKnownBody(spoken, signature);
}
