import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { checkHelp } from '../../src/registry/check-help.js';
import { formatProblem } from '../../src/registry/data-error.js';
import { lintRecords } from '../../src/registry/lint.js';
import { findDateProblems, findOrderProblems } from '../../src/registry/lint-dates.js';
import { findLongHelpTexts } from '../../src/registry/lint-help.js';
import { type DataFile, type Records, readRecords } from '../../src/registry/read-records.js';
import { changed, GUIDE, INTERVIEW, QUESTION, SAMPLES } from '../help-samples.js';

const TODAY = '2099-06-30';
const base = readRecords(readDataFiles()).records;

/** The project's records with these help texts in place of its own. */
function withHelp(files: readonly DataFile[]): { records: Records; shapes: string[] } {
  const { records, problems } = readRecords(files);
  const menu = records.single['data/lists/help-menu.yaml'] ?? { relative: [], borrower: [], anyone: [] };
  const single = { ...base.single, 'data/lists/help-menu.yaml': menu };
  const shapes = problems.filter(({ message }) => message !== 'is missing').map(formatProblem);
  return { records: { ...records, ...{ platforms: base.platforms, conduct: base.conduct, scams: [], single } }, shapes };
}

/** Everything that is wrong with help texts that stand beside nothing else. */
function problemsOf(...files: readonly DataFile[]): string[] {
  const { records, shapes } = withHelp(files);
  const own = [
    ...checkHelp(records),
    ...findLongHelpTexts(records),
    ...findDateProblems(records, TODAY),
    ...findOrderProblems({ ...records, platforms: [], conduct: [] }),
  ];
  return [...shapes, ...own.map(formatProblem)];
}

type Case = readonly [name: string, sample: DataFile, from: string | RegExp, to: string, problems: readonly string[]];

/** One test for each case: exactly these problems of the changed sample, beside the other two. */
function expectProblems(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, sample, from, to, problems) => {
    const files = SAMPLES.map((file) => (file === sample ? changed(file, from, to) : file));
    expect(problemsOf(...files)).toEqual(problems.map((problem) => `${sample.path}: ${problem}`));
  });
}

it('good help texts have no problems', () => {
  expect(problemsOf(...SAMPLES)).toEqual([]);
});

describe('what a point rests on', () => {
  expectProblems([
    [
      'is a rule that exists',
      GUIDE,
      '[cc-552]',
      '[cc-5520]',
      ["sections[0].points[0].rules: no rule 'cc-5520' in data/conduct/; correct the id"],
    ],
    [
      'is a rule that is in force',
      GUIDE,
      '[cc-552]',
      '[nifa-2024-guide]',
      [
        "sections[0].points[0].rules: 'nifa-2024-guide' may not be cited (replaced, confirmed); cite a rule that is in force, of tier confirmed or likely",
      ],
    ],
    [
      'is a rule that somebody verified',
      INTERVIEW,
      '[cc-465]',
      '[xyk-2022-13]',
      [
        "answers.free.sections[0].points[0].rules: 'xyk-2022-13' may not be cited (in_force, unverified); cite a rule that is in force, of tier confirmed or likely",
      ],
    ],
    [
      'is a source of the file',
      QUESTION,
      'rules: [cc-1033]',
      'sources: [site]',
      ["answer[0].sources: 'site' is not in sources (known: tip, leak)"],
    ],
  ]);
});

describe('what comes next', () => {
  expectProblems([
    [
      'exists',
      GUIDE,
      'next: [sample-interview, sample-question]',
      'next: [sample-answer]',
      ["next: no guide, interview or question 'sample-answer'; write the id of one"],
    ],
    [
      'is another text',
      QUESTION,
      'next: [sample-guide]',
      'next: [sample-question]',
      ["next: 'sample-question' is this text itself; leave it out"],
    ],
    [
      'stands once',
      INTERVIEW,
      'next: [sample-guide]',
      'next: [sample-guide, sample-guide]',
      ["answers.owes.next: 'sample-guide' stands twice; keep one"],
    ],
  ]);
});

