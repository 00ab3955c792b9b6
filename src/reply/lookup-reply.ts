import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { dayIn } from './compose.js';
import { hostParts } from './lookup-host-reply.js';
import { nameParts } from './lookup-name-reply.js';
import { numberParts } from './lookup-number-reply.js';
import { type LookupParts, type LookupTelling, linesFor, lookupTelling, sectionsOf } from './lookup-telling.js';
import type { Language, ReplyBody } from './types.js';
import { flatten } from './wording.js';

function partsOf(lookup: Lookup, telling: LookupTelling): LookupParts {
  if (lookup.kind === 'number') return numberParts(lookup, telling);
  return lookup.kind === 'host' ? hostParts(lookup, telling) : nameParts(lookup, telling);
}

/** What is on record about a number, an address or a name, for a person to read: who, how sure, and what it does not prove. */
export function composeLookupReply(lookup: Lookup, registry: Registry, language: Language): ReplyBody {
  const telling = lookupTelling(registry, language);
  const parts = partsOf(lookup, telling);
  const message = lookup.isMessage ? linesFor(['caution.message'], telling) : [];
  return {
    language,
    mark: parts.mark,
    headline: flatten(parts.headline),
    lead: [...parts.lead, ...message],
    sections: sectionsOf(parts, telling),
    contacts: parts.contacts,
    question: null,
    asOf: registry.asOf,
    footer: telling.wording.line('footer', { day: dayIn(registry.asOf, telling.wording) }),
  };
}
