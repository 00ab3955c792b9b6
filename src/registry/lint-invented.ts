import { readNotices } from '../notice/read.js';
import type { Detail, Notice, NumberingPlan, NumberReading } from '../notice/types.js';
import type { Problem } from './data-error.js';
import type { Records } from './read-records.js';

interface ExampleText {
  readonly file: string;
  readonly field: string;
  readonly text: string;
}

const SCAM_LISTS = ['match', 'weak', 'no_match'] as const;
const CONDUCT_LISTS = ['breach', 'clean'] as const;

function* examplesOf({ scams, single }: Records): Generator<ExampleText> {
  for (const { id, examples } of scams) {
    for (const list of SCAM_LISTS)
      for (const [at, { text }] of examples[list].entries())
        yield { file: `data/scams/${id}.yaml`, field: `examples.${list}[${at}].text`, text };
  }
  for (const [topic, groups] of Object.entries(single['data/conduct/phrases.yaml']?.topics ?? {})) {
    for (const [group, { examples }] of groups.entries())
      for (const list of CONDUCT_LISTS)
        for (const [at, text] of examples[list].entries())
          yield { file: 'data/conduct/phrases.yaml', field: `topics.${topic}[${group}].examples.${list}[${at}]`, text };
  }
}

interface OnRecord {
  readonly numbers: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
}

/** Every number and host that a record or a list names, old ones and reported fakes too. */
function onRecord({ platforms, single }: Records): OnRecord {
  const contacts = platforms.flatMap((platform) => platform.contacts);
  const fakes = single['data/lists/reported-fakes.yaml']?.entries ?? [];
  const digits = (value: string): string => value.replace(/\D/g, '');
  return {
    numbers: new Set([
      ...contacts.filter(({ kind }) => kind === 'phone' || kind === 'sms_port').map(({ value }) => digits(value)),
      ...fakes.filter(({ kind }) => kind === 'phone').map(({ value }) => digits(value)),
      ...(single['data/numbering/service-codes.yaml']?.entries ?? []).map(({ number }) => number),
    ]),
    hosts: new Set([
      ...contacts.filter(({ kind }) => kind === 'host' || kind === 'short_host').map(({ value }) => value),
      ...fakes.filter(({ kind }) => kind === 'host').map(({ value }) => value),
      ...(single['data/lists/short-links.yaml']?.entries ?? []).map(({ host }) => host),
    ]),
  };
}

/** RFC 5737: addresses kept for documentation. */
const NOBODYS_ADDRESS = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/;

function isNobodysHost(host: string, { hosts }: OnRecord): boolean {
  if (host.endsWith('.example') || NOBODYS_ADDRESS.test(host)) return true;
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) if (hosts.has(name)) return true;
  return false;
}

/**
 * Numbers that nobody holds: mobiles 154, which no operator has; 400 numbers behind 400-000 and 4000-000, which are not
 * given out; landlines whose local number begins with 0; and what regulators abroad keep for drama (Ofcom 07700 900xxx,
 * NANP 555-01xx).
 */
function isNobodysNumber({ class: numberClass, national }: NumberReading): boolean {
  if (numberClass === 'mobile') return /^154/.test(national);
  if (numberClass === 'service_400_800') return /^400000/.test(national);
  if (numberClass === 'landline') return /^0(?:10|2\d|[3-9]\d\d)0/.test(national);
  return numberClass === 'overseas' && /^(?:447700900\d{3}|1\d{3}55501\d\d)$/.test(national);
}

const isSampleAccount = ({ kind, value }: Detail): boolean => {
  if (kind === 'qq') return /^10{5,}\d{1,3}$/.test(value) || value.length < 5;
  return kind !== 'wechat' || value.includes('example') || /^154\d{8}$/.test(value);
};

const ACCOUNTS: Partial<Record<Detail['kind'], string>> = {
  qq: 'QQ 100000001',
  wechat: 'an id that holds example, such as example8866',
};

function faultsOf({ links, phones, details }: Notice, known: OnRecord): string[] {
  return [
    ...links
      .filter(({ host }) => !isNobodysHost(host, known))
      .map(({ host }) => `${host} may be somebody's; write a host under .example, or one that is on record`),
    ...phones
      .filter(({ reading }) => !known.numbers.has(reading.national) && !isNobodysNumber(reading))
      .map(({ digits }) => `${digits} may be somebody's; write 154…, 4000-000-…, or a number that is on record`),
    ...details
      .filter((detail) => !isSampleAccount(detail))
      .map(({ kind, value }) => `${value} may be somebody's account; write ${ACCOUNTS[kind]}`),
  ];
}

/** Numbers, hosts and chat accounts in examples that could be real and are not on record. */
export function findRealLooking(records: Records, plan: NumberingPlan): Problem[] {
  const known = onRecord(records);
  return [...examplesOf(records)].flatMap(({ file, field, text }) =>
    readNotices({ text }, plan).notices.flatMap((notice) => faultsOf(notice, known).map((message) => ({ file, field, message }))),
  );
}