describe('an interview', () => {
  const twice = `  - id: heir
    ask: { zh: 您继承了他的遗产吗？, en: Did you inherit from the borrower? }
    choices:
      - { id: "yes", label: { zh: 继承了, en: I did }, answer: inherits }
      - { id: "no", label: { zh: 没有, en: I did not } }
`;
  const long = 'a-very-long-name-of-a-choice-that-nobody-can-tap';
  expectProblems([
    [
      'names answers that it has',
      INTERVIEW,
      'otherwise: free',
      'otherwise: none',
      [
        "otherwise: no answer 'none' (known: owes, inherits, free)",
        'answers.free: no choice leads to it; name it in one, or remove it',
      ],
    ],
    [
      'gives every choice an answer that it has',
      INTERVIEW,
      'answer: inherits',
      'answer: heirs',
      [
        "questions[1].choices[0].answer: no answer 'heirs' (known: owes, inherits, free)",
        'answers.inherits: no choice leads to it; name it in one, or remove it',
      ],
    ],
    [
      'asks every question',
      INTERVIEW,
      'en: I did not } }\n  - id: heir',
      'en: I did not }, answer: free }\n  - id: heir',
      ['questions[0].choices: every choice has an answer, so that the next question is never asked; let one go on'],
    ],
    ['has each question once', INTERVIEW, twice, twice + twice, ["questions[2].id: 'heir' stands twice; choose another"]],
    [
      'has each choice of a question once',
      INTERVIEW,
      'id: "no", label: { zh: 没有, en: I did not } }\n  - id: heir',
      'id: "yes", label: { zh: 没有, en: I did not } }\n  - id: heir',
      ["questions[0].choices[1].id: 'yes' stands twice; choose another"],
    ],
    [
      'has ids that fit on a button',
      INTERVIEW,
      'id: "yes", label: { zh: 签过',
      `id: ${long}, label: { zh: 签过`,
      [`questions[0].choices[0].id: ask:sample-interview:signed:${long} is longer than 64 bytes; choose shorter ids`],
    ],
  ]);
});

describe('an id of a help text', () => {
  it('is used once in the three folders', () => {
    const again = { path: 'data/faq/sample-guide.yaml', text: QUESTION.text.replace('id: sample-question', 'id: sample-guide') };
    const problems = problemsOf(GUIDE, INTERVIEW, changed({ ...again }, 'next: [sample-guide]', 'next: []'));
    expect(problems).toContain(
      "data/faq/sample-guide.yaml: id: 'sample-guide' is also the id of data/help/sample-guide.yaml; choose another",
    );
  });

  it('fits on a button', () => {
    const id = Array.from({ length: 20 }, () => 'abc').join('-');
    const file = { path: `data/faq/${id}.yaml`, text: QUESTION.text.replace('id: sample-question', `id: ${id}`) };
    expect(
      problemsOf(
        GUIDE,
        INTERVIEW,
        QUESTION,
        changed(
          file,
          /question: .*\nsearch:\n {2}aliases: .*\n/,
          'question: { zh: 另一问？, en: Another? }\nsearch:\n  aliases: {}\n',
        ),
      ),
    ).toEqual([`data/faq/${id}.yaml: id: help:${id} is longer than 64 bytes; choose a shorter id`]);
  });
});

describe('what people type', () => {
  expectProblems([
    [
      'leads to one text, however it is written',
      QUESTION,
      '多久才不发短信了',
      '別人欠債，為什麼找我？',
      ["search.aliases.zh[0]: '別人欠債，為什麼找我？' already leads to 'sample-guide'; keep it in one of them"],
    ],
    [
      'leads to one text in English too',
      QUESTION,
      'en: How long will the sample go on? ',
      'en: "SAMPLE: do I owe it?" ',
      ["question.en: 'SAMPLE: do I owe it?' already leads to 'sample-interview'; keep it in one of them"],
    ],
  ]);
});

const NUMBER = 'reads as a telephone number; write {line:ID} with the id of its record; in an amount, set the thousands apart';

