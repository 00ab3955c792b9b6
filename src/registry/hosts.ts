import type { SnapshotFake, SnapshotPlatform, SnapshotShortLink } from './snapshot.js';
import type { Contact, HostStanding } from './types.js';

/**
 * Suffixes under which only the state, the military or schools can register a name. A link there may still be a
 * redirect or a hacked page, so it is never called official for a platform; it is just not a stranger's host.
 */
const RESTRICTED_SUFFIXES = ['gov.cn', 'mil.cn', 'edu.cn', 'ac.cn'];

const ownStanding = (contact: Contact): HostStanding => ({
  kind: contact.kind === 'short_host' ? 'official_short' : 'official',
  contact,
});

function shortLinkStanding(entry: SnapshotShortLink): HostStanding {
  return entry.kind === 'generic'
    ? { kind: 'generic_shortener', owner: entry.owner }
    : { kind: 'user_content', owner: entry.owner, platformId: entry.platform };
}

/** Who a host belongs to, by the longest listed suffix on a label boundary. A report of fraud outweighs everything. */
export function createHostIndex(
  platforms: readonly (SnapshotPlatform & { readonly contacts: readonly Contact[] })[],
  shortLinks: readonly SnapshotShortLink[],
  fakes: readonly SnapshotFake[],
): (host: string) => HostStanding {
  const standings = new Map<string, HostStanding>();
  for (const entry of shortLinks) {
    if (entry.kind !== 'owned') standings.set(entry.host, shortLinkStanding(entry));
  }
  const contacts = platforms
    .flatMap(({ contacts: own }) => own)
    .filter(({ kind, status }) => (kind === 'host' || kind === 'short_host') && status === 'current');
  for (const contact of contacts) {
    const known = standings.get(contact.key);
    if (known?.kind === 'official' || known?.kind === 'official_short') continue;
    standings.set(contact.key, ownStanding(contact));
  }
  for (const fake of fakes) {
    if (fake.kind === 'host')
      standings.set(fake.key, { kind: 'reported_fake', claims: fake.claims, proven: fake.proven, source: fake.source });
  }

  return (host) => {
    for (let suffix = host; suffix.includes('.'); suffix = suffix.slice(suffix.indexOf('.') + 1)) {
      const standing = standings.get(suffix);
      if (standing) return standing;
    }
    const suffix = RESTRICTED_SUFFIXES.find((name) => host.endsWith(`.${name}`));
    return suffix ? { kind: 'restricted_suffix', suffix } : { kind: 'not_on_record' };
  };
}
