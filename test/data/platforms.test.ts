import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { foldText } from '../../src/notice/fold.js';
import { contactKey, familyOf } from '../../src/registry/cross-check.js';
import { type ContactRecord, type PlatformRecord, platformRecord, shortLinksFile } from '../../src/registry/records.js';
import { recordedRegistry } from '../recorded-registry.js';

const FOLDER = 'data/platforms';
const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));
const shapes = files.map(({ name, text }) => ({ name, result: platformRecord.safeParse(parse(text)) }));
const records: PlatformRecord[] = shapes.flatMap(({ result }) => (result.success ? [result.data] : []));
const byId = new Map(records.map((record) => [record.id, record] as const));
const parents = new Map(records.map(({ id, part_of }) => [id, part_of] as const));
const family = (id: string): string => familyOf(id, parents);
const fold = (name: string): string => foldText(name).text;

/** Every name of a record, each once: a name that stands among the signature-only aliases too is still one name. */
const namesOf = ({ name, aliases, signature_only_aliases }: PlatformRecord): string[] => [
  ...new Set([name, ...aliases, ...signature_only_aliases]),
];

const contacts = records.flatMap((record) =>
  record.contacts.map((contact): [PlatformRecord, ContactRecord] => [record, contact]),
);
const isNumber = ({ kind }: ContactRecord): boolean => kind === 'phone' || kind === 'sms_port';
const isHost = ({ kind }: ContactRecord): boolean => kind === 'host' || kind === 'short_host';
const isVouchedFor = ({ status, tier }: ContactRecord): boolean => status === 'current' && tier !== 'unverified';
const label = ({ id }: PlatformRecord, { value }: ContactRecord): string => `${id}: ${value}`;

function offenders(fits: (record: PlatformRecord, contact: ContactRecord) => boolean): string[] {
  return contacts.filter(([record, contact]) => !fits(record, contact)).map(([record, contact]) => label(record, contact));
}

