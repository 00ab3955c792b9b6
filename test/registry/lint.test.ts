import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { formatProblem } from '../../src/registry/data-error.js';
import { lintRecords } from '../../src/registry/lint.js';
import type { DataFile } from '../../src/registry/read-records.js';

const FILES = readDataFiles();
const TODAY = '2099-12-31';

const withFiles = (...replaced: readonly DataFile[]): DataFile[] => [
  ...FILES.filter(({ path }) => !replaced.some((file) => file.path === path)),
  ...replaced,
];
const problemsOf = (...replaced: readonly DataFile[]): string[] =>
  lintRecords(withFiles(...replaced), TODAY).problems.map(formatProblem);

const PLATFORM = 'data/platforms/sample-loan.yaml';
const platform = (contacts: string, rest = ''): DataFile => ({
  path: PLATFORM,
  text: `id: sample-loan
name: 样例快贷
kind: micro_lender
contacts:
${contacts}
sources:
  site: { title: 官网联系我们, publisher: 样例快贷, kind: official, seen: "2026-11-20" }
${rest}`,
});
const contact = (kind: string, value: string, rest = 'checked: "2026-11-20"'): string =>
  `  - { kind: ${kind}, value: "${value}", used_for: 客服, tier: likely, sources: [site], ${rest} }`;
const ofContact = (kind: string, value: string): string[] => problemsOf(platform(contact(kind, value)));

const SCAM = 'data/scams/sample-moon.yaml';
interface ScamParts {
  readonly status?: string;
  readonly match?: string;
  readonly weak?: string;
  readonly noMatch?: string;
  readonly note?: string;
  readonly rest?: string;
  readonly pattern?: string;
}
const scam = (parts: ScamParts = {}): DataFile => ({
  path: SCAM,
  text: `id: sample-moon
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
${parts.rest ?? ''}`,
});
const ofScam = (parts: ScamParts): string[] => problemsOf(scam(parts));

const replaced = (path: string, from: string, to: string): DataFile => {
  const text = FILES.find((file) => file.path === path)?.text ?? '';
  if (!text.includes(from)) throw new Error(`${path} no longer holds: ${from}`);
  return { path, text: text.replace(from, to) };
};

describe('the records of the project', () => {
  it('hold nothing that a careful reader would not accept', () => {
    expect(problemsOf()).toEqual([]);
  });

  it('stay so with a sound record more', () => {
    expect(problemsOf(platform(contact('phone', '4000-000-009')), scam())).toEqual([]);
  });
});

describe('a number of a record', () => {
  it.each([
    ['15400001111', 'is read as mobile; an official line is a service code, a 400 or 800 number or a landline'],
    ['123456', 'is read as invalid; an official line is a service code, a 400 or 800 number or a landline'],
    ['106900001234', 'is a 106 sender number; its kind is sms_port'],
    ['61295599', 'has no area code; write it in front, as in 021-61295599'],
  ])('%s is refused where none of its kind can be a line', (value, message) => {
    expect(ofContact('phone', value)).toEqual([`${PLATFORM}: contacts[0].value: ${value} ${message}`]);
  });

  it('holds digits and hyphens alone', () => {
    expect(ofContact('phone', '4000-000-009转2')).toEqual([
      `${PLATFORM}: contacts[0].value: '4000-000-009转2' is more than digits and hyphens; an extension goes into note`,
    ]);
  });

  it('that sends must be a 106 number to be a port', () => {
    expect(ofContact('sms_port', '4000000009')).toEqual([
      `${PLATFORM}: contacts[0].value: 4000000009 is read as service_400_800; an sms_port begins with 106`,
    ]);
  });

  it('stands once in a record', () => {
    expect(problemsOf(platform([contact('phone', '4000-000-009'), contact('phone', '4000000009')].join('\n')))).toEqual([
      `${PLATFORM}: contacts[1].value: 4000000009 stands twice; keep one and join the sources`,
    ]);
  });

  it('that leads elsewhere is retired, and leads to a current line of the family', () => {
    const old = contact('phone', '4000-000-009', 'checked: "2026-11-20", replaced_by: "4000-000-010"');
    expect(problemsOf(platform(old))).toEqual([
      `${PLATFORM}: contacts[0].status: 4000-000-009 is replaced by 4000-000-010; write old`,
      `${PLATFORM}: contacts[0].replaced_by: 4000-000-010 is no current contact of the family; add it or leave replaced_by out`,
    ]);
  });

  it('was not checked before its source was read', () => {
    expect(problemsOf(platform(contact('phone', '4000-000-009', 'checked: "2026-11-19"')))).toEqual([
      `${PLATFORM}: contacts[0].checked: 2026-11-19 is before 'site' was read; write 2026-11-20 or later`,
    ]);
  });
});