describe('a number in a help text', () => {
  expectProblems([
    [
      'is that of a record',
      GUIDE,
      /\{line:110\}/g,
      '{line:police}',
      [
        "sections[0].points[1].text.zh: {line:police}: no record 'police'; write the id of a file of data/platforms/",
        "sections[0].points[1].text.en: {line:police}: no record 'police'; write the id of a file of data/platforms/",
      ],
    ],
    [
      'is one that a reader may be shown',
      GUIDE,
      /\{line:110\}/g,
      '{line:51credit}',
      ['zh', 'en'].map(
        (language) =>
          `sections[0].points[1].text.${language}: {line:51credit}: '51credit' has no current telephone line of tier confirmed or likely; name another record`,
      ),
    ],
    [
      'stands in both languages',
      GUIDE,
      'you may ask {line:12348}',
      'you may ask',
      ['lead[0]: zh names {line:12348} and en none; name the same numbers in both'],
    ],
    [
      'stands in no title and on no button',
      INTERVIEW,
      'zh: 继承了, en: I did ',
      'zh: "继承了{line:110}", en: "I did{line:110}" ',
      [
        'questions[1].choices[0].label.zh: {line:110} cannot stand here; write who it is, and the number in a point',
        'questions[1].choices[0].label.en: {line:110} cannot stand here; write who it is, and the number in a point',
      ],
    ],
    [
      'stands behind no other placeholder',
      QUESTION,
      '告诉他们别再联系',
      '告诉{platform}别再联系',
      ["answer[0].text.zh: '{platform}' is no placeholder; only {line:ID} is, with the id of a platform record"],
    ],
    ...['95588', '12321', '400-000-0123', '９６１１０', '96 110'].map(
      (written): Case => [
        `is not written out: ${written}`,
        QUESTION,
        '他们要停',
        `他们要停，问${written}`,
        [`answer[0].text.zh: ${written.normalize('NFKC')} ${NUMBER}`],
      ],
    ),
    ['is not written out: 120', GUIDE, '把短信截图留着', '打120，截图留着', [`sections[1].points[0].text.zh: 120 ${NUMBER}`]],
    [
      'is not hidden in words to copy',
      GUIDE,
      'I am not the borrower',
      'Call 120: I am not the borrower',
      [`copy[0].text.en: 120 ${NUMBER}`],
    ],
    ...['24 小时内', '2026 年 1 月 1 日起', '欠了 50,000 元', '罚 120 元', '等 15 天', '按第 110 条', '2026-01-01 起'].map(
      (written): Case => [`is no ${written}`, QUESTION, '他们要停', `${written}，他们要停`, []],
    ),
    ['may be written out where the text names its line', QUESTION, '样例短信会打扰我多久？', '12378 管样例短信吗？', []],
    ['is no article of a law', GUIDE, 'Keep a screenshot', 'By Article 120 keep a screenshot', []],
  ]);
});

const CHARACTERS = '一二三四五六七八九十';

