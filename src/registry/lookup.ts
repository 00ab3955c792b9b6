import { foldText } from '../notice/fold.js';
import type { NumberReading } from '../notice/types.js';
import { type QueriedHost, readQuery } from './lookup-query.js';
import { resolveName } from './lookup-resolve.js';
import { holdersOf } from './number-holders.js';
import type { Contact, HostStanding, NumberStanding, Platform, Registry } from './types.js';

interface Asked {
  /** As typed, without blanks around it. */
  readonly query: string;
  /** A whole message rather than one thing to look up: only the first thing in it was looked up. */
  readonly isMessage: boolean;
}

export interface NumberLookup extends Asked {
  readonly kind: 'number';
  readonly written: string;
  readonly reading: NumberReading;
  /** Nobody's when the number is forged. */
  readonly standing: NumberStanding;
  /** The listed 106 sender number that this one begins with. */
  readonly port: Contact | null;
  /** A shape that no exchange produces, and the listed line that it imitates, if any. */
  readonly forged: { readonly imitates: NumberStanding } | null;
  /** Lines with the same provincial code in other places than the one whose area code stands in front. */
  readonly elsewhere: readonly Contact[];
  /** Whom it poses as, when it was reported as fake. */
  readonly posesAs: Platform | null;
}

export interface HostLookup extends Asked {
  readonly kind: 'host';
  readonly link: QueriedHost;
  readonly standing: HostStanding;
  /** Every record that has this official address, the one of `standing` first; empty when it is nobody's. */
  readonly owners: readonly Contact[];
  /** Whom it poses as, when it was reported as fake. */
  readonly posesAs: Platform | null;
}

export interface NameLookup extends Asked {
  readonly kind: 'name' | 'signature';
  /** Folded. */
  readonly name: string;
  /** Records with this name, or with a name like it: then `sure` is false, and it is a guess that the reader must confirm. */
  readonly platforms: readonly Platform[];
  readonly sure: boolean;
  /** Somebody reported that fakes use this name. */
  readonly reportedFake: ReturnType<Registry['reportedFakeSignature']>;
  /** Records that are known never to sign like this. */
  readonly neverSigns: readonly Platform[];
  /** Whom the name poses as, when it is no real one. */
  readonly posesAs: Platform | null;
  /** Calls itself a consumer-finance company and is none of those with a licence. */
  readonly unlicensed: boolean;
}

export type Lookup = NumberLookup | HostLookup | NameLookup;

const NOBODY: NumberStanding = { contacts: [], reportedFake: null, holder: null };

/** The record of whom a reported fake poses as; a report names it in its own words. */
function claimedBy(fake: { readonly claims: string } | null, registry: Registry): Platform | null {
  return fake ? (registry.bySignature(foldText(fake.claims).text)[0] ?? null) : null;
}

/** Phones put +86 before any number; any other prefix before a code that is dialled at home was forged. */
const isForged = ({ class: numberClass, prefix }: NumberReading): boolean =>
  numberClass === 'spoofed_prefix' && prefix !== '+86' && prefix !== '0086';

function lookUpNumber(asked: Asked, written: string, reading: NumberReading, registry: Registry): NumberLookup {
  const { standing, elsewhere } = holdersOf(reading, registry);
  const forged = isForged(reading);
  return {
    ...asked,
    kind: 'number',
    written,
    reading,
    standing: forged ? { ...NOBODY, reportedFake: standing.reportedFake } : standing,
    port: reading.class === 'sms_port_106' ? registry.smsPort(reading.national) : null,
    forged: forged ? { imitates: standing } : null,
    elsewhere,
    posesAs: claimedBy(standing.reportedFake, registry),
  };
}

function ownersOf(standing: HostStanding, registry: Registry): readonly Contact[] {
  if (standing.kind !== 'official' && standing.kind !== 'official_short') return [];
  const { contact } = standing;
  const isSame = (other: Contact): boolean =>
    other !== contact && other.kind === contact.kind && other.key === contact.key && other.status === 'current';
  return [contact, ...registry.platforms().flatMap(({ contacts }) => contacts.filter(isSame))];
}

function lookUpHost(asked: Asked, link: QueriedHost, registry: Registry): HostLookup {
  const standing = registry.host(link.host);
  const posesAs = claimedBy(standing.kind === 'reported_fake' ? standing : null, registry);
  return { ...asked, kind: 'host', link, standing, owners: ownersOf(standing, registry), posesAs };
}

const CONSUMER_FINANCE = /消费金融|消金/;

function lookUpName(asked: Asked, kind: 'name' | 'signature', name: string, registry: Registry): NameLookup {
  const reportedFake = registry.reportedFakeSignature(name);
  const neverSigns = registry.neverSigns(name);
  const found = resolveName(name, registry);
  const isKnown = found.sure && found.platforms.length > 0;
  // A false name is like many true ones: whom it poses as is known, and the others would be wrong guesses.
  const isFalse = !isKnown && (reportedFake !== null || neverSigns.length > 0);
  return {
    ...asked,
    kind,
    name,
    platforms: isFalse ? [] : found.platforms,
    sure: found.sure,
    reportedFake,
    neverSigns,
    posesAs: isFalse ? (claimedBy(reportedFake, registry) ?? neverSigns[0] ?? null) : null,
    unlicensed: !isKnown && CONSUMER_FINANCE.test(name) && !registry.isLicensedConsumerFinance(name),
  };
}

/**
 * Whose number, address, signature or name this is. Says what the records hold and never that something is genuine:
 * callers can show any number and write any name. Never throws.
 */
export function lookUp(typed: string, registry: Registry): Lookup {
  const isName = (folded: string): boolean => registry.bySignature(folded).length > 0;
  const { query, isMessage } = readQuery(typed, registry.plan, isName);
  const asked: Asked = { query: typed.trim(), isMessage };
  if (query.kind === 'number') return lookUpNumber(asked, query.written, query.reading, registry);
  if (query.kind === 'host') return lookUpHost(asked, query.link, registry);
  return lookUpName(asked, query.kind, query.name, registry);
}
