import type { NumberLookup } from '../registry/lookup.js';
import type { Contact, NumberStanding, Platform } from '../registry/types.js';
import { linesToCall } from './contacts.js';
import { type LookupTelling, listedName, platformName } from './lookup-telling.js';
import type { OfficialContact } from './types.js';

const ANTI_FRAUD = '96110';
/** More lines to call than this are not read. */
const MOST_LINES = 3;

export const isShowable = ({ tier }: Pick<Contact, 'tier'>): boolean => tier !== 'unverified';

export const digitsOf = ({ number }: OfficialContact): string => number.replace(/\D/g, '');

/** Contacts that may be told as somebody's line today. */
export const inUse = ({ contacts }: NumberStanding): readonly Contact[] =>
  contacts.filter((contact) => contact.status === 'current' && isShowable(contact));

/** Who holds a code by the numbering plan, unless a record that may be shown says whose line it is or was. */
export const holderOf = ({ contacts, holder }: NumberStanding): NumberStanding['holder'] =>
  contacts.some(isShowable) ? null : holder;

/** Names of the holders; the members of one family count as the one that stands at its top. */
export function holderNames({ standing }: NumberLookup, telling: LookupTelling): string[] {
  const platforms = inUse(standing).flatMap(({ platformId }) => telling.registry.platform(platformId) ?? []);
  const isHeaded = ({ family }: Platform): boolean => platforms.some(({ id }) => id === family);
  const heads = platforms.filter((platform) => platform.id === platform.family || !isHeaded(platform));
  if (heads.length > 0) return [...new Set(heads.map((platform) => platformName(platform, telling)))];
  const holder = holderOf(standing);
  return holder && isShowable(holder) ? [listedName(holder.name, telling)] : [];
}

/** The institutions that the number has to do with. */
function platformsOf({ standing, port, forged, posesAs }: NumberLookup, { registry }: LookupTelling): Platform[] {
  const contacts = [...standing.contacts, ...(port ? [port] : []), ...(forged?.imitates.contacts ?? [])];
  const owners = contacts.filter(isShowable).flatMap(({ platformId }) => registry.platform(platformId) ?? []);
  return [...new Set([...owners, ...(posesAs ? [posesAs] : [])])];
}

/** Where to ask about a number: the lines of those institutions, and the anti-fraud line where it is a fake. */
export function linesAbout(lookup: NumberLookup, telling: LookupTelling): OfficialContact[] {
  const { registry, wording } = telling;
  const linesOf = (platform: Platform): OfficialContact[] => linesToCall(platform, registry, wording.language);
  const isFake = lookup.standing.reportedFake !== null || lookup.forged !== null;
  const police = isFake ? registry.platform(ANTI_FRAUD) : undefined;
  const own = platformsOf(lookup, telling).flatMap(linesOf);
  const lines = [...own.slice(0, MOST_LINES), ...(police ? linesOf(police).slice(0, 1) : [])];
  return [...new Map(lines.map((line) => [digitsOf(line), line] as const)).values()];
}