describe('the length of a help text', () => {
  expectProblems([
    [
      'of a Chinese sentence is at most 40 characters',
      GUIDE,
      '把短信截图留着。',
      `${CHARACTERS.repeat(4)}零。`,
      ["sections[1].points[0].text.zh: '一二三四五六七八九十一二…' is a sentence of 41 characters; make it two, of at most 40"],
    ],
    ['does not count marks', GUIDE, '把短信截图留着。', `“${CHARACTERS.repeat(2)}”，${CHARACTERS.repeat(2)}。再说一句！`, []],
    ['ends at a semicolon', GUIDE, '把短信截图留着。', `${CHARACTERS.repeat(4)}；${CHARACTERS.repeat(4)}`, []],
    [
      'counts a number as five characters',
      GUIDE,
      '被威胁就打 {line:110}。',
      `${CHARACTERS.repeat(3)}一二三四五六{line:110}。`,
      ["sections[0].points[1].text.zh: '一二三四五六七八九十一二…' is a sentence of 41 characters; make it two, of at most 40"],
    ],
    [
      'of an English sentence is at most 25 words',
      QUESTION,
      'Tell them to stop; then they must.',
      `${Array.from({ length: 26 }, () => 'word').join(' ')}.`,
      ["answer[0].text.en: 'word word wo…' is a sentence of 26 words; make it two, of at most 25"],
    ],
    [
      'of an English sentence ends at a stop, not inside a number',
      QUESTION,
      'Tell them to stop; then they must.',
      `${Array.from({ length: 20 }, () => 'word').join(' ')} 1.5 times. ${Array.from({ length: 25 }, () => 'word').join(' ')}.`,
      [],
    ],
    [
      'of a title fits on a button',
      GUIDE,
      'zh: 样例：先做什么',
      'zh: 样例一二三四五六七八九十一二三四五',
      ['title.zh: has 17 characters and stands on a button; write at most 16'],
    ],
    [
      'of an English title fits on a button',
      INTERVIEW,
      '"Sample: do I owe it?"',
      '"Sample: whether it is me who has to pay it"',
      ['title.en: has 42 characters and stands on a button; write at most 40'],
    ],
    [
      'of a question fits on a button',
      QUESTION,
      '样例短信会打扰我多久？',
      '样例短信一二三四五六七八九十一二三四五六七八九？',
      ['question.zh: has 24 characters and stands on a button; write at most 22'],
    ],
    [
      'of a choice fits on a button',
      INTERVIEW,
      'zh: 签过,',
      'zh: 签过一二三四五六七八九十一二三四五六七八九十一,',
      ['questions[0].choices[0].label.zh: has 23 characters and stands on a button; write at most 22'],
    ],
  ]);
});

describe('a day of a help text', () => {
  expectProblems([
    [
      'is not before its sources were read',
      QUESTION,
      'checked: "2026-11-21"',
      'checked: "2026-11-19"',
      ["checked: 2026-11-19 is before 'tip' was read; write 2026-11-20 or later"],
    ],
    [
      'does not lie in the future',
      QUESTION,
      'checked: "2026-11-21"',
      'checked: "2099-12-31"',
      ['checked: 2099-12-31 lies in the future'],
    ],
  ]);
});

describe('the menu', () => {
  const menu = (relative: string): DataFile => ({
    path: 'data/lists/help-menu.yaml',
    text: `relative: [${relative}]\nborrower: []\nanyone: []\n`,
  });

  it('names texts that exist, each once', () => {
    expect(problemsOf(...SAMPLES, menu('sample-guide, sample-faq, sample-guide'))).toEqual([
      "data/lists/help-menu.yaml: relative: no guide, interview or question 'sample-faq'; write the id of one",
      "data/lists/help-menu.yaml: relative: 'sample-guide' stands twice; keep one",
    ]);
  });

  it('has at most eight entries', () => {
    const ids = Array.from({ length: 9 }, (_, at) => `text-${at}`).join(', ');
    expect(problemsOf(...SAMPLES, menu(ids))).toEqual(['data/lists/help-menu.yaml: relative: offers at most eight texts']);
  });
});

describe('the lint of all records', () => {
  it('minds help texts: their references, and what a careful reader would not accept', () => {
    const long = changed(GUIDE, '把短信截图留着。', `${CHARACTERS.repeat(5)}。`);
    const own = readDataFiles().filter(
      ({ path }) => path !== 'data/lists/help-menu.yaml' && !/^data\/(?:help|interviews|faq)\//.test(path),
    );
    const empty = { path: 'data/lists/help-menu.yaml', text: 'relative: []\nborrower: []\nanyone: []\n' };
    const { problems } = lintRecords([...own, empty, changed(long, '[cc-552]', '[cc-0]'), INTERVIEW, QUESTION], TODAY);
    expect(problems.map(formatProblem)).toEqual([
      "data/help/sample-guide.yaml: sections[0].points[0].rules: no rule 'cc-0' in data/conduct/; correct the id",
      "data/help/sample-guide.yaml: sections[1].points[0].text.zh: '一二三四五六七八九十一二…' is a sentence of 50 characters; make it two, of at most 40",
    ]);
  });
});
