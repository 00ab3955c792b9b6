import type { Sender } from '../../notice/types.js';
import { numberOwner } from '../ownership.js';
import type { Check, Finding, Subject } from '../types.js';
import { ownLine } from './number-standing.js';

const finding = (
  sender: Sender,
  id: string,
  leaning: Finding['leaning'],
  strength: Finding['strength'],
  facts: Finding['facts'] = {},
): Finding => ({
  id,
  family: 'sender',
  leaning,
  strength,
  span: sender.span,
  facts: { sender: sender.raw, ...facts },
});

/** Operators and public bodies send on behalf of others; a bank or a lender never does. */
const SENDS_FOR_OTHERS: ReadonlySet<string> = new Set(['telecom', 'public_body', 'payment', 'clearing', 'shop']);

function isSendersOwnBusiness(platformId: string, { registry }: Subject): boolean {
  return !SENDS_FOR_OTHERS.has(registry.platform(platformId)?.kind ?? 'other');
}

function portFinding(sender: Sender, subject: Subject): Finding {
  const port = subject.registry.smsPort(sender.reading.national);
  const owner = port && subject.registry.platform(port.platformId);
  if (!owner || !subject.claim) return finding(sender, 'sender.sms-port', 'unknown', 'weak');
  return subject.registry.sameFamily(owner.id, subject.claim.platform.id)
    ? finding(sender, 'sender.listed-port', 'genuine', 'weak', { platform: owner.name })
    : finding(sender, 'sender.others-port', 'unknown', 'weak', { holder: owner.name });
}

function codeFinding(sender: Sender, subject: Subject): Finding | null {
  const { owner, contact, holder } = numberOwner(sender.reading, subject);
  const platform = subject.claim?.platform.name ?? '';
  if (owner === 'claimed' || owner === 'claimed_unverified')
    return finding(sender, 'sender.listed', 'genuine', 'weak', { platform });
  if (owner === 'claimed_retired') return finding(sender, 'sender.listed', 'unknown', 'weak', { platform });
  if (owner === 'reported_fake') return finding(sender, 'sender.reported-fake', 'scam', 'strong', { claims: holder ?? '' });
  if (owner !== 'other_platform' || !subject.claim || !contact) return null;
  if (!isSendersOwnBusiness(contact.platformId, subject))
    return finding(sender, 'sender.relays', 'unknown', 'weak', { holder: holder ?? '' });
  return finding(sender, 'sender.other-institution', 'scam', 'strong', {
    holder: holder ?? '',
    platform,
    official: ownLine(subject.claim.platform.id, subject) ?? '',
  });
}

const NOT_GIVEN: readonly Finding[] = [
  { id: 'sender.not-given', family: 'sender', leaning: 'unknown', strength: 'weak', span: null, facts: {} },
];

function findingsFor(subject: Subject): readonly Finding[] {
  const { sender } = subject.notice;
  if (!sender) return NOT_GIVEN;
  if (sender.reading.class === 'sms_port_106') return [portFinding(sender, subject)];
  const found = codeFinding(sender, subject);
  return found ? [found] : [];
}

export const senderStanding: Check = {
  id: 'sender-standing',
  asks: 'Whose is the sender number, by the records? A match proves nothing: any number can be shown on a screen.',
  about: 'any',
  run: findingsFor,
};
