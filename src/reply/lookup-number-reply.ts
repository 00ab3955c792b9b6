import type { NumberLookup } from '../registry/lookup.js';
import type { Contact, NumberStanding, Platform } from '../registry/types.js';
import { linesToCall } from './contacts.js';
import {
  defanged,
  LOOKUP_MARKS,
  type LookupParts,
  type LookupTelling,
  linesFor,
  listedName,
  NO_PARTS,
  officialNumber,
  ownerName,
  platformName,
  provenance,
  recordLines,
} from './lookup-telling.js';
import { areaIn } from './names.js';
import type { Line, OfficialContact } from './types.js';

/** More holders of one line than this are not read. */
const MOST_HOLDERS = 6;
const ANTI_FRAUD = '96110';
/** Lines by which an institution reaches people, not the other way round. */
const OWN_USE = /外呼|短信|提醒/;

const isShowable = ({ tier }: { readonly tier: Contact['tier'] }): boolean => tier !== 'unverified';

const inUse = ({ contacts }: NumberStanding): readonly Contact[] =>
  contacts.filter((contact) => contact.status === 'current' && isShowable(contact));

/** Names of the holders; the members of one family count as the one that stands at its top. */
function holdersOf({ standing }: NumberLookup, telling: LookupTelling): string[] {
  const platforms = inUse(standing).flatMap(({ platformId }) => telling.registry.platform(platformId) ?? []);
  const isHeaded = ({ family }: Platform): boolean => platforms.some(({ id }) => id === family);
  const heads = platforms.filter((platform) => platform.id === platform.family || !isHeaded(platform));
  if (heads.length > 0) return [...new Set(heads.map((platform) => platformName(platform, telling)))];
  return standing.holder && isShowable(standing.holder) ? [listedName(standing.holder.name, telling)] : [];
}

interface Headline {
  readonly key: string;
  readonly mark: keyof typeof LOOKUP_MARKS;
  readonly name?: string;
}

/** What matters most about a number, gravest first. */
function headlineOf(lookup: NumberLookup, telling: LookupTelling): Headline {
  const { standing, port, reading } = lookup;
  const holders = holdersOf(lookup, telling);
  const retired = standing.contacts.find((contact) => contact.status === 'old' && isShowable(contact));
  const fake = standing.reportedFake;
  if (fake) {
    const name = listedName(fake.claims, telling);
    return fake.proven ? { key: 'fake_proven', mark: 'fake', name } : { key: 'fake_reported', mark: 'doubtful', name };
  }
  if (lookup.forged) return { key: 'forged', mark: 'doubtful' };
  if (holders.length > 0) {
    const name = holders.join(telling.wording.text('list.join'));
    return { key: holders.length > 1 ? 'shared' : 'listed', mark: 'listed', name };
  }
  if (port && isShowable(port)) return { key: 'port', mark: 'listed', name: ownerName(port, telling) };
  if (retired) return { key: 'old', mark: 'unknown', name: ownerName(retired, telling) };
  if (standing.contacts.length > 0 || standing.holder || port) return { key: 'unverified', mark: 'unknown' };
  if (reading.national.includes('*')) return { key: 'masked', mark: 'unknown' };
  return { key: reading.class === 'invalid' ? 'invalid' : 'unknown', mark: 'unknown' };
}

/** 96xxx codes are given out by province, so that two of them may have different holders. */
const isProvincial = (national: string): boolean => /^96\d{3,4}$/.test(national) && national !== ANTI_FRAUD;

function classLine({ reading }: NumberLookup, telling: LookupTelling): Line[] {
  const { wording, registry } = telling;
  const operator = reading.operator && listedName(reading.operator, { wording, registry });
  const area = reading.area && (areaIn(wording.language, reading.area) ?? reading.area);
  const key = isProvincial(reading.national) ? 'provincial' : reading.class;
  return linesFor([`class.${key}`], telling, { ...(operator ? { operator } : {}), ...(area ? { area } : {}) });
}

function holderLine({ standing }: NumberLookup, telling: LookupTelling): Line[] {
  const { holder } = standing;
  if (!holder || inUse(standing).length > 0) return [];
  const values = {
    name: listedName(holder.name, telling),
    what: telling.wording.text('lookup.use.holder'),
    ...provenance(holder, telling),
  };
  return linesFor([isShowable(holder) ? 'record.current' : 'record.unverified'], telling, values);
}

/** Where an old line leads now, when that number may be shown. */
function replacementLine(contact: Contact, telling: LookupTelling): Line[] {
  const digits = contact.replacedBy?.replace(/\D/g, '');
  const now = digits && telling.registry.number(digits).contacts.find((other) => other.status === 'current' && isShowable(other));
  return now ? linesFor(['record.replaced'], telling, { replacement: officialNumber(now.value) }) : [];
}

function imitatedLine({ forged }: NumberLookup, telling: LookupTelling): Line[] {
  const [imitated] = forged ? inUse(forged.imitates) : [];
  if (!imitated) return [];
  return linesFor(['record.imitates'], telling, { number: officialNumber(imitated.value), name: ownerName(imitated, telling) });
}

