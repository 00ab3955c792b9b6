import type { NameLookup } from '../registry/lookup.js';
import type { Contact, Platform } from '../registry/types.js';
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
  return [
    ...(reportedFake ? linesFor(['caution.fake_name'], telling, { name: listedName(reportedFake.claims, telling) }) : []),
    ...neverSigns.flatMap((platform) => linesFor(['caution.never'], telling, { name: platformName(platform, telling) })),
    ...(unlicensed ? linesFor(['caution.unlicensed'], telling) : []),
    ...(kind === 'signature' ? linesFor(['caution.signature'], telling) : []),
    ...(platforms.length > 1 && !sure ? linesFor(['caution.guess'], telling) : []),
    ...(platforms.length === 0 ? linesFor(['caution.unlisted_name', 'caution.person'], telling) : []),
  ];
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
  if (!sure) return { key: 'name.guess', mark: 'unknown' };
  return { key: kind === 'signature' ? 'signature.known' : 'name.known', mark: 'listed' };
}

/** The service lines of the one record that is meant; several guesses have none, for a wrong one would be called. */
function callable({ platforms: [first, second] }: NameLookup, { registry, wording }: LookupTelling): OfficialContact[] {
  return first && !second ? linesToCall(first, registry, wording.language) : [];
}

/** Tells which institution a name or a signature stands for, or which ones have a name like it. */
export function nameParts(lookup: NameLookup, telling: LookupTelling): LookupParts {
  const { platforms, name, neverSigns } = lookup;
  const told = toldOf(lookup);
  const [first, second] = platforms;
  const contacts = callable(lookup, telling);
  const meant = neverSigns[0] ?? first;
  const query = quotedWords(lookup.query === '' || lookup.kind === 'signature' ? name : lookup.query, telling);
  return {
    ...NO_PARTS,
    mark: LOOKUP_MARKS[told.mark],
    headline: linesFor([told.key], telling, { query, name: meant ? platformName(meant, telling) : '' })[0] ?? [],
    record: first && !second ? cardLines(first, telling) : [],
    guesses: second ? platforms.flatMap((platform) => guessLine(platform, telling)) : [],
    contacts,
    cautions: name === '' ? [] : cautionLines(lookup, telling),
    steps: first
      ? linesFor(contacts.length > 0 || second ? [] : ['step.app'], telling)
      : linesFor(['step.usage', 'step.message'], telling),
  };
}
