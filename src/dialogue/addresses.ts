import { parseHost } from '../notice/hosts.js';
import type { NumberClass, NumberReading } from '../notice/types.js';
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

/**
 * Hosts and numbers of a notice that lead to nobody on record, when it was found bad: of a fraud all of them, of a suspicious
 * notice those that are suspect themselves. The sender's number only when it speaks against the message. Official ones never.
 */
export function addressesOf(verdict: Verdict, registry: Registry): readonly Address[] {
  if (verdict.verdict !== 'scam' && verdict.verdict !== 'suspicious') return [];
  const suspect = accused(verdict);
  const counts = (written: string): boolean => verdict.verdict === 'scam' || suspect.has(written);
  const { links, phones, sender } = verdict.notice;
  const addresses = [
    ...links.filter(({ host }) => counts(host) && isUnlistedHost(host, registry)).map(({ host }) => hostAddress(host)),
    ...phones
      .filter(({ digits, reading }) => counts(digits) && isUnlistedNumber(reading, registry))
      .map(({ reading }) => numberAddress(reading)),
    ...(sender && suspect.has(sender.raw) && isUnlistedNumber(sender.reading, registry) ? [numberAddress(sender.reading)] : []),
  ];
  return [...new Map(addresses.map((address) => [`${address.kind} ${address.value}`, address])).values()];
}

/** Under what a looked-up number or host was kept; null for a name. */
export function addressLookedUp(lookup: Lookup): Address | null {
  if (lookup.kind === 'host') return hostAddress(lookup.link.host);
  return lookup.kind === 'number' ? numberAddress(lookup.reading) : null;
}
