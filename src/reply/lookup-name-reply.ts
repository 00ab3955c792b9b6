import type { NameLookup } from '../registry/lookup.js';
import type { Contact, Platform } from '../registry/types.js';
import { contactLine } from './compose.js';
import { linesToCall } from './contacts.js';
import {
  kindName,
  LOOKUP_MARKS,
  type LookupParts,
  type LookupTelling,
  linesFor,
  listedName,
  NO_PARTS,
  officialHost,
  platformName,
  provenance,
  quotedWords,
} from './lookup-telling.js';
import type { Line, OfficialContact } from './types.js';

const MOST_WEBSITES = 2;

const websitesOf = ({ contacts }: Platform): readonly Contact[] =>
  contacts
    .filter(({ kind, status, tier }) => kind === 'host' && status === 'current' && tier !== 'unverified')
    .sort((a, b) => Number(a.tier === 'likely') - Number(b.tier === 'likely'))
    .slice(0, MOST_WEBSITES);

function nameLine(platform: Platform, telling: LookupTelling): Line[] {
  const name = platformName(platform, telling);
  const other = name === platform.name ? platform.nameEn : platform.name;
  return linesFor([other && other !== name ? 'record.name_both' : 'record.name'], telling, { name, other: other ?? '' });
}

/** What a record says about an institution. */
function cardLines(platform: Platform, telling: LookupTelling): Line[] {
  const parent = platform.partOf === null ? undefined : telling.registry.platform(platform.partOf);
  const websites = websitesOf(platform).flatMap((contact) =>
    linesFor(['record.website'], telling, { official: officialHost(contact.value), ...provenance(contact, telling) }),
  );
  return [
    ...nameLine(platform, telling),
    ...(platform.operator ? linesFor(['record.operator'], telling, { operator: platform.operator }) : []),
    ...linesFor(['record.kind'], telling, { kind: kindName(platform.kind, telling) }),
    ...(parent ? linesFor(['record.parent'], telling, { name: platformName(parent, telling) }) : []),
    ...(platform.status === 'active' ? [] : linesFor([`record.${platform.status}`], telling)),
    ...websites,
  ];
}

const guessLine = (platform: Platform, telling: LookupTelling): Line[] =>
  linesFor(['guess.line'], telling, { name: platformName(platform, telling), kind: kindName(platform.kind, telling) });

/** What speaks against the name itself, whoever uses it. */
function cautionLines(lookup: NameLookup, telling: LookupTelling): Line[] {
  const { reportedFake, neverSigns, unlicensed, kind, platforms, sure } = lookup;
  const never = neverSigns.map((platform) => platformName(platform, telling)).join(telling.wording.text('list.join'));
  const fake = reportedFake ? listedName(reportedFake.claims, telling) : '';
  const keys: [string, boolean, string?][] = [
    ['fake_name', reportedFake !== null, fake],
    ['never', neverSigns.length > 0, never],
    ['unlicensed', unlicensed],
    ['signature', kind === 'signature'],
    ['guess', platforms.length > 0 && !sure],
    ['unlisted_name', platforms.length === 0 && !reportedFake],
    ['person', platforms.length === 0 && !reportedFake],
  ];
  return keys.flatMap(([key, applies, name = '']) => (applies ? linesFor([`caution.${key}`], telling, { name }) : []));
}

interface Told {
  readonly key: string;
  readonly mark: keyof typeof LOOKUP_MARKS;
}

function toldOf({ kind, name, platforms, sure, reportedFake, neverSigns }: NameLookup): Told {
  if (name === '') return { key: 'name.empty', mark: 'unknown' };
  if (reportedFake) return { key: 'name.fake', mark: 'doubtful' };
  if (kind === 'signature' && neverSigns.length > 0) return { key: 'signature.never', mark: 'doubtful' };
  if (platforms.length === 0) return { key: 'name.unknown', mark: 'unknown' };
  if (!sure) return { key: platforms.length > 1 ? 'name.guess' : 'name.guess_one', mark: 'unknown' };
  return { key: kind === 'signature' ? 'signature.known' : 'name.known', mark: 'listed' };
}

/** The one institution that is in question; null for none, and for several guesses, of which a wrong one would be called. */
function meant({ platforms: [first, second], posesAs }: NameLookup): Platform | null {
  return posesAs ?? (first && !second ? first : null);
}

/** The lines to call, or that the institution in question has none on record. */
function contactLines(platform: Platform | null, contacts: readonly OfficialContact[], telling: LookupTelling): Line[] {
  const { wording } = telling;
  if (contacts.length > 0) return contacts.map((contact) => contactLine(contact, wording));
  return platform ? [wording.line('contact.none', { platform: platformName(platform, telling) })] : [];
}

function stepKeys({ platforms, sure, reportedFake }: NameLookup): string[] {
  if (platforms.length > 1 && !sure) return ['step.exact'];
  return platforms.length > 0 || reportedFake ? [] : ['step.usage', 'step.message'];
}

/** Tells which institution a name or a signature stands for, or which ones have a name like it. */
export function nameParts(lookup: NameLookup, telling: LookupTelling): LookupParts {
  const { platforms, name, neverSigns, posesAs } = lookup;
  const told = toldOf(lookup);
  const platform = meant(lookup);
  const contacts = platform ? linesToCall(platform, telling.registry, telling.wording.language) : [];
  const named = neverSigns[0] ?? platforms[0];
  const query = quotedWords(lookup.isMessage || lookup.kind === 'signature' ? name : lookup.query, telling);
  return {
    ...NO_PARTS,
    mark: LOOKUP_MARKS[told.mark],
    headline: linesFor([told.key], telling, { query, name: named ? platformName(named, telling) : '' })[0] ?? [],
    record: platform && !posesAs ? cardLines(platform, telling) : [],
    guesses: platforms.length > 1 ? platforms.flatMap((each) => guessLine(each, telling)) : [],
    contacts,
    contactLines: contactLines(platform, contacts, telling),
    cautions: name === '' ? [] : cautionLines(lookup, telling),
    steps: linesFor(stepKeys(lookup), telling),
  };
}
