import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { formatProblem } from '../../src/registry/data-error.js';
import { lintRecords } from '../../src/registry/lint.js';
import type { DataFile } from '../../src/registry/read-records.js';

const FILES = readDataFiles();
const TODAY = '2099-06-30';

const lint = (replaced: readonly DataFile[]): string[] =>
  lintRecords([...FILES.filter(({ path }) => !replaced.some((file) => file.path === path)), ...replaced], TODAY).problems.map(
    formatProblem,
  );

const tried: DataFile[] = [];
let found: string[] | undefined;

/**
 * Puts a file among the project's own and answers with what is wrong with it. All files of this page are read in one run,
 * for a run takes half a second: so every record has its own id, name and numbers.
 */
function ask(file: DataFile): () => string[] {
  if (tried.some(({ path }) => path === file.path)) throw new Error(`${file.path} is tried twice`);
  tried.push(file);
  return () => {
    found ??= lint(tried);
    return found.filter((problem) => problem.startsWith(`${file.path}: `)).map((problem) => problem.slice(file.path.length + 2));
  };
}

let records = 10;
/** `NN` stands for two digits that no other record of this page has. */
const numbered = (text: string): string => text.replaceAll('NN', String(records));

interface PlatformParts {
  readonly contacts: readonly string[];
  readonly rest?: string;
}
function platform({ contacts, rest = '' }: PlatformParts): DataFile {
  records += 1;
  return {
    path: numbered('data/platforms/sample-loan-NN.yaml'),
    text: numbered(`id: sample-loan-NN
name: 样例快贷NN
kind: micro_lender
contacts:
${contacts.join('\n')}
sources:
  site: { title: 官网联系我们, publisher: 样例快贷, kind: official, seen: "2026-11-20" }
${rest}
`),
  };
}
const contact = (kind: string, value: string, rest = 'checked: "2026-11-20"'): string =>
  `  - { kind: ${kind}, value: "${value}", used_for: 客服, tier: likely, sources: [site], ${rest} }`;
const OWN = contact('phone', '4000-000-1NN');

interface ScamParts {
  readonly status?: string;
  readonly match?: string;
  readonly weak?: string;
  readonly noMatch?: string;
  readonly note?: string;
  readonly rest?: string;
  readonly pattern?: string;
}
function scam(parts: ScamParts): DataFile {
  records += 1;
  return {
    path: numbered('data/scams/sample-moon-NN.yaml'),
    text: numbered(`id: sample-moon-NN
title: 样例骗局
title_en: Sample scam
family: payment
status: ${parts.status ?? 'trial'}
strength: strong
match: ${parts.pattern ?? '{ all_of: [{ any_of: [蓝月亮币] }, { any_of: [认购, 申购] }], none_of: [洗衣液] }'}
why: { zh: 蓝月亮币是样例骗局。, en: Blue moon coins are a sample scam. }
advice: { zh: 不要认购。, en: Do not buy. }
added: "2026-11-01"
checked: "2026-11-01"
false_positive_notes: [${parts.note ?? '洗衣液的广告也会提到蓝月亮'}]
sources:
  site: { title: 样例提示, publisher: 样例, kind: news, seen: "2026-11-01" }
examples:
  match: [{ origin: invented, text: 蓝月亮币开放申购 }, { origin: invented, text: "${parts.match ?? '请认购蓝月亮币'}" }]
  weak: [{ origin: invented, text: "${parts.weak ?? '谨防蓝月亮币认购骗局'}" }]
  no_match: [{ origin: invented, text: 蓝月亮洗衣液打折 }, { origin: invented, text: "${parts.noMatch ?? '今晚月亮很圆'}" }]
${parts.rest ?? ''}
`),
  };
}

/** A file of the project with other words in one place. */
function changed(path: string, from: string | RegExp, to: string): DataFile {
  const text = FILES.find((file) => file.path === path)?.text ?? '';
  const other = text.replace(from, to);
  if (other === text) throw new Error(`${path} no longer holds ${from}`);
  return { path, text: other };
}

type Case = readonly [name: string, file: DataFile, problems: readonly (string | RegExp)[]];

/** One test for each case: exactly these problems, whole messages. */
function expectProblems(cases: readonly Case[]): void {
  for (const [name, file, problems] of cases) {
    const answer = ask(file);
    it(name, () => {
      expect(answer()).toEqual(
        problems.map((problem) => (typeof problem === 'string' ? problem : expect.stringMatching(problem))),
      );
    });
  }
}

// Put together here, so that no file of the project holds a number that may be somebody's.
const MOBILE = ['139', '1234', '5678'];
const CARD = ['4539', '5787', '6362', '1486'].join('');
const IDENTITY = identityOf(['110101', '19900307', '001'].join(''));

