import type { Phone } from '../../notice/types.js';
import { numberOwner } from '../ownership.js';
import type { Check, Finding, Subject } from '../types.js';

const finding = (
  phone: Phone,
  id: string,
  leaning: Finding['leaning'],
  strength: Finding['strength'],
  facts: Finding['facts'],
): Finding => ({
  id,
  family: 'number',
  leaning,
  strength,
  span: phone.span,
  facts: { number: phone.digits, ...facts },
});

/** The claimed platform's own line, for "its number is …". Only numbers that a reader may be shown. */
export function ownLine(platformId: string, subject: Subject): string | null {
  return subject.registry.mainContact(platformId, 'phone')?.value ?? null;
}

/** An unlisted service number under the name of a platform whose lines are on record; real branches and collectors have such numbers too. */
function unlistedFinding(phone: Phone, subject: Subject): Finding {
  const { claim } = subject;
  const own = claim && ownLine(claim.platform.id, subject);
  if (!claim || !own || phone.reading.class !== 'service_400_800')
    return finding(phone, 'number.not-on-record', 'unknown', 'weak', {});
  return finding(phone, 'number.not-the-platforms', 'scam', 'medium', { platform: claim.platform.name, official: own });
}

/** Under somebody else's signature a hotline is a false door; in any other text it is just another institution's number. */
function otherFinding(phone: Phone, holder: string, subject: Subject): Finding {
  const { claim } = subject;
  if (claim?.basis !== 'signature' || subject.character === 'transaction') {
    return finding(phone, 'number.others-line', 'unknown', 'weak', { holder });
  }
  return finding(phone, 'number.other-institution', 'scam', 'strong', {
    holder,
    platform: claim.platform.name,
    official: ownLine(claim.platform.id, subject) ?? '',
  });
}

function findingFor(phone: Phone, subject: Subject): Finding {
  const { owner, contact, holder } = numberOwner(phone.reading, subject);
  const platform = subject.claim?.platform.name ?? '';
  switch (owner) {
    case 'claimed':
      return finding(phone, 'number.official', 'genuine', 'weak', { platform, usedFor: contact?.usedFor ?? '' });
    case 'claimed_unverified':
      return finding(phone, 'number.listed-unverified', 'unknown', 'weak', { platform });
    case 'claimed_retired':
      return finding(phone, 'number.retired', 'unknown', 'weak', { platform, replacedBy: contact?.replacedBy ?? '' });
    case 'public_line':
      return finding(phone, 'number.public-line', 'unknown', 'weak', {
        holder: contact ? (subject.registry.platform(contact.platformId)?.name ?? '') : '',
      });
    case 'reported_fake':
      return finding(phone, 'number.reported-fake', 'scam', 'decisive', { claims: holder ?? '' });
    case 'other_platform':
      return otherFinding(phone, holder ?? '', subject);
    case 'nobody_listed':
      return unlistedFinding(phone, subject);
  }
}

export const numberStanding: Check = {
  id: 'number-standing',
  asks: 'Whose is each number in the text, by the records, and is that the platform that the notice names?',
  about: 'phones',
  run: (subject) => subject.notice.phones.map((phone) => findingFor(phone, subject)),
};
