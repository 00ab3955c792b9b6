import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { contactLine, dayIn } from './compose.js';
import { hostParts } from './lookup-host-reply.js';
import { nameParts } from './lookup-name-reply.js';
import { numberParts } from './lookup-number-reply.js';
import { type LookupParts, type LookupTelling, linesFor, lookupTelling, platformName, sectionsOf } from './lookup-telling.js';
import type { Language, Line, Reply } from './types.js';
import { flatten } from './wording.js';

/** The answer to a look-up, drawn like any other; it judges nothing, so it has no verdict. */
export type LookupReply = Omit<Reply, 'verdict'>;

function partsOf(lookup: Lookup, telling: LookupTelling): LookupParts {
  if (lookup.kind === 'number') return numberParts(lookup, telling);
  return lookup.kind === 'host' ? hostParts(lookup, telling) : nameParts(lookup, telling);
}

/** The lines to call, or that the one institution in question has none on record. */
function contactLines(lookup: Lookup, { contacts }: LookupParts, { registry, wording }: LookupTelling): Line[] {
  const lines = contacts.map((contact) => contactLine(contact, wording));
  const meant = lookup.kind === 'name' || lookup.kind === 'signature' ? lookup.platforms : [];
  if (lines.length > 0 || meant.length !== 1) return lines;
  return meant.map((platform) => wording.line('contact.none', { platform: platformName(platform, { registry, wording }) }));
}

/** What is on record about a number, an address or a name, for a person to read: who, how sure, and what it does not prove. */
export function composeLookupReply(lookup: Lookup, registry: Registry, language: Language): LookupReply {
  const telling = lookupTelling(registry, language);
  const parts = partsOf(lookup, telling);
  const message = lookup.isMessage ? linesFor(['caution.message'], telling) : [];
  return {
    language,
    mark: parts.mark,
    headline: flatten(parts.headline),
    lead: [...parts.lead, ...message],
    sections: sectionsOf(parts, contactLines(lookup, parts, telling), telling),
    contacts: parts.contacts,
    question: null,
    asOf: registry.asOf,
    footer: telling.wording.line('footer', { day: dayIn(registry.asOf, telling.wording) }),
  };
}