function fakeLine({ standing }: NumberLookup, telling: LookupTelling): Line[] {
  const fake = standing.reportedFake;
  if (!fake?.source) return [];
  const source = fake.source.publisher ?? fake.source.title;
  return linesFor(['record.fake'], telling, { name: listedName(fake.claims, telling), source });
}

function standingLines(lookup: NumberLookup, telling: LookupTelling): Line[] {
  const { standing, port } = lookup;
  const contacts = standing.contacts.slice(0, MOST_HOLDERS);
  return [
    ...fakeLine(lookup, telling),
    ...imitatedLine(lookup, telling),
    ...recordLines(contacts, telling),
    ...contacts.flatMap((contact) => replacementLine(contact, telling)),
    ...holderLine(lookup, telling),
    ...(port ? [...recordLines([port], telling), ...linesFor(['record.port'], telling, { port: defanged(port.value) })] : []),
  ];
}

/** The institutions that the number has to do with, for their service lines. */
function platformsOf({ standing, port, forged }: NumberLookup, { registry }: LookupTelling): Platform[] {
  const contacts = [...standing.contacts, ...(port ? [port] : []), ...(forged?.imitates.contacts ?? [])];
  return [...new Set(contacts.filter(isShowable).flatMap(({ platformId }) => registry.platform(platformId) ?? []))];
}

const digitsOf = ({ number }: OfficialContact): string => number.replace(/\D/g, '');

/** The lines of those institutions, each once; of the police's anti-fraud line where the number is a fake. */
function callable(lookup: NumberLookup, telling: LookupTelling): OfficialContact[] {
  const { registry, wording } = telling;
  const fake = lookup.standing.reportedFake || lookup.forged;
  const police = fake ? registry.platform(ANTI_FRAUD) : undefined;
  const lines = [...platformsOf(lookup, telling), ...(police ? [police] : [])].flatMap((platform) =>
    linesToCall(platform, registry, wording.language),
  );
  return [...new Map(lines.map((line) => [digitsOf(line), line] as const)).values()];
}

/** The number itself is the line to call: it needs no list of others. */
const isItself = ({ reading, forged }: NumberLookup, lines: readonly OfficialContact[]): OfficialContact | undefined =>
  forged ? undefined : lines.find((line) => digitsOf(line) === reading.national);

function cautionKeys(lookup: NumberLookup, isListed: boolean): string[] {
  const { reading, standing, port } = lookup;
  const plus86 = reading.prefix === '+86' || reading.prefix === '0086';
  const ownUse = inUse(standing).length > 0 && inUse(standing).every(({ usedFor }) => OWN_USE.test(usedFor));
  const unlisted = !isListed && !port && !lookup.forged && !standing.reportedFake && reading.class !== 'invalid';
  const keys: [string, boolean][] = [
    ['masked', reading.national.includes('*')],
    ['not_a_number', reading.class === 'invalid' && standing.reportedFake === null],
    ['area_code', reading.areaCode !== undefined],
    ['plus_86', plus86 && reading.class === 'spoofed_prefix'],
    ['overseas', reading.class === 'overseas'],
    ['port', reading.class === 'sms_port_106'],
    ['own_use', ownUse],
    ['caller', isListed || port !== null],
    ['mobile', !isListed && (reading.class === 'mobile' || reading.class === 'virtual_operator_mobile')],
    ['landline', !isListed && reading.class === 'landline' && reading.area !== undefined],
    ['unlisted', unlisted && !reading.national.includes('*')],
  ];
  return keys.flatMap(([key, applies]) => (applies ? [`caution.${key}`] : []));
}

/** Tells what is on record about a number, and what kind of number it is when nothing is. */
export function numberParts(lookup: NumberLookup, telling: LookupTelling): LookupParts {
  const { reading, standing } = lookup;
  const headline = headlineOf(lookup, telling);
  const isListed = headline.mark === 'listed' && headline.key !== 'port';
  const lines = callable(lookup, telling);
  const self = isItself(lookup, lines);
  const shown: Line = isListed
    ? [{ kind: 'text', text: self?.number ?? inUse(standing)[0]?.value ?? reading.national }]
    : defanged(lookup.written);
  const values = { number: shown, name: headline.name ?? '' };
  const place = { area: reading.area ?? '', code: reading.areaCode ?? '' };
  const steps = self ? linesFor(['step.call'], telling, { official: officialNumber(self.number) }) : [];
  const unknownSteps = isListed || lines.length > 0 ? [] : linesFor(['step.ask', 'step.message'], telling);
  return {
    ...NO_PARTS,
    mark: LOOKUP_MARKS[headline.mark],
    headline: linesFor([`number.${headline.key}`], telling, values)[0] ?? [],
    lead: plus86Class(lookup) ? [] : classLine(lookup, telling),
    record: standingLines(lookup, telling),
    contacts: self ? [] : lines.slice(0, 3),
    cautions: linesFor(cautionKeys(lookup, isListed), telling, place),
    steps: [...steps, ...unknownSteps],
  };
}

/** A service code behind +86 is spoofed by its class, but its phone may have added that. */
const plus86Class = ({ reading, forged }: NumberLookup): boolean => reading.class === 'spoofed_prefix' && forged === null;
