import { parseHost } from '../notice/hosts.js';
import type { NumberClass, NumberingPlan } from '../notice/types.js';
import { contactKey, familyOf } from './cross-check.js';
import type { Problem } from './data-error.js';
import type { Records } from './read-records.js';
import type { ContactRecord } from './records.js';

const SHORT_LINKS = 'data/lists/short-links.yaml';
const FAKES = 'data/lists/reported-fakes.yaml';
const CODES = 'data/numbering/service-codes.yaml';

const isHost = ({ kind }: ContactRecord): boolean => kind === 'host' || kind === 'short_host';

const LINES: ReadonlySet<NumberClass> = new Set(['bank_or_service_code', 'public_service', 'service_400_800', 'landline']);

/** Null when the number is of a class that such a contact may have. */
function numberFault({ kind, value }: ContactRecord, plan: NumberingPlan): string | null {
  const read = plan.classifySender(value);
  if (kind === 'sms_port')
    return read.class === 'sms_port_106' ? null : `${value} is read as ${read.class}; an sms_port begins with 106`;
  if (!/^\d[\d-]*\d$/.test(value)) return `'${value}' is more than digits and hyphens; an extension goes into note`;
  if (read.class === 'sms_port_106') return `${value} is a 106 sender number; its kind is sms_port`;
  if (!LINES.has(read.class))
    return `${value} is read as ${read.class}; an official line is a service code, a 400 or 800 number or a landline`;
  if (read.class === 'landline' && !value.startsWith('0')) return `${value} has no area code; write it in front, as in 021-61295599`;
  return null;
}

/** Null when browsers would open the host and one owner can have it. */
function hostFault(value: string): string | null {
  const parsed = parseHost(value);
  if (!parsed || parsed.host !== value) return `'${value}' is no host; write it as jd.com, in lower case, without https:// and path`;
  if (parsed.isIp) return `${value} is an IP address; write the name of the host`;
  if (!parsed.knownSuffix) return `${value} ends in no public suffix; correct the spelling`;
  if (parsed.publicSuffix === 'example') return `${value} lies under .example, where nobody can have a site`;
  if (!parsed.domain) return `${value} is a suffix that many share; write the host that is meant`;
  return null;
}

function* hosts(records: Records): Generator<[file: string, field: string, host: string]> {
  for (const { id, contacts } of records.platforms) {
    for (const [at, contact] of contacts.entries())
      if (isHost(contact)) yield [`data/platforms/${id}.yaml`, `contacts[${at}].value`, contact.value];
  }
  for (const [at, { host }] of (records.single[SHORT_LINKS]?.entries ?? []).entries()) yield [SHORT_LINKS, `entries[${at}].host`, host];
  for (const [at, { kind, value }] of (records.single[FAKES]?.entries ?? []).entries())
    if (kind === 'host') yield [FAKES, `entries[${at}].value`, value];
}

/** Hosts that are none, or that lie under no public suffix, in records and lists. */
export function findHostProblems(records: Records): Problem[] {
  return [...hosts(records)].flatMap(([file, field, host]) => {
    const message = hostFault(host);
    return message ? [{ file, field, message }] : [];
  });
}

/** Numbers of contacts that the numbering plan does not know, or that are of a class that no such contact has. */
export function findNumberProblems(records: Records, plan: NumberingPlan): Problem[] {
  return records.platforms.flatMap(({ id, contacts }) =>
    contacts.flatMap((contact, at) => {
      const message = contact.kind === 'phone' || contact.kind === 'sms_port' ? numberFault(contact, plan) : null;
      return message ? [{ file: `data/platforms/${id}.yaml`, field: `contacts[${at}].value`, message }] : [];
    }),
  );
}

/** Contacts that stand twice in a record, or lead elsewhere and are not retired, or to a line that the family does not have. */
export function findContactProblems(records: Records): Problem[] {
  const parents = new Map(records.platforms.map(({ id, part_of }) => [id, part_of] as const));
  const current = new Set<string>();
  for (const { id, contacts } of records.platforms) {
    for (const { kind, value, status } of contacts)
      if (status === 'current') current.add(`${familyOf(id, parents)} ${contactKey(kind, value)}`);
  }
  return records.platforms.flatMap(({ id, contacts }) => {
    const file = `data/platforms/${id}.yaml`;
    const seen = new Set<string>();
    return contacts.flatMap(({ kind, value, status, replaced_by }, at) => {
      const faults: Problem[] = [];
      const say = (field: string, message: string) => faults.push({ file, field: `contacts[${at}].${field}`, message });
      const key = `${kind} ${contactKey(kind, value)}`;
      if (seen.has(key)) say('value', `${value} stands twice; keep one and join the sources`);
      seen.add(key);
      if (replaced_by && status !== 'old') say('status', `${value} is replaced by ${replaced_by}; write old`);
      if (replaced_by && !current.has(`${familyOf(id, parents)} ${contactKey(kind, replaced_by)}`))
        say('replaced_by', `${replaced_by} is no current contact of the family; add it or leave replaced_by out`);
      return faults;
    });
  });
}

/** Lists and records that contradict each other about one number or host. */
export function findContradictions(records: Records): Problem[] {
  const parents = new Map(records.platforms.map(({ id, part_of }) => [id, part_of] as const));
  const owners = new Map<string, string>();
  const vouched = records.platforms.flatMap(({ id, contacts }) =>
    contacts
      .filter(({ status, tier, scope }) => status === 'current' && tier !== 'unverified' && !scope)
      .map(({ kind, value }) => [contactKey(kind, value), id] as const),
  );
  for (const [key, id] of vouched) if (!owners.has(key)) owners.set(key, id);
  const problems: Problem[] = [];
  for (const [at, { kind, value }] of (records.single[FAKES]?.entries ?? []).entries()) {
    const owner = kind === 'signature' ? undefined : owners.get(contactKey(kind, value));
    if (owner)
      problems.push({ file: FAKES, field: `entries[${at}].value`, message: `${value} is a current contact of '${owner}'; correct one` });
  }
  for (const [at, { number, platform }] of (records.single[CODES]?.entries ?? []).entries()) {
    const owner = owners.get(number);
    if (!owner || !platform || familyOf(owner, parents) === familyOf(platform, parents)) continue;
    problems.push({
      file: CODES,
      field: `entries[${at}].platform`,
      message: `${number} is a current contact of '${owner}', of another family than '${platform}'; correct one or give that contact a scope`,
    });
  }
  for (const [at, { host, kind }] of (records.single[SHORT_LINKS]?.entries ?? []).entries()) {
    const owner = kind === 'generic' ? owners.get(host) : undefined;
    if (owner)
      problems.push({
        file: SHORT_LINKS,
        field: `entries[${at}].kind`,
        message: `anybody makes links at ${host}, and it is a contact of '${owner}'; correct one`,
      });
  }
  return problems;
}