describe('a host of a record', () => {
  it.each([
    ['https://sample.com/x', "'https://sample.com/x' is no host; write it as jd.com, in lower case, without https:// and path"],
    ['sample.company-loan', 'sample.company-loan ends in no public suffix; correct the spelling'],
    ['com.cn', 'com.cn is a suffix that many share; write the host that is meant'],
    ['203.0.113.7', '203.0.113.7 is an IP address; write the name of the host'],
    ['loan.example', 'loan.example lies under .example, where nobody can have a site'],
  ])('%s is refused', (value, message) => {
    expect(ofContact('host', value)).toEqual([`${PLATFORM}: contacts[0].value: ${message}`]);
  });
});

describe('lists that contradict records', () => {
  it('cannot report an official number as a fake', () => {
    const path = 'data/lists/reported-fakes.yaml';
    expect(problemsOf(replaced(path, '"0633154848672"', '"95588"'))).toEqual([
      `${path}: entries[0].value: 95588 is a current contact of 'icbc'; correct one`,
    ]);
  });

  it('cannot give a number to another family than the record that has it', () => {
    const path = 'data/numbering/service-codes.yaml';
    const [line = ''] = FILES.find((file) => file.path === path)?.text.match(/^.*number: "95588".*$/m) ?? [];
    expect(problemsOf(replaced(path, line, line.replace('platform: icbc', 'platform: cmb')))[0]).toMatch(
      /^data\/numbering\/service-codes\.yaml: entries\[\d+\]\.platform: 95588 is a current contact of 'icbc', of another family than 'cmb'; correct one or give that contact a scope$/,
    );
  });

  it('cannot call a shortener everybody’s that one record has', () => {
    const path = 'data/lists/short-links.yaml';
    expect(problemsOf(platform(contact('short_host', 't.cn'))).filter((problem) => problem.startsWith(path))).toEqual([
      expect.stringMatching(/entries\[\d+\]\.kind: anybody makes links at t\.cn, and it is a current contact of 'sample-loan'/),
    ]);
  });
});

