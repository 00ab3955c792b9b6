import type { SnapshotFake, SnapshotHolder } from './snapshot.js';
import type { Contact, NumberStanding } from './types.js';

const NOBODY: NumberStanding = { contacts: [], reportedFake: null, holder: null };

/** Current lines before retired ones, then the better tier. */
const RANK = { confirmed: 0, likely: 1, unverified: 2 } as const;
const rank = (contact: Contact): number => (contact.status === 'old' ? 10 : 0) + RANK[contact.tier];

/** Who a number belongs to, by its national digits. Exact: an extension or a prefix makes another number. */
export function createNumberIndex(
  contacts: readonly Contact[],
  holders: readonly SnapshotHolder[],
  fakes: readonly SnapshotFake[],
): (national: string) => NumberStanding {
  const standings = new Map<
    string,
    { contacts: Contact[]; reportedFake: NumberStanding['reportedFake']; holder: NumberStanding['holder'] }
  >();
  const entry = (key: string) => {
    const known = standings.get(key) ?? { contacts: [], reportedFake: null, holder: null };
    standings.set(key, known);
    return known;
  };
  for (const contact of contacts) if (contact.kind === 'phone') entry(contact.key).contacts.push(contact);
  for (const { number, name, tier, sources, checked } of holders) entry(number).holder = { name, tier, sources, checked };
  for (const { kind, key, claims, proven, source } of fakes)
    if (kind === 'phone') entry(key).reportedFake = { claims, proven, source };
  for (const standing of standings.values()) standing.contacts.sort((a, b) => rank(a) - rank(b));
  return (national) => standings.get(national) ?? NOBODY;
}

/** The listed 106 sender number with the longest prefix of `national`; the digits behind it are the sender's own extension. */
export function createPortIndex(contacts: readonly Contact[]): (national: string) => Contact | null {
  const ports = new Map(contacts.filter(({ kind }) => kind === 'sms_port').map((contact) => [contact.key, contact] as const));
  const shortest = Math.min(...[...ports.keys()].map((key) => key.length));
  return (national) => {
    for (let length = national.length; length >= shortest; length -= 1) {
      const port = ports.get(national.slice(0, length));
      if (port) return port;
    }
    return null;
  };
}
