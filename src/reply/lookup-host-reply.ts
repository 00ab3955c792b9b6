import type { HostLookup } from '../registry/lookup.js';
import type { Contact, HostStanding } from '../registry/types.js';
import { contactLine } from './compose.js';
import { linesToCall } from './contacts.js';
import {
  defanged,
  LOOKUP_MARKS,
  type LookupParts,
  type LookupTelling,
  linesFor,
  listedName,
  NO_PARTS,
  officialHost,
  ownerName,
  quotedWords,
  recordLines,
} from './lookup-telling.js';
import type { Line, OfficialContact } from './types.js';

interface Told {
  readonly key: string;
  readonly mark: keyof typeof LOOKUP_MARKS;
  readonly name?: string;
  readonly cautions: readonly string[];
}

const likely = (key: string, tier: Contact['tier']): string => (tier === 'likely' ? `${key}_likely` : key);

function toldOf(standing: HostStanding, isIp: boolean, telling: LookupTelling): Told {
  switch (standing.kind) {
    case 'official':
    case 'official_short':
      if (standing.contact.tier === 'unverified') return { key: 'unverified', mark: 'unknown', cautions: ['unlisted_host'] };
      return {
        key: likely(standing.kind, standing.contact.tier),
        mark: 'listed',
        name: ownerName(standing.contact, telling),
        cautions: ['website'],
      };
    case 'generic_shortener':
      return { key: 'generic_shortener', mark: 'unknown', cautions: ['shortener'] };
    case 'user_content':
      return { key: 'user_content', mark: 'unknown', name: listedName(standing.owner, telling), cautions: ['user_content'] };
    case 'restricted_suffix':
      return { key: 'restricted_suffix', mark: 'unknown', cautions: ['restricted'] };
    case 'reported_fake': {
      const name = listedName(standing.claims, telling);
      const key = standing.proven ? 'fake_proven' : 'fake_reported';
      return { key, mark: standing.proven ? 'fake' : 'doubtful', name, cautions: standing.proven ? [] : ['reported'] };
    }
    case 'not_on_record':
      return isIp
        ? { key: 'ip', mark: 'doubtful', cautions: ['ip'] }
        : { key: 'not_on_record', mark: 'unknown', cautions: ['unlisted_host'] };
  }
}

function ownerLines({ standing, link, owners }: HostLookup, telling: LookupTelling): Line[] {
  if (standing.kind === 'reported_fake' && standing.source) {
    const source = standing.source.publisher ?? standing.source.title;
    return linesFor(['record.fake'], telling, { name: listedName(standing.claims, telling), source });
  }
  if (standing.kind !== 'official' && standing.kind !== 'official_short') return [];
  const { contact } = standing;
  const part = contact.key !== link.host && contact.tier !== 'unverified';
  return [
    ...recordLines(owners, telling),
    ...(part ? linesFor(['record.host'], telling, { domain: officialHost(contact.key) }) : []),
  ];
}

/** The lines of the owner, or of whom a fake poses as. */
function callable({ standing, posesAs }: HostLookup, { registry, wording }: LookupTelling): OfficialContact[] {
  const isOwn = standing.kind === 'official' || standing.kind === 'official_short';
  const owner = isOwn && standing.contact.tier !== 'unverified' ? registry.platform(standing.contact.platformId) : posesAs;
  return owner ? linesToCall(owner, registry, wording.language) : [];
}

/** How the address was written, when that misleads. */
function writtenKeys({ link }: HostLookup): string[] {
  const isForeign = link.hostUnicode !== link.host;
  return [...(link.email ? ['email'] : []), ...(link.userinfo === null ? [] : ['userinfo']), ...(isForeign ? ['idn'] : [])];
}

/** Tells whose an address is, or that nobody is on record for it. Whom it imitates is for a check of the whole message. */
export function hostParts(lookup: HostLookup, telling: LookupTelling): LookupParts {
  const { link, standing } = lookup;
  const told = toldOf(standing, link.isIp, telling);
  const host: Line = told.mark === 'listed' ? [{ kind: 'text', text: link.host }] : defanged(link.host);
  const shown = link.userinfo ?? (link.hostUnicode === link.host ? null : link.hostUnicode);
  const values = { host, name: told.name ?? '', ...(shown === null ? {} : { shown: quotedWords(shown, telling) }) };
  const contacts = callable(lookup, telling);
  return {
    ...NO_PARTS,
    mark: LOOKUP_MARKS[told.mark],
    headline: linesFor([`host.${told.key}`], telling, values)[0] ?? [],
    record: ownerLines(lookup, telling),
    contacts,
    contactLines: contacts.map((contact) => contactLine(contact, telling.wording)),
    cautions: linesFor(
      [...writtenKeys(lookup), ...told.cautions].map((key) => `caution.${key}`),
      telling,
      values,
    ),
    steps: contacts.length > 0 ? [] : linesFor(['step.ask', 'step.message'], telling),
  };
}