describe('an example of a scam record', () => {
  const say = (field: string, message: string): string[] => [`${SCAM}: ${field}: ${message}`];

  it('for match must be hit, and it is said which words are missing', () => {
    expect(ofScam({ match: '蓝月亮币上线' })).toEqual(
      say(
        'examples.match[1].text',
        'no phrase of all_of[1] stands in it; add the missing words to the pattern or to the example',
      ),
    );
    expect(ofScam({ match: '认购蓝月亮币送洗衣液' })).toEqual(
      say('examples.match[1].text', "'洗衣液' of none_of stands in it; change one of them"),
    );
  });

  it('for match must not read as a warning', () => {
    expect(ofScam({ match: '谨防认购蓝月亮币的骗局' })).toEqual(
      say('examples.match[1].text', 'reads as a warning; write what the thief would write, or move it to weak'),
    );
  });

  it('for weak must be hit as a warning', () => {
    expect(ofScam({ weak: '请认购蓝月亮币' })).toEqual(
      say('examples.weak[0].text', 'is hit at full strength; warn in the same sentence, or move it to match'),
    );
    expect(ofScam({ weak: '谨防骗局' })).toEqual(
      say('examples.weak[0].text', 'no phrase of all_of[0] stands in it; add the missing words to the pattern or to the example'),
    );
  });

  it('for no_match must not be hit', () => {
    expect(ofScam({ noMatch: '认购蓝月亮币' })).toEqual(
      say('examples.no_match[1].text', 'the pattern hits it; narrow the pattern, or move it to match or weak'),
    );
  });

  it('cannot be tried on a pattern that is too wide for a matcher', () => {
    const groups = Array.from({ length: 32 }, (_, at) => `{ any_of: [词${at}] }`).join(', ');
    expect(ofScam({ pattern: `{ all_of: [${groups}] }` })).toEqual(
      say('match.all_of', 'has more than 31 groups; join some of them'),
    );
  });

  it.each([
    [
      '点 sample-moon.top 认购蓝月亮币',
      "sample-moon.top may be somebody's; write a host under .example, or one that is on record",
    ],
    ['认购蓝月亮币打4008001234', "4008001234 may be somebody's; write 154…, 4000-000-…, or a number that is on record"],
    ['认购蓝月亮币打02161230000', "02161230000 may be somebody's; write 154…, 4000-000-…, or a number that is on record"],
    ['认购蓝月亮币加微信lanyue8866', "lanyue8866 may be somebody's account; write an id that holds example, such as example8866"],
    ['认购蓝月亮币加QQ 28866123', "28866123 may be somebody's account; write QQ 100000001"],
  ])('holds nothing that looks real: %s', (text, message) => {
    expect(ofScam({ match: text })).toEqual(say('examples.match[1].text', message));
  });

  it.each([
    '点 sample-moon.example 认购蓝月亮币',
    '点 203.0.113.9/a 认购蓝月亮币',
    '登录 m.jd.com 认购蓝月亮币',
    '认购蓝月亮币打95588，或打15400001111、4000-000-123、02100000000',
    '认购蓝月亮币加微信example8866，QQ 100000001',
    '认购蓝月亮币，转到卡号6200000000000000001',
  ])('may hold what nobody has, or what is on record: %s', (text) => {
    expect(ofScam({ match: text })).toEqual([]);
  });
});

describe('personal data', () => {
  // Built here, so that no file of the project holds a number that may be somebody's.
  const mobile = ['139', '1234', '5678'];
  const identity = ['110101', '19900307', '001'].join('') + '5';
  const card = ['4539', '5787', '6362', '1486'].join('');

  it('is refused in examples', () => {
    expect(ofScam({ match: `认购蓝月亮币打${mobile.join('')}` })).toEqual([
      `${SCAM}: examples.match[1].text: ${mobile.join('')} may be somebody's mobile; write one that nobody holds, such as 15400001111`,
      `${SCAM}: examples.match[1].text: ${mobile.join('')} may be somebody's; write 154…, 4000-000-…, or a number that is on record`,
    ]);
    expect(ofScam({ noMatch: `身份证号${identityOf(identity)}` })).toEqual([
      `${SCAM}: examples.no_match[1].text: ${identityOf(identity).toLowerCase()} is a valid identity number; take it out, or write 11010519491231002X`,
    ]);
    expect(ofScam({ noMatch: `收款${card}` })).toEqual([
      `${SCAM}: examples.no_match[1].text: ${card} reads as a bank card; write 6200000000000000001`,
    ]);
  });

  it('is refused in notes of any record, however it is spaced', () => {
    expect(problemsOf(platform(contact('phone', '4000-000-009'), `notes: ["联系人手机 ${mobile.join('-')}"]`))).toEqual([
      `${PLATFORM}: notes[0]: ${mobile.join('')} may be somebody's mobile; write one that nobody holds, such as 15400001111`,
    ]);
  });

  it('is not seen in masked numbers, test numbers and the numbers of this page', () => {
    const notes = ['尾号 139****5678', '测试卡 4111111111111111', '标准里的样例 11010519491231002X', '手机 15400001111'];
    expect(problemsOf(platform(contact('phone', '4000-000-009'), `notes: ${JSON.stringify(notes)}`))).toEqual([]);
  });

  /** The same digits with the check digit that GB 11643-1999 gives them. */
  function identityOf(digits: string): string {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
    return digits.slice(0, 17) + '10X98765432'[sum % 11];
  }
});

