import type { Signature } from '../../notice/types.js';
import type { Check, Finding, Subject } from '../types.js';

const finding = (
  signature: Signature,
  id: string,
  leaning: Finding['leaning'],
  strength: Finding['strength'],
  facts: Finding['facts'],
): Finding => ({
  id,
  family: 'signature',
  leaning,
  strength,
  span: signature.span,
  facts: { signature: signature.name, ...facts },
});

/** “…消费金融” and “…消金” are names of a licensed trade: every company that may use them is listed. */
const LICENSED_TRADE = /(?:消费金融|消金)$/;
const COMPANY = /(?:股份有限|有限责任|有限|股份)?公司$/;

function unlicensed(signature: Signature, { registry }: Subject): Finding[] {
  const name = signature.name.replace(COMPANY, '');
  if (!LICENSED_TRADE.test(name)) return [];
  if (
    [name, signature.name].some(
      (candidate) => registry.isLicensedConsumerFinance(candidate) || registry.bySignature(candidate).length > 0,
    )
  )
    return [];
  return [finding(signature, 'signature.unlicensed-consumer-finance', 'scam', 'strong', {})];
}

function findingsFor(signature: Signature, subject: Subject): Finding[] {
  const fake = subject.registry.reportedFakeSignature(signature.name);
  if (fake) return [finding(signature, 'signature.reported-fake', 'scam', 'strong', { claims: fake.claims })];
  const [never] = subject.registry.neverSigns(signature.name);
  if (never) return [finding(signature, 'signature.never-used', 'scam', 'medium', { platform: never.name })];
  return unlicensed(signature, subject);
}

export const signatureStanding: Check = {
  id: 'signature-standing',
  asks: 'Does the signature in brackets belong to somebody who can use it? Anybody can type one, so a match says nothing.',
  about: 'signatures',
  run: (subject) => subject.notice.signatures.flatMap((signature) => findingsFor(signature, subject)),
};
