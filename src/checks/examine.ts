import type { Notice } from '../notice/types.js';
import type { Registry } from '../registry/types.js';
import { characterOf } from './character.js';
import { claimByTopic, claimOf, likelyClaimOf } from './claim.js';
import { community } from './community.js';
import { type Conduct, examineConduct } from './conduct/examine-conduct.js';
import { linkAddress } from './identity/link-address.js';
import { linkLookalike } from './identity/link-lookalike.js';
import { linkStanding } from './identity/link-standing.js';
import { linkUnread } from './identity/link-unread.js';
import { numberShape } from './identity/number-shape.js';
import { numberStanding } from './identity/number-standing.js';
import { senderShape } from './identity/sender-shape.js';
import { senderStanding } from './identity/sender-standing.js';
import { signatureStanding } from './identity/signature.js';
import { twoInstitutions } from './identity/two-institutions.js';
import { paymentCode } from './lure/payment-code.js';
import { privateAccount } from './lure/private-account.js';
import { privateContact } from './lure/private-contact.js';
import { scamPatterns } from './lure/scam-patterns.js';
import type { Check, Finding, Matter, Subject } from './types.js';

/** Every check, in the order in which a reader should hear of their findings. */
export const CHECKS: readonly Check[] = [
  linkAddress,
  linkLookalike,
  scamPatterns,
  privateAccount,
  paymentCode,
  privateContact,
  numberShape,
  senderShape,
  signatureStanding,
  twoInstitutions,
  linkStanding,
  linkUnread,
  numberStanding,
  senderStanding,
  community,
];

/** Most texts hold nothing to ask about, and that answer has to be cheap. */
function holds({ notice, names, patterns }: Subject, matter: Matter): boolean {
  switch (matter) {
    case 'links':
      return notice.links.length > 0;
    case 'codes':
      return notice.codes.length > 0;
    case 'picture':
      return notice.fromPicture;
    case 'phones':
      return notice.phones.length > 0;
    case 'details':
      return notice.details.length > 0;
    case 'signatures':
      return notice.signatures.length > 0;
    case 'patterns':
      return patterns.length > 0;
    case 'names':
      return names.length > 0;
    case 'seen':
      return notice.seen !== undefined;
    case 'any':
      return true;
  }
}

export interface Examined {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  /** The second axis: how the notice collects, whoever sent it. */
  readonly conduct: Conduct;
}

/** Reads what the notice claims and is, and asks every question of it. */
export function examine(notice: Notice, registry: Registry): Examined {
  const { names, words, patterns } = registry.lexical(notice.body);
  const named = claimOf(notice, names, words, registry) ?? claimByTopic(patterns, registry);
  const likelyClaim = likelyClaimOf(notice, named, registry);
  const claim = likelyClaim ? null : named;
  const subject: Subject = {
    notice,
    claim,
    likelyClaim,
    character: characterOf(notice, claim, words),
    words,
    names,
    patterns,
    registry,
  };
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    if (holds(subject, check.about)) findings.push(...check.run(subject));
  }
  return { subject, findings, conduct: examineConduct(subject, registry.conduct) };
}
