import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { type HostLookup, lookUp, type NameLookup, type NumberLookup } from '../../src/registry/lookup.js';
import { createNameSearch } from '../../src/registry/lookup-names.js';
import { compileSpellings } from '../../src/registry/lookup-spellings.js';
import type { DataFile } from '../../src/registry/read-records.js';
import { phone, platformFile, realRegistry, registryOf } from '../reply/records.js';

const contact = (kind: string, value: string, rest = 'tier: confirmed'): string =>
  `  - { kind: ${kind}, value: "${value}", used_for: 用途, ${rest}, sources: [site], checked: "2026-11-03" }\n`;

const SAMPLE = platformFile(
  'sample-loan',
  `name: 样例分期
name_en: Sample Instalments
operator: 样例科技有限公司
kind: instalment
aliases: [样例月付]
signature_only_aliases: [随心用]
signatures: [样例分期]
never_signs: [{ name: 样例中心, sources: [site] }]
host_tokens: [yanglifenqi, ylfq]
contacts:
${phone('4000-000-123')}${phone('95000')}${phone('4000-000-124', 'tier: unverified, used_for: 客服')}${phone('4000-000-125', 'tier: likely, used_for: 客服, status: old, replaced_by: "4000-000-123"')}${contact('sms_port', '106900001', 'tier: likely')}${contact('sms_port', '10690000155', 'tier: confirmed')}${contact('host', 'yangli-fenqi.com')}${contact('short_host', 'ylf.cn')}`,
);
const BANK = platformFile(
  'sample-bank',
  `name: 样例城商银行
kind: bank
aliases: [样例城商]
contacts:
${phone('96000')}${phone('95000', 'tier: confirmed, used_for: 客服, scope: 与样例分期共用')}${contact('host', 'yangli-fenqi.com', 'tier: likely, scope: 共用')}`,
);
const OTHER_BANK = platformFile('other-bank', `name: 远山农商银行\nkind: bank\ncontacts:\n${phone('0731-96000')}`);
const UNVERIFIED = platformFile(
  'hearsay',
  `name: 传闻借款\nkind: internet_loan\ncontacts:\n${contact('host', 'chuanwen.com', 'tier: unverified')}`,
);
const FAKES: DataFile = {
  path: 'data/lists/reported-fakes.yaml',
  text: `sources:
  police: { title: 警方通报, kind: official, seen: "2026-11-01" }
entries:
  - { kind: phone, value: "4000000199", claims: 样例分期, standing: proven, sources: [police], checked: "2026-11-01" }
  - { kind: host, value: yangli-cn.top, claims: 样例分期, standing: reported, sources: [police], checked: "2026-11-01" }
  - { kind: signature, value: 样例分金融, claims: 样例分期, standing: reported, sources: [police], checked: "2026-11-01" }
`,
};
const SHORT_LINKS: DataFile = {
  path: 'data/lists/short-links.yaml',
  text: `sources:
  list: { title: 短网址清单, kind: directory, seen: "2026-11-01" }
entries:
  - { host: anyone.cn, owner: 样例短链, kind: generic, tier: confirmed, sources: [list], checked: "2026-11-01" }
  - { host: share.yangli-fenqi.com, owner: 样例分期, kind: user_content, platform: sample-loan, tier: likely, sources: [list], checked: "2026-11-01" }
`,
};
const AREA_CODES = readDataFiles().filter(({ path }) => path === 'data/numbering/area-codes.yaml');
const registry = registryOf(SAMPLE, BANK, OTHER_BANK, UNVERIFIED, FAKES, SHORT_LINKS, ...AREA_CODES);

