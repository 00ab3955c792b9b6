import type { Finding, Subject } from '../checks/types.js';
import { isOpenLink } from './open-links.js';
import type { Ask, VerdictName } from './types.js';

/** Shorter texts with an ellipsis or without an end are likely cut: the rest may hold the link. Folded characters. */
const LIKELY_CUT = /(?:…|\.{3,}|。{3,})\s*$/;

/**
 * The one question whose answer would help most. After a scam: whether money or a code is already gone, because the
 * first minutes count. Otherwise what is missing to judge: the rest of the text, the sender, who was addressed.
 */
export function bestQuestion(
  { notice, claim, likelyClaim, words }: Subject,
  verdict: VerdictName,
  findings: readonly Finding[],
): Ask {
  if (verdict === 'scam') return 'already_acted';
  if (verdict === 'not_a_notice') return 'none';
  if (likelyClaim !== null || findings.some(isOpenLink)) return 'copied_text';
  if (LIKELY_CUT.test(notice.body.text) || (notice.links.length === 0 && words.has('names_a_link'))) return 'full_text';
  if (notice.sender === null) return 'sender';
  if (claim === null && verdict === 'unverified') return 'platform';
  if (notice.role === null) return 'role';
  return verdict === 'suspicious' ? 'already_acted' : 'none';
}
