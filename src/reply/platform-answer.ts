import type { Contact, Platform, Registry } from '../registry/types.js';
import { linesToCall, sourceOf } from './contacts.js';
import { isShowable } from './lookup-number-holders.js';
import type { Language, OfficialContact } from './types.js';
import { type Wording, wordingIn } from './wording.js';

/** An address of its own, with where that was found. */
export interface OfficialSite {
  readonly host: string;
  readonly tier: 'confirmed' | 'likely';
  readonly source: string;
  /** ISO day. */
  readonly checked: string;
}

/** A record as other programs read it: the object of `GET /v1/platforms`. */
export interface PlatformAnswer {
  readonly id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly operator: string | null;
  readonly kind: string;
  readonly status: Platform['status'];
  /** Where to call it, best first. */
  readonly contacts: readonly OfficialContact[];
  readonly websites: readonly OfficialSite[];
}

const siteOf = (contact: Contact, wording: Wording): OfficialSite => ({
  host: contact.value,
  tier: contact.tier === 'confirmed' ? 'confirmed' : 'likely',
  source: sourceOf(contact, wording),
  checked: contact.checked,
});

/** Spells a record out for programs, with nothing in it that readers may not be shown. */
export function platformAnswer(platform: Platform, registry: Registry, language: Language): PlatformAnswer {
  const wording = wordingIn(registry, language);
  const sites = platform.contacts.filter(
    (contact) => contact.kind === 'host' && contact.status === 'current' && isShowable(contact),
  );
  return {
    id: platform.id,
    name: platform.name,
    name_en: platform.nameEn,
    operator: platform.operator,
    kind: platform.kind,
    status: platform.status,
    contacts: linesToCall(platform, registry, language),
    websites: sites.map((contact) => siteOf(contact, wording)),
  };
}
