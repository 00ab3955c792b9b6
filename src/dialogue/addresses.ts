import { parseHost } from '../notice/hosts.js';
import type { Link, NumberClass, NumberReading } from '../notice/types.js';
import type { Lookup } from '../registry/lookup.js';
import { holdersOf } from '../registry/number-holders.js';
import type { Registry } from '../registry/types.js';
import type { Verdict } from '../verdict/types.js';
import type { Address } from './ports.js';

/** Numbers that may ring at a private person's, who may have been named by a fraudster. */
const PRIVATE_LINES: ReadonlySet<NumberClass> = new Set(['mobile', 'virtual_operator_mobile', 'iot', 'landline']);

/** What cannot be told to be one telephone number says nothing when it is seen again. */
const NO_NUMBERS: ReadonlySet<NumberClass> = new Set(['email', 'alphanumeric', 'invalid', 'public_service']);

/** Names in front of a registrable domain may be made for one victim; the domain is the fraudster's. */
const hostAddress = (host: string): Address => ({ kind: 'host', value: parseHost(host)?.domain ?? host, isPrivate: false });

const numberAddress = (reading: NumberReading): Address => ({
  kind: 'number',
  value: `${reading.areaCode ?? ''}${reading.national}`,
  isPrivate: PRIVATE_LINES.has(reading.class),
});

const isUnlistedHost = (host: string, registry: Registry): boolean => {
  const { kind } = registry.host(host);
  return kind === 'not_on_record' || kind === 'reported_fake';
};

function isUnlistedNumber(reading: NumberReading, registry: Registry): boolean {
  const { contacts, holder } = holdersOf(reading, registry).standing;
  return contacts.length === 0 && holder === null && !NO_NUMBERS.has(reading.class);
}

/** What speaks against the message, as it stands in the facts of findings. */
function accused({ findings }: Verdict): ReadonlySet<string> {
  const scam = findings.filter(({ leaning }) => leaning === 'scam');
  return new Set(scam.flatMap(({ facts }) => [facts.host, facts.number, facts.sender].filter((value) => value !== undefined)));
}

/** No notice needs more; a text that is nothing but addresses would fill the memory with them. */
const MOST_ADDRESSES = 12;

const eachOnce = (addresses: readonly Address[]): readonly Address[] =>
  [...new Map(addresses.map((address) => [`${address.kind} ${address.value}`, address])).values()].slice(0, MOST_ADDRESSES);

/** Hosts and numbers in the text that lead to nobody on record and that `counts` holds of, as they are written. Official ones never. */
function unlistedIn({ notice }: Verdict, registry: Registry, counts: (written: string, link?: Link) => boolean): Address[] {
  const links = notice.links.filter((link) => counts(link.host, link) && isUnlistedHost(link.host, registry));
  const phones = notice.phones.filter(({ digits, reading }) => counts(digits) && isUnlistedNumber(reading, registry));
  return [...links.map(({ host }) => hostAddress(host)), ...phones.map(({ reading }) => numberAddress(reading))];
}

/** What to ask about before a notice is answered: every host and number in it that leads to nobody on record. */
export const addressesToAsk = (verdict: Verdict, registry: Registry): readonly Address[] =>
  eachOnce(unlistedIn(verdict, registry, () => true));

/**
 * What to keep of a notice that was found bad: of a fraud every host and number that leads to nobody on record, of a suspicious
 * notice those that are suspect themselves. The sender's number only when it speaks against the message.
 */
export function addressesToKeep(verdict: Verdict, registry: Registry): readonly Address[] {
  if (verdict.verdict !== 'scam' && verdict.verdict !== 'suspicious') return [];
  const suspect = accused(verdict);
  const { sender } = verdict.notice;
  const isKept = sender !== null && suspect.has(sender.raw) && isUnlistedNumber(sender.reading, registry);
  const isBad = (written: string): boolean => verdict.verdict === 'scam' || suspect.has(written);
  // A host that was read from a picture may be another one by a letter: nobody is accused by a misreading.
  const inText = unlistedIn(verdict, registry, (written, link) => link?.origin !== 'picture' && isBad(written));
  return eachOnce([...inText, ...(isKept ? [numberAddress(sender.reading)] : [])]);
}

/** Under what a looked-up number or host was kept; null for a name. */
export function addressLookedUp(lookup: Lookup): Address | null {
  if (lookup.kind === 'host') return hostAddress(lookup.link.host);
  return lookup.kind === 'number' ? numberAddress(lookup.reading) : null;
}
