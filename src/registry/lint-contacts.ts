import { parseHost } from '../notice/hosts.js';
import type { NumberClass, NumberingPlan } from '../notice/types.js';
import { contactKey, familyOf } from './cross-check.js';
import type { Problem } from './data-error.js';
import type { Records } from './read-records.js';
import type { ContactRecord } from './records.js';

const SHORT_LINKS = 'data/lists/short-links.yaml';
const FAKES = 'data/lists/reported-fakes.yaml';

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
  if (read.class === 'landline' && !value.startsWith('0'))
    return `${value} has no area code; write it in front, as in 021-61295599`;
  return null;
}

/** Null when browsers would open the host and one owner can have it. */
function hostFault(value: string): string | null {
  const parsed = parseHost(value);
  if (!parsed || parsed.host !== value)
    return `'${value}' is no host; write it as jd.com, in lower case, without https:// and path`;
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
  for (const [at, { host }] of (records.single[SHORT_LINKS]?.entries ?? []).entries())
    yield [SHORT_LINKS, `entries[${at}].host`, host];
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

const parentsOf = (records: Records): ReadonlyMap<string, string | undefined> =>
  new Map(records.platforms.map(({ id, part_of }) => [id, part_of] as const));

/** The family of a record, and every current contact as `family key`. */
function currentLines(records: Records): { family: (id: string) => string; has: (family: string, key: string) => boolean } {
  const parents = parentsOf(records);
  const family = (id: string): string => familyOf(id, parents);
  const lines = new Set(
    records.platforms.flatMap(({ id, contacts }) =>
      contacts.flatMap(({ kind, value, status }) => (status === 'current' ? [`${family(id)} ${contactKey(kind, value)}`] : [])),
    ),
  );
  return { family, has: (name, key) => lines.has(`${name} ${key}`) };
}

/** Contacts that stand twice in a record, or lead elsewhere and are not retired, or to a line that the family does not have. */
export function findContactProblems(records: Records): Problem[] {
  const lines = currentLines(records);
  return records.platforms.flatMap(({ id, contacts }) => {
    const seen = new Set<string>();
    return contacts.flatMap(({ kind, value, status, replaced_by }, at) => {
      const faults: Problem[] = [];
      const say = (field: string, message: string) =>
        faults.push({ file: `data/platforms/${id}.yaml`, field: `contacts[${at}].${field}`, message });
      const key = `${kind} ${contactKey(kind, value)}`;
      if (seen.has(key)) say('value', `${value} stands twice; keep one and join the sources`);
      seen.add(key);
      if (replaced_by && status !== 'old') say('status', `${value} is replaced by ${replaced_by}; write old`);
      if (replaced_by && !lines.has(lines.family(id), contactKey(kind, replaced_by)))
        say('replaced_by', `${replaced_by} is no current contact of the family; add it or leave replaced_by out`);
      return faults;
    });
  });
}