/** Seventeen digits with the check digit that GB 11643-1999 gives them. */
function identityOf(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10x98765432'[sum % 11];
}

const isNoLine = (value: string, numberClass: string): string =>
  `contacts[0].value: ${value} is read as ${numberClass}; an official line is a service code, a 400 or 800 number or a landline`;

describe('a number of a record', () => {
  expectProblems([
    ['may be a line that nobody else has', platform({ contacts: [OWN] }), []],
    ['is no mobile', platform({ contacts: [contact('phone', '15400001111')] }), [isNoLine('15400001111', 'mobile')]],
    [
      'is one that the numbering plan knows',
      platform({ contacts: [contact('phone', '123456')] }),
      [isNoLine('123456', 'invalid')],
    ],
    [
      'that sends is written as a port',
      platform({ contacts: [contact('phone', '106900001234')] }),
      ['contacts[0].value: 106900001234 is a 106 sender number; its kind is sms_port'],
    ],
    [
      'that is written as a port sends',
      platform({ contacts: [contact('sms_port', '4000000009')] }),
      ['contacts[0].value: 4000000009 is read as service_400_800; an sms_port begins with 106'],
    ],
    [
      'has its area code',
      platform({ contacts: [contact('phone', '61295599')] }),
      ['contacts[0].value: 61295599 has no area code; write it in front, as in 021-61295599'],
    ],
    [
      'holds digits and hyphens alone',
      platform({ contacts: [contact('phone', '4000-000-008转2')] }),
      ["contacts[0].value: '4000-000-008转2' is more than digits and hyphens; an extension goes into note"],
    ],
    [
      'stands once',
      platform({ contacts: [OWN, contact('phone', '40000001NN')] }),
      [/^contacts\[1\]\.value: 40000001\d\d stands twice; keep one and join the sources$/],
    ],
    [
      'that leads elsewhere is retired, and leads to a current line of the family',
      platform({ contacts: [contact('phone', '4000-000-007', 'checked: "2026-11-20", replaced_by: "4000-000-006"')] }),
      [
        'contacts[0].status: 4000-000-007 is replaced by 4000-000-006; write old',
        'contacts[0].replaced_by: 4000-000-006 is no current contact of the family; add it or leave replaced_by out',
      ],
    ],
    [
      'was not checked before its source was read',
      platform({ contacts: [contact('phone', '4000-000-005', 'checked: "2026-11-19"')] }),
      ["contacts[0].checked: 2026-11-19 is before 'site' was read; write 2026-11-20 or later"],
    ],
  ]);
});

const hostCase = (value: string, message: string): Case => [
  `is not ${value}`,
  platform({ contacts: [contact('host', value)] }),
  [`contacts[0].value: ${message}`],
];

describe('a host of a record', () => {
  expectProblems([
    hostCase(
      'https://sample.com/x',
      "'https://sample.com/x' is no host; write it as jd.com, in lower case, without https:// and path",
    ),
    hostCase('sample.company-loan', 'sample.company-loan ends in no public suffix; correct the spelling'),
    hostCase('com.cn', 'com.cn is a suffix that many share; write the host that is meant'),
    hostCase('203.0.113.7', '203.0.113.7 is an IP address; write the name of the host'),
    hostCase('loan.example', 'loan.example lies under .example, where nobody can have a site'),
  ]);
});

const FAKES = 'data/lists/reported-fakes.yaml';
const CODES = 'data/numbering/service-codes.yaml';
const LINKS = 'data/lists/short-links.yaml';

