import type { NumberLookup } from '../registry/lookup.js';
import { isProvincial } from '../registry/number-holders.js';
import { contactLine } from './compose.js';
import { digitsOf, holderNames, holderOf, inUse, isShowable, linesAbout } from './lookup-number-holders.js';
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
  provenance,
  recordLines,
} from './lookup-telling.js';
import { areaIn } from './names.js';
import type { Line, OfficialContact } from './types.js';

/** More holders of one line than this are not read. */
const MOST_HOLDERS = 6;
/** Lines by which an institution reaches people, not the other way round. */
const OWN_USE = /外呼|短信|提醒/;

/** 110, 119, 120: nobody is to call these to verify something. */
const EMERGENCY = /^1\d\d$/;
/** Numbers of institutions by their shape, even when nobody is on record for one. */
const CODES: ReadonlySet<string> = new Set(['bank_or_service_code', 'public_service', 'service_400_800']);

type State =
  | 'fake_proven'
  | 'fake_reported'
  | 'forged'
  | 'listed'
  | 'listed_likely'
  | 'port'
  | 'old'
  | 'unverified'
  | 'masked'
  | 'invalid'
  | 'unknown';

const MARKS: Readonly<Record<State, keyof typeof LOOKUP_MARKS>> = {
  fake_proven: 'fake',
  fake_reported: 'doubtful',
  forged: 'doubtful',
  listed: 'listed',
  listed_likely: 'listed',
  port: 'listed',
  old: 'unknown',
  unverified: 'unknown',
  masked: 'unknown',
  invalid: 'unknown',
  unknown: 'unknown',
};

/** What matters most about a number, gravest first. */
function stateOf({ standing, port, reading, forged }: NumberLookup): State {
  const { reportedFake, contacts, holder } = standing;
  if (reportedFake) return reportedFake.proven ? 'fake_proven' : 'fake_reported';
  if (forged) return 'forged';
  const held = holderOf(standing);
  const shown = [...inUse(standing), ...(held && isShowable(held) ? [held] : [])];
  if (shown.length > 0) return shown.some(({ tier }) => tier === 'confirmed') ? 'listed' : 'listed_likely';
  if (port && isShowable(port)) return 'port';
  if (contacts.some(isShowable)) return 'old';
  if (contacts.length > 0 || holder || port) return 'unverified';
  if (reading.national.includes('*')) return 'masked';
  return reading.class === 'invalid' ? 'invalid' : 'unknown';
}

/** A phone may have put the +86 before a service code, which makes it no forged one. */
const hasHarmlessPrefix = ({ reading, forged }: NumberLookup): boolean => reading.class === 'spoofed_prefix' && forged === null;

function classLine(lookup: NumberLookup, telling: LookupTelling): Line[] {
  const { reading } = lookup;
  const operator = reading.operator && listedName(reading.operator, telling);
  const area = reading.area && (areaIn(telling.wording.language, reading.area) ?? reading.area);
  const key = isProvincial(reading.national) ? 'provincial' : reading.class;
  if (hasHarmlessPrefix(lookup)) return [];
  return linesFor([`class.${key}`], telling, { ...(operator ? { operator } : {}), ...(area ? { area } : {}) });
}

function fakeLine({ standing }: NumberLookup, telling: LookupTelling): Line[] {
  const fake = standing.reportedFake;
  if (!fake?.source) return [];
  return linesFor(['record.fake'], telling, { name: listedName(fake.claims, telling), source: fake.source.title });
}

function imitatedLine({ forged }: NumberLookup, telling: LookupTelling): Line[] {
  const [imitated] = forged ? inUse(forged.imitates) : [];
  if (!imitated) return [];
  return linesFor(['record.imitates'], telling, { number: officialNumber(imitated.value), name: ownerName(imitated, telling) });
}

function holderLine({ standing }: NumberLookup, telling: LookupTelling): Line[] {
  const holder = holderOf(standing);
  if (!holder) return [];
  const name = listedName(holder.name, telling);
  const values = { name, what: telling.wording.text('lookup.use.holder'), ...provenance(holder, telling) };
  return linesFor([isShowable(holder) ? 'record.current' : 'record.unverified'], telling, values);
}

/** Where an old line leads now; only a number that stands among the lines to call, with its source. */
function replacementLines({ standing }: NumberLookup, lines: readonly OfficialContact[], telling: LookupTelling): Line[] {
  const now = new Set(standing.contacts.flatMap(({ replacedBy }) => replacedBy?.replace(/\D/g, '') ?? []));
  return lines
    .filter((line) => now.has(digitsOf(line)))
    .flatMap(({ number }) => linesFor(['record.replaced'], telling, { replacement: officialNumber(number) }));
}