describe('the files of data/platforms', () => {
  it('each hold one record of the right shape', () => {
    const problems = shapes.flatMap(({ name, result }) =>
      result.success ? [] : result.error.issues.map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`),
    );
    expect(problems).toEqual([]);
  });

  it('are named for the id of their record', () => {
    const named = shapes.flatMap(({ name, result }) => (result.success && `${result.data.id}.yaml` !== name ? [name] : []));
    expect(named).toEqual([]);
  });

  it('quote every number and day, so that no reader takes 0755 for 755', () => {
    const bare: string[] = [];
    for (const { name, text } of files) {
      visit(parseDocument(text), {
        Scalar(_, node) {
          if (isScalar(node) && node.type === 'PLAIN' && /^[\d.-]+$/.test(node.source ?? ''))
            bare.push(`${name}: ${node.source}`);
        },
      });
    }
    expect(bare).toEqual([]);
  });
});

describe('families', () => {
  it('have a top: every part_of names a record, and none leads back to itself', () => {
    const broken = records.filter(
      ({ id, part_of }) => (part_of !== undefined && !byId.has(part_of)) || byId.get(family(id))?.part_of !== undefined,
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['huabei', 'alipay'],
    ['mybank', 'alipay'],
    ['jd-baitiao', 'jd'],
    ['weilidai', 'webank'],
    ['meituan-yuefu', 'meituan'],
    ['cmb-cc', 'cmb'],
    ['pab-cc', 'pingan-ins'],
    ['fzapp', '110'],
  ])('put %s beside %s, whose lines it shares', (member, top) => {
    expect(family(member)).toBe(family(top));
  });

  it.each([
    ['webank', 'tencent', 'a shareholder'],
    ['youcash', 'psbc', 'a parent bank with other lines'],
    ['ccb-cfc', 'ccb', 'a parent bank with other lines'],
    ['homecredit', 'jd', 'a new owner, no line known to be shared'],
    ['cainiao', 'taobao', 'one group, other lines'],
  ])('keep %s apart from %s: %s', (one, other) => {
    expect(family(one)).not.toBe(family(other));
  });
});

describe('names', () => {
  it('belong to one record each, as matching sees them', () => {
    const owners = new Map<string, string[]>();
    for (const record of records)
      for (const name of namesOf(record)) owners.set(fold(name), [...(owners.get(fold(name)) ?? []), record.id]);
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  it('carry no brackets and no blanks at their ends', () => {
    const all = records.flatMap((record) => [
      ...namesOf(record),
      ...record.signatures,
      ...record.never_signs.map(({ name }) => name),
    ]);
    expect(all.filter((name) => /[【】[\]「」]/.test(name) || name.trim() !== name)).toEqual([]);
  });

  it('of signatures stay in the family', () => {
    const owners = new Map(records.flatMap((record) => namesOf(record).map((name) => [fold(name), record.id] as const)));
    const strays = records.flatMap(({ id, signatures }) =>
      signatures
        .filter((signature) => family(owners.get(fold(signature)) ?? '') !== family(id))
        .map((signature) => `${id}: ${signature}`),
    );
    expect(strays).toEqual([]);
  });

  it('that a platform never signs with are not among its signatures', () => {
    const both = records.filter(({ signatures, never_signs }) => never_signs.some(({ name }) => signatures.includes(name)));
    expect(both.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['工行', 'icbc'],
    ['建行', 'ccb'],
    ['农行', 'abc'],
    ['中行', 'boc'],
    ['交行', 'bocom'],
    ['邮储', 'psbc'],
    ['招行', 'cmb'],
    ['中信信用卡', 'citic-cc'],
    ['交行信用卡中心', 'bocom'],
    ['广发卡中心', 'cgb'],
    ['浦发', 'spdb'],
    ['平安', 'pingan-ins'],
    ['云闪付', 'unionpay'],
    ['白条', 'jd-baitiao'],
    ['有钱花', 'duxiaoman'],
    ['360借条', 'qifu'],
    ['安逸花', 'mashang'],
    ['捷信', 'homecredit'],
    ['移动', 'cmcc'],
    ['顺丰', 'sf'],
    ['公安局', '110'],
    ['法院传票', '12368'],
    ['银保监会', '12378'],
    ['交警', '12123'],
    ['医保局', 'nhsa'],
    ['ETC', 'etc'],
  ])('include the short one that people use: %s', (name, id) => {
    expect(records.filter((record) => namesOf(record).includes(name)).map((record) => record.id)).toEqual([id]);
  });

  it.each([
    '本人名下贷款及贷后手续均已办妥',
    '在手机操作过程中信息有误，请于其中通知栏查看',
    '为了更好分期还款，可来分期办理',
    '已获得物流编号，请勿随意移动包裹',
    '请补全亲友信息，便捷信贷随时可办',
    '领券马上消费，娱乐信息费全免',
    '再次重申通知：企业应积极融资',
    '本人保证以上属实，你去哪儿都一样',
    '如不处理将依法向人民法院起诉并移交公安机关，上报征信中心',
    '加微信或QQ联系，钱还呗不还呗随你',
  ])('are not found in an ordinary sentence: %s', (sentence) => {
    const found = recordedRegistry()
      .lexical(foldText(sentence))
      .names.filter(({ signatureOnly }) => !signatureOnly);
    expect(found.map(({ platformId }) => platformId)).toEqual([]);
  });
});

describe('contacts', () => {
  it('that somebody vouches for belong to one family, or say with whom they are shared', () => {
    const owners = new Map<string, Set<string>>();
    for (const [{ id }, contact] of contacts) {
      if (!isVouchedFor(contact) || contact.scope || !(isNumber(contact) || isHost(contact))) continue;
      const key = contactKey(contact.kind, contact.value);
      owners.set(key, (owners.get(key) ?? new Set()).add(family(id)));
    }
    expect([...owners].filter(([, families]) => families.size > 1).map(([key, families]) => [key, ...families])).toEqual([]);
  });

  it('are written as what they are: numbers in digits and hyphens, 106 numbers as sender ports', () => {
    const isWellWritten = (contact: ContactRecord): boolean =>
      contact.kind === 'phone'
        ? /^\d[\d-]{1,14}\d$/.test(contact.value) && !/^106\d{5}/.test(contact.value.replaceAll('-', ''))
        : contact.kind === 'sms_port'
          ? /^106\d{5,17}$/.test(contact.value)
          : !isHost(contact) || /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(contact.value);
    expect(offenders((_, contact) => isWellWritten(contact))).toEqual([]);
  });

  it('stand once in a record', () => {
    const twice = records.flatMap((record) => {
      const keys = record.contacts.map(({ kind, value }) => `${kind} ${contactKey(kind, value)}`);
      return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${record.id}: ${key}`);
    });
    expect(twice).toEqual([]);
  });

  it('name sources that the record has', () => {
    expect(offenders(({ sources }, contact) => contact.sources.every((source) => source in sources))).toEqual([]);
  });

  it('rest on more than what an editor believes once they are better than unverified', () => {
    expect(offenders((_, { tier, sources }) => tier === 'unverified' || sources.some((source) => source !== 'editors'))).toEqual(
      [],
    );
  });

  it('were checked on or after the day on which their sources were read', () => {
    expect(
      offenders(({ sources }, contact) => contact.sources.every((source) => (sources[source]?.seen ?? '9') <= contact.checked)),
    ).toEqual([]);
  });

  it('that lead elsewhere now are retired', () => {
    expect(offenders((_, { status, replaced_by }) => replaced_by === undefined || status === 'old')).toEqual([]);
  });

  it('never name a shortener that anybody may use', () => {
    const { entries } = shortLinksFile.parse(parse(readFileSync('data/lists/short-links.yaml', 'utf8')));
    const generic = new Set(entries.filter(({ kind }) => kind === 'generic').map(({ host }) => host));
    expect(offenders((_, { value }) => !generic.has(value))).toEqual([]);
  });
});