const number = (typed: string): NumberLookup => {
  const found = lookUp(typed, registry);
  if (found.kind !== 'number') throw new Error(`'${typed}' was read as a ${found.kind}`);
  return found;
};
const host = (typed: string): HostLookup => {
  const found = lookUp(typed, registry);
  if (found.kind !== 'host') throw new Error(`'${typed}' was read as a ${found.kind}`);
  return found;
};
const name = (typed: string): NameLookup => {
  const found = lookUp(typed, registry);
  if (found.kind !== 'name' && found.kind !== 'signature') throw new Error(`'${typed}' was read as a ${found.kind}`);
  return found;
};
const holders = (typed: string): string[] => number(typed).standing.contacts.map(({ platformId }) => platformId);
const named = (typed: string): string[] => name(typed).platforms.map(({ id }) => id);

describe('looking up a number', () => {
  it.each([
    '4000000123',
    '4000-000-123',
    '４０００ ０００ １２３',
    '+86 4000-000-123',
    '0086 4000000123',
    'tel:4000-000-123',
    '4000000123是谁的号码',
    '请问 4000-000-123 是哪家的客服电话？',
    '四零零零零零零一二三',
  ])('finds its holder however it is written: %s', (typed) => {
    expect(holders(typed)).toEqual(['sample-loan']);
  });

  it('lists every holder of a shared line', () => {
    expect(holders('95000').sort()).toEqual(['sample-bank', 'sample-loan']);
  });

  it.each(['+95000', '0095000', '+0095000'])(
    'gives a forged prefix to nobody, and says whose number it imitates: %s',
    (typed) => {
      const found = number(typed);
      expect(found.standing.contacts).toEqual([]);
      expect(found.forged?.imitates.contacts.map(({ platformId }) => platformId)).toContain('sample-loan');
    },
  );

  it('does not take a +86 that a phone may have added for a forgery', () => {
    expect(number('+86 95000').forged).toBeNull();
    expect(holders('+86 95000')).toContain('sample-loan');
  });

  it('finds a nationwide code behind an area code, and keeps the place', () => {
    expect(number('0755-95000').reading).toMatchObject({ national: '95000', areaCode: '0755', area: '广东省深圳市' });
    expect(holders('0755-95000')).toContain('sample-loan');
  });

  it('tells provincial codes apart by their area code', () => {
    expect(holders('0731-96000')).toEqual(['other-bank']);
    expect(holders('0755-96000')).toEqual([]);
    expect(number('0755-96000').elsewhere.map(({ platformId }) => platformId)).toEqual(['sample-bank']);
  });

  it('lists everybody who has a provincial code when no area code stands in front', () => {
    expect(holders('96000').sort()).toEqual(['other-bank', 'sample-bank']);
  });

  it('finds the listed 106 number with the longest beginning', () => {
    expect(number('106900001559999').port?.value).toBe('10690000155');
    expect(number('1069000017777').port?.value).toBe('106900001');
    expect(number('1069999999999').port).toBeNull();
  });

  it('keeps a retired line with what replaced it', () => {
    expect(number('4000-000-125').standing.contacts[0]).toMatchObject({ status: 'old', replacedBy: '4000-000-123' });
  });

  it('knows a reported fake and whom it poses as', () => {
    expect(number('4000-000-199')).toMatchObject({
      standing: { reportedFake: { proven: true } },
      posesAs: { id: 'sample-loan' },
    });
  });

  it('says of an unknown number what kind it is', () => {
    expect(number('15412345678').reading.class).toBe('mobile');
    expect(number('170 5400 0000').reading).toMatchObject({ class: 'virtual_operator_mobile', operator: '中国移动' });
    expect(number('0371-6200 1234').reading).toMatchObject({ class: 'landline', area: '河南省郑州市' });
    expect(number('+95 9 123 456 789').reading).toMatchObject({ class: 'overseas', area: 'MM' });
    expect(number('154****5678').reading.national).toBe('154****5678');
    expect(number('12345678901234567').reading.class).toBe('invalid');
  });
});