function elsewhereLine({ elsewhere, reading }: NumberLookup, telling: LookupTelling): Line[] {
  const names = elsewhere.filter(isShowable).map((contact) => ownerName(contact, telling));
  if (names.length === 0) return [];
  const values = { number: defanged(reading.national), name: names.join(telling.wording.text('list.join')) };
  return linesFor(['record.elsewhere'], telling, values);
}

function standingLines(lookup: NumberLookup, lines: readonly OfficialContact[], telling: LookupTelling): Line[] {
  const { standing, port } = lookup;
  return [
    ...fakeLine(lookup, telling),
    ...imitatedLine(lookup, telling),
    ...recordLines(standing.contacts.slice(0, MOST_HOLDERS), telling),
    ...replacementLines(lookup, lines, telling),
    ...holderLine(lookup, telling),
    ...elsewhereLine(lookup, telling),
    ...(port ? [...recordLines([port], telling), ...linesFor(['record.port'], telling, { port: defanged(port.value) })] : []),
  ];
}

function cautionKeys(lookup: NumberLookup, state: State): string[] {
  const { reading, standing } = lookup;
  const isListed = state === 'listed' || state === 'listed_likely';
  const isUnknown = state === 'unknown' || state === 'unverified';
  const used = inUse(standing);
  const keys: [string, boolean][] = [
    ['reported', state === 'fake_reported'],
    ['masked', state === 'masked'],
    ['not_a_number', state === 'invalid'],
    ['old', state === 'old'],
    ['area_code', reading.areaCode !== undefined && !isProvincial(reading.national)],
    ['province', isListed && isProvincial(reading.national)],
    ['plus_86', hasHarmlessPrefix(lookup)],
    ['overseas', reading.class === 'overseas'],
    ['port', reading.class === 'sms_port_106'],
    ['own_use', used.length > 0 && used.every(({ usedFor }) => OWN_USE.test(usedFor))],
    ['caller', isListed || state === 'port' || (isUnknown && CODES.has(reading.class))],
    ['mobile', !isListed && (reading.class === 'mobile' || reading.class === 'virtual_operator_mobile')],
    ['landline', !isListed && reading.class === 'landline' && reading.area !== undefined],
    ['unlisted', isUnknown],
  ];
  return keys.flatMap(([key, applies]) => (applies ? [`caution.${key}`] : []));
}

function stepKeys(state: State, hasLines: boolean): string[] {
  if (hasLines) return [];
  if (state === 'listed' || state === 'listed_likely' || state === 'old' || state === 'port') return ['step.app'];
  return state === 'masked' ? [] : ['step.ask', 'step.message'];
}

function headlineLine(lookup: NumberLookup, state: State, telling: LookupTelling): Line {
  const { standing, port, written } = lookup;
  const holders = holderNames(lookup, telling);
  const retired = standing.contacts.find(isShowable);
  const fake = standing.reportedFake && listedName(standing.reportedFake.claims, telling);
  const owner = state === 'port' ? port : retired;
  const name =
    fake ?? (holders.length > 0 ? holders.join(telling.wording.text('list.join')) : owner && ownerName(owner, telling));
  const listed = MARKS[state] === 'listed' && state !== 'port' ? (inUse(standing)[0]?.value ?? lookup.reading.national) : null;
  const number: Line = listed === null ? defanged(written) : [{ kind: 'text', text: listed }];
  const key = state === 'listed' && holders.length > 1 ? 'shared' : state;
  return linesFor([`number.${key}`], telling, { number, name: name ?? '' })[0] ?? [];
}

/** Tells what is on record about a number, and what kind of number it is when nothing is. */
export function numberParts(lookup: NumberLookup, telling: LookupTelling): LookupParts {
  const { reading } = lookup;
  const state = stateOf(lookup);
  const lines = linesAbout(lookup, telling);
  // The number itself is the line to call: a list of lines would only say it again.
  const itself =
    lookup.forged || isProvincial(reading.national) ? undefined : lines.find((line) => digitsOf(line) === reading.national);
  const call =
    itself && !EMERGENCY.test(reading.national)
      ? linesFor(['step.call'], telling, { official: officialNumber(itself.number) })
      : [];
  const place = { area: reading.area ?? '', code: reading.areaCode ?? '' };
  return {
    ...NO_PARTS,
    mark: LOOKUP_MARKS[MARKS[state]],
    headline: headlineLine(lookup, state, telling),
    lead: classLine(lookup, telling),
    record: standingLines(lookup, lines, telling),
    contacts: itself ? [itself] : lines,
    contactLines: itself ? [] : lines.map((line) => contactLine(line, telling.wording)),
    cautions: linesFor(cautionKeys(lookup, state), telling, place),
    steps: [...call, ...linesFor(stepKeys(state, lines.length > 0), telling)],
  };
}
