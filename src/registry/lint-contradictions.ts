import { contactKey, familyOf } from './cross-check.js';
import type { Problem } from './data-error.js';
import type { Records } from './read-records.js';

const SHORT_LINKS = 'data/lists/short-links.yaml';
const FAKES = 'data/lists/reported-fakes.yaml';
const CODES = 'data/numbering/service-codes.yaml';

type Owners = ReadonlyMap<string, string>;

/** The first record that has a number or host as a current contact of its own, by `contactKey`. */
function ownersOf(records: Records): Owners {
  const owners = new Map<string, string>();
  for (const { id, contacts } of records.platforms) {
    for (const { kind, value, status, tier, scope } of contacts) {
      const key = contactKey(kind, value);
      if (status === 'current' && tier !== 'unverified' && !scope && !owners.has(key)) owners.set(key, id);
    }
  }
  return owners;
}

const fakesOnRecord = ({ single }: Records, owners: Owners): Problem[] =>
  (single[FAKES]?.entries ?? []).flatMap(({ kind, value }, at) => {
    const owner = kind === 'signature' ? undefined : owners.get(contactKey(kind, value));
    if (!owner) return [];
    return [{ file: FAKES, field: `entries[${at}].value`, message: `${value} is a current contact of '${owner}'; correct one` }];
  });

function strayHolders({ platforms, single }: Records, owners: Owners): Problem[] {
  const parents = new Map(platforms.map(({ id, part_of }) => [id, part_of] as const));
  return (single[CODES]?.entries ?? []).flatMap(({ number, platform }, at) => {
    const owner = owners.get(number);
    if (!owner || !platform || familyOf(owner, parents) === familyOf(platform, parents)) return [];
    const message = `${number} is a current contact of '${owner}', of another family than '${platform}'; correct one or give that contact a scope`;
    return [{ file: CODES, field: `entries[${at}].platform`, message }];
  });
}

const ownedShorteners = ({ single }: Records, owners: Owners): Problem[] =>
  (single[SHORT_LINKS]?.entries ?? []).flatMap(({ host, kind }, at) => {
    const owner = kind === 'generic' ? owners.get(host) : undefined;
    if (!owner) return [];
    const message = `anybody makes links at ${host}, and it is a current contact of '${owner}'; correct one`;
    return [{ file: SHORT_LINKS, field: `entries[${at}].kind`, message }];
  });

/** Lists and records that contradict each other about one number or host. */
export function findContradictions(records: Records): Problem[] {
  const owners = ownersOf(records);
  return [...fakesOnRecord(records, owners), ...strayHolders(records, owners), ...ownedShorteners(records, owners)];
}