describe('the rest of a scam record', () => {
  it.each(['可能误报一些正常的短信', '"unknown, none, possible false positives"', '暂无已知的误报情况'])(
    'names a real message in its notes, not: %s',
    (note) => {
      expect(ofScam({ note })).toEqual([
        `${SCAM}: false_positive_notes[0]: '${note.replaceAll('"', '')}' says nothing; name a real message that this could hit`,
      ]);
    },
  );

  it('says when and why it retired, and only then', () => {
    expect(ofScam({ status: 'retired' })).toEqual([
      `${SCAM}: retired: a retired record says when and why: { on: "2026-11-21", reason: … }`,
    ]);
    const retired = 'retired: { on: "2026-11-20", reason: 不再出现 }';
    expect(ofScam({ rest: retired })).toEqual([`${SCAM}: status: it has retired, so its status is retired, not trial`]);
    expect(ofScam({ status: 'retired', rest: retired })).toEqual([]);
  });
});

describe('days', () => {
  it.each([
    [
      'data/lists/short-links.yaml',
      'checked: "2026-11-21"',
      'checked: "2100-01-01"',
      /^data\/lists\/short-links\.yaml: entries\[\d+\]\.checked: 2100-01-01 lies in the future$/,
    ],
    [
      'data/numbering/plan.yaml',
      'checked: "2026-11-21"',
      'checked: "2100-01-01"',
      /^data\/numbering\/plan\.yaml: rules\[0\]\.checked: 2100-01-01 lies in the future$/,
    ],
    [
      'data/lists/consumer-finance-licences.yaml',
      'as_of: "2026-11-21"',
      'as_of: "2100-01-01"',
      /^data\/lists\/consumer-finance-licences\.yaml: as_of: 2100-01-01 lies in the future$/,
    ],
    [
      'data/conduct/gbt-45251.yaml',
      'seen: "2026-11-21"',
      'seen: "2100-01-01"',
      /^data\/conduct\/gbt-45251\.yaml: sources\.[a-z0-9-]+\.seen: 2100-01-01 lies in the future$/,
    ],
    [
      'data/scams/safe-account.yaml',
      'added: "2026-11-21"',
      'added: "2100-01-01"',
      /^data\/scams\/safe-account\.yaml: added: 2100-01-01 lies in the future$/,
    ],
    [
      'data/scams/safe-account.yaml',
      'checked: "2026-11-21"',
      'checked: "2026-02-30"',
      /^data\/scams\/safe-account\.yaml: checked: 2026-02-30 is no day of the calendar$/,
    ],
  ])('are past and real in %s: %s', (path, from, to, message) => {
    expect(problemsOf(replaced(path, from, to))[0]).toMatch(message);
  });

  it('without quotes are named with their line', () => {
    const bare = platform(contact('phone', '4000-000-009', 'checked: 2026-11-20'));
    expect(problemsOf(bare)).toEqual([`${PLATFORM}: checked: 2026-11-20 in line 5 is bare; write it in quotes`]);
    const block = platform(
      '  - kind: phone\n    value: 4000-000-009 # 客服\n    used_for: 客服\n    tier: likely\n    sources: [site]\n    checked: "2026-11-20"',
    );
    expect(problemsOf(block)).toEqual([`${PLATFORM}: value: 4000-000-009 in line 6 is bare; write it in quotes`]);
  });

  it('inside sentences and quotes are no bare values', () => {
    const notes = 'notes:\n  - 自 2026-01-01, 2026-02-02 起停用\n  - "2026-01-01"\n# seen: 2026-01-01';
    expect(problemsOf(platform(contact('phone', '4000-000-009'), notes))).toEqual([]);
  });
});

describe('many problems', () => {
  it('are told all at once, each with its file', () => {
    const found = problemsOf(platform(contact('phone', '123456')), scam({ noMatch: '认购蓝月亮币' }), {
      path: 'data/platforms/second.yaml',
      text: 'id: second',
    });
    for (const path of [PLATFORM, SCAM, 'data/platforms/second.yaml'])
      expect(found.some((problem) => problem.startsWith(`${path}: `))).toBe(true);
  });

  it('do not make strangers of numbers whose record could not be read', () => {
    const icbc = FILES.find(({ path }) => path === 'data/platforms/icbc.yaml');
    const found = problemsOf({ path: icbc?.path ?? '', text: `${icbc?.text}\nhotline: "95588"` });
    expect(found.filter((problem) => problem.includes("may be somebody's"))).toEqual([]);
  });
});
