import type { Link } from '../../notice/types.js';
import type { Contact, HostStanding } from '../../registry/types.js';
import { linkOwner } from '../ownership.js';
import type { Check, Finding, Subject } from '../types.js';

/** The platform's main site, for "its own address is …". Only hosts that a reader may be shown. */
export function mainHost(platformId: string, subject: Subject): string | null {
  return subject.registry.mainContact(platformId, 'host')?.value ?? null;
}

const finding = (
  link: Link,
  id: string,
  leaning: Finding['leaning'],
  strength: Finding['strength'],
  facts: Finding['facts'],
): Finding => ({
  id,
  family: 'link',
  leaning,
  strength,
  span: link.span,
  facts: { host: link.host, ...facts },
});

function fakeFinding(link: Link, standing: HostStanding): Finding {
  const proven = standing.kind === 'reported_fake' && standing.proven;
  const claims = standing.kind === 'reported_fake' ? standing.claims : '';
  return finding(link, 'link.reported-fake', 'scam', proven ? 'decisive' : 'strong', { claims });
}

/**
 * A platform whose hosts are on record sends people to its own: another host is a mismatch. One whose hosts are not
 * known proves nothing, and neither does a notice that names nobody.
 */
function unlistedFinding(link: Link, subject: Subject): Finding {
  const { claim } = subject;
  const official = claim && mainHost(claim.platform.id, subject);
  const isThrowaway = link.publicSuffix !== null && subject.registry.isAbusedSuffix(link.publicSuffix);
  if (!claim || !official) {
    return isThrowaway
      ? finding(link, 'link.throwaway-suffix', 'scam', 'medium', { suffix: link.publicSuffix ?? '' })
      : finding(link, 'link.not-on-record', 'unknown', 'weak', {});
  }
  if (isThrowaway) {
    return finding(link, 'link.not-the-platforms-throwaway', 'scam', 'strong', {
      platform: claim.platform.name,
      official,
      suffix: link.publicSuffix ?? '',
    });
  }
  return finding(link, 'link.not-the-platforms', 'scam', 'medium', { platform: claim.platform.name, official });
}

/** Never called official: one letter may hide the difference. */
function readFinding(link: Link, maybe: Contact | null, subject: Subject): Finding {
  const owner = maybe && subject.registry.platform(maybe.platformId);
  return finding(link, 'link.read-like-official', 'unknown', 'weak', {
    platform: owner?.name ?? '',
    official: maybe?.value ?? '',
  });
}

function findingFor(link: Link, subject: Subject): Finding {
  const { owner, standing, maybe } = linkOwner(link, subject);
  switch (owner) {
    case 'claimed':
      return standing.kind === 'official_short'
        ? finding(link, 'link.official-short', 'genuine', 'weak', { platform: subject.claim?.platform.name ?? '' })
        : finding(link, 'link.official', 'genuine', 'weak', { platform: subject.claim?.platform.name ?? '' });
    case 'claimed_unverified':
      return finding(link, 'link.listed-unverified', 'unknown', 'weak', { platform: subject.claim?.platform.name ?? '' });
    case 'shortener':
      return finding(link, 'link.generic-shortener', 'unknown', 'weak', {
        owner: standing.kind === 'generic_shortener' ? standing.owner : '',
      });
    case 'user_content':
      return finding(link, 'link.user-content', 'unknown', 'weak', {
        owner: standing.kind === 'user_content' ? standing.owner : '',
      });
    case 'restricted_suffix':
      if (link.origin === 'picture') return readFinding(link, null, subject);
      return finding(link, 'link.restricted-suffix', 'unknown', 'weak', {
        suffix: standing.kind === 'restricted_suffix' ? standing.suffix : '',
      });
    case 'reported_fake':
      return fakeFinding(link, standing);
    case 'maybe_claimed':
    case 'maybe_other':
      return readFinding(link, maybe, subject);
    case 'other_platform': {
      const id = standing.kind === 'official' || standing.kind === 'official_short' ? standing.contact.platformId : '';
      return finding(link, 'link.other-platform', 'unknown', 'weak', { owner: subject.registry.platform(id)?.name ?? '' });
    }
    case 'nobody_listed':
      return unlistedFinding(link, subject);
  }
}

export const linkStanding: Check = {
  id: 'link-standing',
  asks: 'Whose is each link, by the records, and is that the platform that the notice names?',
  about: 'links',
  run: (subject) => subject.notice.links.map((link) => findingFor(link, subject)),
};
