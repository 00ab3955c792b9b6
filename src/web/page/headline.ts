import type { Reply } from '../../reply/types.js';

/** A headline such as `Do not pay: this is a scam` in its two halves; without the second one when it has none. */
export function partsOf({ headline }: Pick<Reply, 'headline'>): { readonly action: string; readonly verdict: string | null } {
  const [, action = headline, verdict = null] = /^([^：:]+)(?:：|: )(.+)$/s.exec(headline) ?? [];
  return { action, verdict };
}