describe('a list that contradicts the records', () => {
  ask(platform({ contacts: [contact('short_host', 't.cn')] }));
  expectProblems([
    [
      'reports an official number as a fake',
      changed(FAKES, '"0633154848672"', '"95588"'),
      ["entries[0].value: 95588 is a current contact of 'icbc'; correct one"],
    ],
    [
      'gives a number to another family than the record that has it',
      changed(CODES, /(number: "95588".*platform: )icbc/, '$1cmb'),
      [
        /^entries\[\d+\]\.platform: 95588 is a current contact of 'icbc', of another family than 'cmb'; correct one or give that contact a scope$/,
      ],
    ],
    [
      'calls a host everybody’s that one record has',
      changed(LINKS, /^(?=#)/, '# 样例\n'),
      [/^entries\[\d+\]\.kind: anybody makes links at t\.cn, and it is a current contact of 'sample-loan-\d\d'; correct one$/],
    ],
  ]);
});

const looksReal = (text: string, message: string): Case => [
  `looks real: ${text}`,
  scam({ match: text }),
  [`examples.match[1].text: ${message}`],
];
const WRITE_NUMBER = 'write 154…, 4000-000-…, or a number that is on record';

describe('an example', () => {
  expectProblems([
    ['may be sound', scam({}), []],
    [
      'for match lacks words of the pattern',
      scam({ match: '蓝月亮币上线' }),
      ['examples.match[1].text: no phrase of all_of[1] stands in it; add the missing words to the pattern or to the example'],
    ],
    [
      'for match holds what the pattern excludes',
      scam({ match: '认购蓝月亮币送洗衣液' }),
      ["examples.match[1].text: '洗衣液' of none_of stands in it; change one of them"],
    ],
    [
      'for match warns',
      scam({ match: '谨防认购蓝月亮币的骗局' }),
      ['examples.match[1].text: reads as a warning; write what the thief would write, or move it to weak'],
    ],
    [
      'for weak does not warn',
      scam({ weak: '请认购蓝月亮币' }),
      ['examples.weak[0].text: is hit at full strength; warn in the same sentence, or move it to match'],
    ],
    [
      'for weak is not hit',
      scam({ weak: '谨防骗局' }),
      ['examples.weak[0].text: no phrase of all_of[0] stands in it; add the missing words to the pattern or to the example'],
    ],
    [
      'for no_match is hit',
      scam({ noMatch: '认购蓝月亮币' }),
      ['examples.no_match[1].text: the pattern hits it; narrow the pattern, or move it to match or weak'],
    ],
    [
      'cannot be tried on a pattern that is too wide for a matcher',
      scam({ pattern: `{ all_of: [${Array.from({ length: 32 }, (_, at) => `{ any_of: [词${at}] }`).join(', ')}] }` }),
      ['match.all_of: has more than 31 groups; join some of them'],
    ],
    looksReal(
      '点 sample-moon.top 认购蓝月亮币',
      "sample-moon.top may be somebody's; write a host under .example, or one that is on record",
    ),
    looksReal('认购蓝月亮币打4008001234', `4008001234 may be somebody's; ${WRITE_NUMBER}`),
    looksReal('认购蓝月亮币打02161230000', `02161230000 may be somebody's; ${WRITE_NUMBER}`),
    looksReal('认购蓝月亮币打+442079460000', `442079460000 may be somebody's; ${WRITE_NUMBER}`),
    looksReal(
      '认购蓝月亮币加微信lanyue8866',
      "lanyue8866 may be somebody's account; write an id that holds example, such as example8866",
    ),
    looksReal('认购蓝月亮币加QQ 28866123', "28866123 may be somebody's account; write QQ 100000001"),
    ...[
      '点 sample-moon.example 认购蓝月亮币',
      '点 203.0.113.9/a 认购蓝月亮币',
      '登录 m.jd.com 认购蓝月亮币',
      '认购蓝月亮币打95588，或打15400001111、4000-000-123、02100000000、+447700900123',
      '认购蓝月亮币加微信example8866，QQ 100000001',
      '认购蓝月亮币，转到卡号6200000000000000001',
    ].map((text): Case => [`looks real to nobody, or is on record: ${text}`, scam({ match: text }), []]),
  ]);
});

const nobodysMobile = `${MOBILE.join('')} may be somebody's mobile; write one that nobody holds, such as 15400001111`;

describe('personal data', () => {
  expectProblems([
    [
      'is a mobile in an example',
      scam({ match: `认购蓝月亮币打${MOBILE.join('')}` }),
      [
        `examples.match[1].text: ${nobodysMobile}`,
        `examples.match[1].text: ${MOBILE.join('')} may be somebody's; ${WRITE_NUMBER}`,
      ],
    ],
    [
      'is an identity number',
      scam({ noMatch: `身份证号${IDENTITY.toUpperCase()}` }),
      [`examples.no_match[1].text: ${IDENTITY} is a valid identity number; take it out, or write 11010519491231002X`],
    ],
    [
      'is a whole bank card',
      scam({ noMatch: `收款${CARD}` }),
      [`examples.no_match[1].text: ${CARD} reads as a bank card; write 6200000000000000001`],
    ],
    [
      'is found in notes of any record, however it is spaced',
      platform({ contacts: [OWN], rest: `notes: ["联系人手机 ${MOBILE.join('-')}", "联系人 +86 ${MOBILE.join(' ')}"]` }),
      [`notes[0]: ${nobodysMobile}`, `notes[1]: ${nobodysMobile}`],
    ],
    [
      'is no masked number and nothing that was published for testing',
      platform({
        contacts: [OWN],
        rest: 'notes: ["尾号 139****5678", "测试卡 4111111111111111", "标准里的样例 11010519491231002X", "手机 15400001111"]',
      }),
      [],
    ],
  ]);
});

const saysNothing = (note: string): Case => [
  `does not say: ${note}`,
  scam({ note: `"${note}"` }),
  [`false_positive_notes[0]: '${note}' says nothing; name a real message that this could hit`],
];
const RETIRED = 'retired: { on: "2026-11-20", reason: 不再出现 }';

describe('a scam record', () => {
  expectProblems([
    saysNothing('可能误报一些正常的短信'),
    saysNothing('unknown, none, possible false positives'),
    saysNothing('暂无已知的误报情况'),
    [
      'that retired says when and why',
      scam({ status: 'retired' }),
      ['retired: a retired record says when and why: { on: "2026-11-21", reason: … }'],
    ],
    [
      'that says when it retired has retired',
      scam({ rest: RETIRED }),
      ['status: it has retired, so its status is retired, not trial'],
    ],
    ['may retire with a day and a reason', scam({ status: 'retired', rest: RETIRED }), []],
  ]);
});

const LATER = '2099-12-31';
const dayCase = (path: string, from: string | RegExp, to: string, problem: RegExp): Case => [
  `${path}: ${problem.source}`,
  changed(path, from, to),
  [problem],
];

describe('a day', () => {
  expectProblems([
    dayCase(
      'data/lists/abused-suffixes.yaml',
      / checked: "[\d-]+"/,
      ` checked: "${LATER}"`,
      /^entries\[0\]\.checked: 2099-12-31 lies in the future$/,
    ),
    dayCase(
      'data/numbering/plan.yaml',
      / checked: "[\d-]+"/,
      ` checked: "${LATER}"`,
      /^rules\[0\]\.checked: 2099-12-31 lies in the future$/,
    ),
    dayCase(
      'data/lists/consumer-finance-licences.yaml',
      /as_of: "[\d-]+"/,
      `as_of: "${LATER}"`,
      /^as_of: 2099-12-31 lies in the future$/,
    ),
    dayCase(
      'data/scams/safe-account.yaml',
      /added: "[\d-]+"\nchecked: "[\d-]+"/,
      'added: "2026-11-02"\nchecked: "2026-11-01"',
      /^checked: 2026-11-01 is before it was added, 2026-11-02$/,
    ),
    dayCase(
      'data/scams/boss-advance.yaml',
      /\nchecked: "[\d-]+"/,
      '\nchecked: "2028-02-30"',
      /^checked: 2028-02-30 is no day of the calendar$/,
    ),
    dayCase(
      'data/conduct/gbt-45251.yaml',
      / checked: "[\d-]+"/,
      ` checked: "${LATER}"`,
      /^rules\[0\]\.checked: 2099-12-31 lies in the future$/,
    ),
    [
      'without quotes is named with its line',
      platform({ contacts: [contact('phone', '4000-000-1NN', 'checked: 2026-11-20')] }),
      ['checked: 2026-11-20 in line 5 is bare; write it in quotes'],
    ],
    [
      'or number without quotes is found before a comment too',
      platform({
        contacts: [
          '  - kind: phone\n    value: 4000-000-1NN # 客服\n    used_for: 客服\n    tier: likely\n    sources: [site]\n    checked: "2026-11-20"',
        ],
      }),
      [/^value: 4000-000-1\d\d in line 6 is bare; write it in quotes$/],
    ],
    [
      'inside a sentence, quotes or a comment is no bare value',
      platform({ contacts: [OWN], rest: 'notes:\n  - 自 2026-01-01, 2026-02-02 起停用\n  - "2026-01-01"\n# seen: 2026-01-01' }),
      [],
    ],
  ]);
});

describe('the lint', () => {
  it('finds nothing in the records of the project', () => {
    expect(lint([])).toEqual([]);
  });

  it('tells the problems of all files at once', () => {
    const paths = ['data/platforms/second.yaml', 'data/scams/second.yaml', 'data/lists/vocabulary.yaml'];
    const problems = lint([
      ...paths.map((path) => ({ path, text: 'id: second' })),
      platform({ contacts: [contact('phone', '123456')] }),
    ]);
    for (const path of [...paths, numbered('data/platforms/sample-loan-NN.yaml')])
      expect(problems.some((problem) => problem.startsWith(`${path}: `))).toBe(true);
  });

  it('does not take numbers for strange whose record could not be read', () => {
    const problems = lint([changed('data/platforms/icbc.yaml', /^/, 'hotline: "95588"\n')]);
    expect(problems).toContain('data/platforms/icbc.yaml: unknown hotline; remove it or check the spelling');
    expect(problems.filter((problem) => problem.includes("may be somebody's"))).toEqual([]);
  });
});