describe('looking up an address', () => {
  it.each([
    'yangli-fenqi.com',
    'https://m.yangli-fenqi.com/repay?a=1',
    'hxxps://yangli-fenqi[.]com/x',
    'ＹＡＮＧＬＩ－ＦＥＮＱＩ.com',
    'service@yangli-fenqi.com',
  ])('finds its owners however it is written: %s', (typed) => {
    expect(host(typed).owners.map(({ platformId }) => platformId)).toEqual(['sample-loan', 'sample-bank']);
  });

  it('compares on label boundaries', () => {
    expect(host('my-yangli-fenqi.com').standing.kind).toBe('not_on_record');
    expect(host('yangli-fenqi.com.example').standing.kind).toBe('not_on_record');
  });

  it('reads the host behind an @, and keeps what stood before it', () => {
    expect(host('https://yangli-fenqi.com@evil.example/a')).toMatchObject({
      link: { host: 'evil.example', userinfo: 'yangli-fenqi.com' },
      standing: { kind: 'not_on_record' },
    });
  });

  it.each([
    ['ylf.cn/a1', 'official_short'],
    ['anyone.cn/a1', 'generic_shortener'],
    ['share.yangli-fenqi.com', 'user_content'],
    ['www.sample.gov.cn', 'restricted_suffix'],
    ['yangli-cn.top', 'reported_fake'],
    ['198.51.100.7', 'not_on_record'],
    ['loan.nosuchsuffix', 'not_on_record'],
  ] as const)('says what kind of address %s is: %s', (typed, kind) => {
    expect(host(typed).standing.kind).toBe(kind);
  });

  it('keeps an address that nobody verified with its tier', () => {
    expect(host('chuanwen.com').owners).toMatchObject([{ platformId: 'hearsay', tier: 'unverified' }]);
  });

  it('gives an address to nobody but its owner', () => {
    expect(host('anyone.cn/a1').owners).toEqual([]);
    expect(host('share.yangli-fenqi.com').owners).toEqual([]);
  });
});

describe('looking up a name', () => {
  it.each([
    '样例分期',
    '樣例分期',
    '样 例 分 期',
    '样例月付',
    '请问样例分期的客服电话是多少？',
    '样例分期官网',
    '样例分期是真的吗',
    '样例分期是骗子吗？',
    'sample instalments',
    '样例科技有限公司',
    'sample-loan',
    '随心用',
  ])('finds the record, whatever of its names is typed: %s', (typed) => {
    expect(name(typed)).toMatchObject({ sure: true });
    expect(named(typed)).toEqual(['sample-loan']);
  });

  it.each(['样例分斯', '样例分期呢呢借', 'sample instalmnts', 'yanglifenqi', 'ylfq'])('only guesses at %s', (typed) => {
    expect(name(typed).sure).toBe(false);
    expect(named(typed)[0]).toBe('sample-loan');
  });

  it('does not guess a real company from the words that all of them share', () => {
    expect(named('乌有消费金融')).toEqual([]);
    expect(named('乌有分期')).toEqual([]);
    expect(named('消费金融')).toEqual([]);
    expect(named('信用卡中心')).toEqual([]);
  });

  it('notices a consumer-finance company without a licence', () => {
    expect(name('乌有消费金融').unlicensed).toBe(true);
    expect(name('样例分期').unlicensed).toBe(false);
  });

  it('knows a name that fakes use, and does not guess at others', () => {
    expect(name('样例分金融')).toMatchObject({
      platforms: [],
      reportedFake: { claims: '样例分期' },
      posesAs: { id: 'sample-loan' },
    });
  });

  it('reads brackets as a signature', () => {
    expect(name('【样例分期】')).toMatchObject({ kind: 'signature', name: '样例分期', sure: true });
    expect(name('[样例分期]').kind).toBe('signature');
  });

  it('knows a signature that a platform never uses', () => {
    expect(name('【样例中心】').neverSigns.map(({ id }) => id)).toEqual(['sample-loan']);
  });

  it('looks one thing up in a whole message, and says so', () => {
    const message = `【样例分期】您好，${'您的账单已出，'.repeat(8)}请登录 yangli-cn.top 处理`;
    expect(host(message)).toMatchObject({ isMessage: true, link: { host: 'yangli-cn.top' } });
    expect(lookUp('95000', registry).isMessage).toBe(false);
  });

  it.each(['', '   ', '？？？', '👴', '𠮷野家'])('finds nothing for %j, and does not fail', (typed) => {
    expect(named(typed)).toEqual([]);
  });
});

