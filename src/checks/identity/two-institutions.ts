import type { Check, Finding, Subject } from '../types.js';

/** Names that notices of anybody mention: an operator's or a wallet's name next to a signature says nothing. */
const MENTIONED_BY_ALL: ReadonlySet<string> = new Set([
  'payment',
  'clearing',
  'telecom',
  'public_body',
  'credit_bureau',
  'courier',
  'shop',
]);

/** The body speaks as somebody: 我是…, …客服, …提醒您 right beside another listed name. */
function speaker(subject: Subject): Finding | null {
  const { claim, notice, registry } = subject;
  if (claim?.basis !== 'signature' || subject.character === 'warning' || subject.character === 'transaction') return null;
  const introductions = subject.words.spans('self_introduction');
  if (introductions.length === 0) return null;
  for (const hit of subject.names) {
    const platform = registry.platform(hit.platformId);
    if (
      hit.signatureOnly ||
      !platform ||
      registry.sameFamily(platform.id, claim.platform.id) ||
      MENTIONED_BY_ALL.has(platform.kind)
    )
      continue;
    if (!introductions.some(({ end }) => end <= hit.start && hit.start - end <= 2)) continue;
    return {
      id: 'signature.speaks-as-another',
      family: 'signature',
      leaning: 'scam',
      strength: 'medium',
      span: notice.body.toOriginal(hit.start, hit.end),
      facts: { signature: claim.platform.name, speaker: platform.name },
    };
  }
  return null;
}

export const twoInstitutions: Check = {
  id: 'two-institutions',
  asks: 'Is the notice signed by one institution while its text speaks as another?',
  about: 'names',
  run(subject) {
    const found = speaker(subject);
    return found ? [found] : [];
  },
};