describe('sources', () => {
  const all = records.flatMap(({ id, sources }) =>
    Object.entries(sources).map(([key, source]) => ({ at: `${id}: ${key}`, key, source })),
  );

  it('that readers may see say who published them', () => {
    expect(all.filter(({ source }) => source.shown && !source.publisher).map(({ at }) => at)).toEqual([]);
  });

  it('that are an unnamed program, a hearsay or a copy of an article are kept from readers', () => {
    const kept = ['editors', 'debt-firm-list', 'china-domains'];
    const seen = all.filter(({ key, source }) => source.shown && (kept.includes(key) || ['code', 'forum'].includes(source.kind)));
    expect(seen.map(({ at }) => at)).toEqual([]);
  });

  it('carry a fact, or a note of the record', () => {
    const idle = records.flatMap((record) => {
      const used = new Set([
        ...record.contacts.flatMap(({ sources }) => sources),
        ...record.never_signs.flatMap(({ sources }) => sources),
        ...(record.licence?.sources ?? []),
      ]);
      return record.notes.length > 0
        ? []
        : Object.keys(record.sources)
            .filter((key) => !used.has(key))
            .map((key) => `${record.id}: ${key}`);
    });
    expect(idle).toEqual([]);
  });
});

describe('host tokens', () => {
  const IMITATED = [
    'bank',
    'card_centre',
    'consumer_finance',
    'micro_lender',
    'internet_loan',
    'instalment',
    'payment',
    'clearing',
    'insurer',
    'telecom',
    'courier',
    'shop',
  ];

  it('are known for everybody whom hosts imitate', () => {
    expect(
      records.filter(({ kind, host_tokens }) => IMITATED.includes(kind) && host_tokens.length === 0).map(({ id }) => id),
    ).toEqual([]);
  });

  it('stand once in a record', () => {
    expect(records.filter(({ host_tokens }) => new Set(host_tokens).size < host_tokens.length).map(({ id }) => id)).toEqual([]);
  });
});
