import type { Link, NumberReading, Phone } from '../notice/types.js';
import { holdersOf } from '../registry/number-holders.js';
import type { Contact, HostStanding, Registry } from '../registry/types.js';
import { siteBehind } from './identity/read-host.js';
import type { Claim, Subject } from './types.js';

/** To whom a link belongs, seen from the platform that the notice claims to be. */
export type LinkOwner =
  | 'claimed'
  | 'claimed_unverified'
  | 'other_platform'
  | 'shortener'
  | 'user_content'
  | 'restricted_suffix'
  | 'reported_fake'
  | 'nobody_listed'
  /** Read from a picture as an official address, or as one that a misread letter makes of it: only the text can tell. */
  | 'maybe_claimed'
  | 'maybe_other';

/** To whom a number belongs, seen from the claimed platform. `public_line` is everybody's: 110, 12378. */
export type NumberOwner =
  | 'claimed'
  | 'claimed_unverified'
  | 'claimed_retired'
  | 'public_line'
  | 'other_platform'
  | 'reported_fake'
  | 'nobody_listed';

const belongsTo = (platformId: string, claim: Claim | null, registry: Registry): boolean =>
  claim !== null && registry.sameFamily(platformId, claim.platform.id);

function ownerOfStanding(standing: HostStanding, { claim, registry }: Subject): LinkOwner {
  switch (standing.kind) {
    case 'reported_fake':
      return 'reported_fake';
    case 'generic_shortener':
      return 'shortener';
    case 'restricted_suffix':
      return 'restricted_suffix';
    case 'user_content':
      return 'user_content';
    case 'official':
    case 'official_short':
      if (!belongsTo(standing.contact.platformId, claim, registry)) return 'other_platform';
      return standing.contact.tier === 'unverified' ? 'claimed_unverified' : 'claimed';
    case 'not_on_record':
      return 'nobody_listed';
  }
}

interface LinkStanding {
  readonly owner: LinkOwner;
  readonly standing: HostStanding;
  /** The official address that a link read from a picture may be. */
  readonly maybe: Contact | null;
}

/** A letter may be misread: what looks official may be an imitation, and what looks like an imitation may be official. */
function ownerOfRead(link: Link, standing: HostStanding, subject: Subject): LinkStanding {
  const isListed = standing.kind === 'official' || standing.kind === 'official_short';
  const isOpen = standing.kind === 'not_on_record' || standing.kind === 'reported_fake';
  const behind = isOpen ? siteBehind(link, subject.claim, subject.registry) : null;
  const maybe = isListed ? standing.contact : behind;
  if (maybe === null) return { owner: ownerOfStanding(standing, subject), standing, maybe };
  const isClaimed = belongsTo(maybe.platformId, subject.claim, subject.registry);
  return { owner: isClaimed ? 'maybe_claimed' : 'maybe_other', standing, maybe };
}

export function linkOwner(link: Link, subject: Subject): LinkStanding {
  const standing = subject.registry.host(link.host);
  if (link.origin === 'picture') return ownerOfRead(link, standing, subject);
  return { owner: ownerOfStanding(standing, subject), standing, maybe: null };
}

/** The contact of the claimed family that has this number, best first; shared lines are found under every holder. */
function claimedContact(contacts: readonly Contact[], { claim, registry }: Subject): Contact | undefined {
  return contacts.find(({ platformId }) => belongsTo(platformId, claim, registry));
}

function ownerOfClaimed(contact: Contact): NumberOwner {
  if (contact.status === 'old') return 'claimed_retired';
  return contact.tier === 'unverified' ? 'claimed_unverified' : 'claimed';
}

const isPublic = (reading: NumberReading, contacts: readonly Contact[], registry: Registry): boolean =>
  reading.class === 'public_service' || contacts.some(({ platformId }) => registry.platform(platformId)?.kind === 'public_body');

/**
 * Whose a number is. 0755-95555 is dialled as 95555, but 0731-96500 is another line than 0871-96500.
 * A holder known only from the numbering plan counts as another platform.
 */
export function numberOwner(
  reading: NumberReading,
  subject: Subject,
): { owner: NumberOwner; contact: Contact | null; holder: string | null } {
  const { contacts, reportedFake, holder } = holdersOf(reading, subject.registry).standing;
  const own = claimedContact(contacts, subject);
  if (own) return { owner: ownerOfClaimed(own), contact: own, holder: null };
  if (reportedFake) return { owner: 'reported_fake', contact: null, holder: reportedFake.claims };
  const [other] = contacts.filter(({ status }) => status === 'current');
  if (isPublic(reading, contacts, subject.registry)) return { owner: 'public_line', contact: other ?? null, holder: null };
  if (other)
    return { owner: 'other_platform', contact: other, holder: subject.registry.platform(other.platformId)?.name ?? null };
  return holder
    ? { owner: 'other_platform', contact: null, holder: holder.name }
    : { owner: 'nobody_listed', contact: null, holder: null };
}

/** Numbers that ring at a private person's. */
export const isPrivateLine = (reading: NumberReading): boolean =>
  reading.class === 'mobile' || reading.class === 'virtual_operator_mobile' || reading.class === 'iot';

export const isUnlisted = (phone: Phone, subject: Subject): boolean => {
  const { owner } = numberOwner(phone.reading, subject);
  return owner === 'nobody_listed' || owner === 'reported_fake' || (owner === 'other_platform' && subject.claim !== null);
};

export const isUnlistedLink = (link: Link, subject: Subject): boolean => {
  const { owner } = linkOwner(link, subject);
  return (
    owner !== 'claimed' &&
    owner !== 'claimed_unverified' &&
    owner !== 'restricted_suffix' &&
    owner !== 'maybe_claimed' &&
    ((owner !== 'other_platform' && owner !== 'maybe_other') || subject.claim !== null)
  );
};