describe('names spelled otherwise', () => {
  const READINGS: Readonly<Record<string, string>> = {
    花: 'hua',
    呗: 'bei',
    被: 'bei',
    背: 'bei',
    银: 'yin',
    行: 'hang',
    远: 'yuan',
    山: 'shan',
  };
  const names = [
    { name: '花呗', platformId: 'huabei', signatureOnly: false },
    { name: '远山银行', platformId: 'yuanshan', signatureOnly: false },
    { name: '花呗呗', platformId: null, signatureOnly: false },
  ];
  const spell = (text: string): string[] => [...text].map((character) => READINGS[character] ?? character);
  const search = createNameSearch([], names, compileSpellings(names, spell));

  it('are found by pinyin and by initials', () => {
    expect(search.spelled('huabei')).toEqual(['huabei']);
    expect(search.spelled('ysyh')).toEqual(['yuanshan']);
  });

  it('are found by characters that sound the same', () => {
    expect(search.similar('花被')).toEqual(['huabei']);
    expect(search.similar('花背')).toEqual(['huabei']);
  });

  it('are found by pinyin with a typo', () => {
    expect(search.similar('yuanshanyinhan')).toEqual(['yuanshan']);
  });

  it('never stand for a phrase that names nobody', () => {
    expect(search.spelled('huabeibei')).toEqual([]);
  });

  it('are found as written when the records were compiled without pinyin', () => {
    const plain = createNameSearch([], names, compileSpellings(names, undefined));
    expect(plain.spelled('huabei')).toEqual([]);
    expect(plain.similar('远山根行')).toEqual(['yuanshan']);
  });
});

describe('the records of the project', () => {
  const real = realRegistry();

  it('are found by every number and address that they hold', () => {
    const missed = real.platforms().flatMap(({ id, contacts }) =>
      contacts
        .filter(({ kind }) => kind !== 'app' && kind !== 'wechat_account')
        .filter(({ value }) => {
          const found = lookUp(value, real);
          if (found.kind === 'host')
            return !found.owners.some(({ platformId }) => platformId === id) && found.standing.kind !== 'user_content';
          if (found.kind !== 'number') return true;
          return ![...found.standing.contacts, ...(found.port ? [found.port] : [])].some(({ platformId }) => platformId === id);
        })
        .map(({ value }) => `${id}: ${value}`),
    );
    expect(missed).toEqual([]);
  });

  it('are found by every name that they hold', () => {
    const missed = real.platforms().flatMap(({ id, name: own, aliases, nameEn }) =>
      [own, ...aliases, ...(nameEn ? [nameEn] : [])]
        .filter((typed) => !/\d{3}/.test(typed) && !/\.\w/.test(typed))
        .filter((typed) => {
          const found = lookUp(typed, real);
          return found.kind !== 'name' || !found.sure || !found.platforms.some((platform) => real.sameFamily(platform.id, id));
        })
        .map((typed) => `${id}: ${typed}`),
    );
    expect(missed).toEqual([]);
  });

  it('answer whatever is typed, twice the same', () => {
    const pieces = fc.constantFrom(
      '京东',
      '95118',
      '+',
      '00',
      '86',
      '-',
      ' ',
      '【',
      '】',
      '.',
      'cn',
      '@',
      'http://',
      '客服',
      '\n',
      '１',
      '*',
      '\u202e',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(lookUp(text, real)).toEqual(lookUp(text, real));
      }),
      { seed: 20_261_121, numRuns: 300 },
    );
  });
});
