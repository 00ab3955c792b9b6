import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { dayIn } from './compose.js';
import { hostParts } from './lookup-host-reply.js';
import { nameParts } from './lookup-name-reply.js';
import { numberParts } from './lookup-number-reply.js';
import { type LookupParts, type LookupTelling, linesFor, lookupTelling, sectionsOf } from './lookup-telling.js';
import type { Language, Line, ReplyBody } from './types.js';
import { flatten } from './wording.js';

function partsOf(lookup: Lookup, telling: LookupTelling): LookupParts {
  if (lookup.kind === 'number') return numberParts(lookup, telling);
  return lookup.kind === 'host' ? hostParts(lookup, telling) : nameParts(lookup, telling);
}

/** How often something was seen in bad notices that people forwarded. Days are ISO. */
export interface SeenCount {
  readonly count: number;
  readonly people: number;
  readonly first: string;
  readonly last: string;
}

/** Reports are no record: they stand among what the reader should mind, not among what is known. */
function seenLines(seen: SeenCount | null, telling: LookupTelling): Line[] {
  if (seen === null) return [];
  const days = { first: dayIn(seen.first, telling.wording), last: dayIn(seen.last, telling.wording) };
  return linesFor(['caution.seen'], telling, { people: String(seen.people), ...days });
}

/** What is on record about a number, an address or a name, for a person to read: who, how sure, and what it does not prove. */
export function composeLookupReply(
  lookup: Lookup,
  registry: Registry,
  language: Language,
  seen: SeenCount | null = null,
): ReplyBody {
  const telling = lookupTelling(registry, language);
  const told = partsOf(lookup, telling);
  const parts = { ...told, cautions: [...seenLines(seen, telling), ...told.cautions] };
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
