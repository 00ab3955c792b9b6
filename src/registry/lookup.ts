import { foldText } from '../notice/fold.js';
import type { NumberReading } from '../notice/types.js';
import { type QueriedHost, readQuery } from './lookup-query.js';
import { resolveName } from './lookup-resolve.js';
import type { Contact, HostStanding, NumberStanding, Platform, Registry } from './types.js';

interface Asked {
  /** As typed, without blanks around it; '' when it was a whole message. */
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
}

export interface HostLookup extends Asked {
  readonly kind: 'host';
  readonly link: QueriedHost;
  readonly standing: HostStanding;
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
  /** Calls itself a consumer-finance company and is none of those with a licence. */
  readonly unlicensed: boolean;
}

export type Lookup = NumberLookup | HostLookup | NameLookup;

const NOBODY: NumberStanding = { contacts: [], reportedFake: null, holder: null };

/** Phones put +86 before any number; any other prefix before a code that is dialled at home was forged. */
const isForged = ({ class: numberClass, prefix }: NumberReading): boolean =>
  numberClass === 'spoofed_prefix' && prefix !== '+86' && prefix !== '0086';

function lookUpNumber(asked: Asked, written: string, reading: NumberReading, registry: Registry): NumberLookup {
  const standing = registry.number(reading.national);
  const forged = isForged(reading);
  return {
    ...asked,
    kind: 'number',
    written,
    reading,
    standing: forged ? { ...NOBODY, reportedFake: standing.reportedFake } : standing,
    port: reading.class === 'sms_port_106' ? registry.smsPort(reading.national) : null,
    forged: forged ? { imitates: standing } : null,
  };
}

const CONSUMER_FINANCE = /消费金融|消金/;

function lookUpName(asked: Asked, kind: 'name' | 'signature', name: string, registry: Registry): NameLookup {
  const reportedFake = registry.reportedFakeSignature(name);
  const found = resolveName(name, registry);
  const isKnown = found.sure && found.platforms.length > 0;
  return {
    ...asked,
    kind,
    name,
    ...found,
    reportedFake,
    neverSigns: registry.neverSigns(name),
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
  const asked: Asked = { query: isMessage ? '' : typed.trim(), isMessage };
  if (query.kind === 'number') return lookUpNumber(asked, query.written, query.reading, registry);
  if (query.kind === 'host') return { ...asked, kind: 'host', link: query.link, standing: registry.host(query.link.host) };
  return lookUpName(asked, query.kind, foldText(query.name).text, registry);
}
