import type { NumberReading } from '../notice/types.js';
import type { Contact, NumberStanding, Registry } from './types.js';

export interface NumberHolders {
  readonly standing: NumberStanding;
  /** Lines with the same provincial code in other places than the one whose area code stands in front. */
  readonly elsewhere: readonly Contact[];
}

const NOBODY: NumberStanding = { contacts: [], reportedFake: null, holder: null };

/** 96xxx codes are given out by province: two of them may have different holders. 96110 is the police's everywhere. */
export const isProvincial = (national: string): boolean => /^96\d{3,4}$/.test(national) && national !== '96110';

const contactsWhere = (registry: Registry, fits: (contact: Contact) => boolean): Contact[] =>
  registry.platforms().flatMap(({ contacts }) => contacts.filter(fits));

/** Behind an area code a service code is that place's own, if a record has it so, and otherwise the code of everywhere. */
function behindAreaCode(areaCode: string, national: string, registry: Registry): NumberHolders {
  const there = registry.number(areaCode + national);
  if (there.contacts.length > 0) return { standing: there, elsewhere: [] };
  const standing = registry.number(national);
  return isProvincial(national) ? { standing: NOBODY, elsewhere: standing.contacts } : { standing, elsewhere: [] };
}

/** Who a number belongs to as it was written; a provincial code without its area code is everybody's who has it in some province. */
export function holdersOf({ national, areaCode }: NumberReading, registry: Registry): NumberHolders {
  if (areaCode) return behindAreaCode(areaCode, national, registry);
  const standing = registry.number(national);
  if (!isProvincial(national)) return { standing, elsewhere: [] };
  const placed = contactsWhere(registry, ({ kind, key }) => kind === 'phone' && key.startsWith('0') && key.endsWith(national));
  return { standing: { ...standing, contacts: [...standing.contacts, ...placed] }, elsewhere: [] };
}
