import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/notice/fold.js';
import { type CompiledPattern, compilePattern, createPatternMatcher } from '../../src/registry/patterns.js';
import { scamRecord } from '../../src/registry/records.js';

const pattern = (id: string, groups: readonly (readonly string[])[], noneOf: readonly string[] = []): CompiledPattern => ({
  id,
  groups,
  noneOf,
});
const ids = (patterns: readonly CompiledPattern[], text: string): string[] =>
  createPatternMatcher(patterns)
    .match(foldText(text))
    .map(({ patternId }) => patternId);

const FEE = pattern('fee', [
  ['解冻金', '保证金'],
  ['放款', '提现'],
]);

describe('pattern matcher', () => {
  it('needs one phrase of every group, in any order and any sentence', () => {
    expect(ids([FEE], '先交保证金，然后放款')).toEqual(['fee']);
    expect(ids([FEE], '放款以后再说。解冻金另算')).toEqual(['fee']);
    expect(ids([FEE], '先交保证金')).toEqual([]);
    expect(ids([FEE], '')).toEqual([]);
  });

  it('is stopped by any phrase of none_of, before or after the others', () => {
    const guarded = pattern('guarded', FEE.groups, ['招标']);
    expect(ids([guarded], '放款前交保证金')).toEqual(['guarded']);
    expect(ids([guarded], '招标：放款前交保证金')).toEqual([]);
    expect(ids([guarded], '放款前交保证金，招标用')).toEqual([]);
  });

  it('answers in the order of the patterns given, each once', () => {
    const words = pattern('words', [['放款']]);
    expect(ids([words, FEE], '保证金保证金放款放款')).toEqual(['words', 'fee']);
    expect(ids([FEE, words], '放款放款保证金')).toEqual(['fee', 'words']);
  });

  it('keeps nothing from one text to the next', () => {
    const matcher = createPatternMatcher([FEE, pattern('gap', [['加…微信']])]);
    expect(matcher.match(foldText('保证金，加'))).toEqual([]);
    expect(matcher.match(foldText('放款，微信'))).toEqual([]);
  });

  it('reads text in the way in which it was folded: full width, traditional, spaced', () => {
    expect(ids([FEE], '請先繳納解 凍 金，隨後放款')).toEqual(['fee']);
    expect(ids([pattern('app', [['下载app']])], '下载ＡＰＰ')).toEqual(['app']);
  });
});

describe('a gap in a phrase', () => {
  const gap = [pattern('gap', [['加…微信']])];

  it('bridges up to twelve characters, and none at all', () => {
    expect(ids(gap, '加微信')).toEqual(['gap']);
    expect(ids(gap, '加我们客服专员的微信')).toEqual(['gap']);
    expect(ids(gap, `加${'一'.repeat(12)}微信`)).toEqual(['gap']);
    expect(ids(gap, `加${'一'.repeat(13)}微信`)).toEqual([]);
  });

  it('does not reach across the end of a sentence', () => {
    for (const end of ['。', '！', '？', '；', '!', '?', ';', '\n']) expect(ids(gap, `请加${end}微信`)).toEqual([]);
    expect(ids(gap, '请加，微信')).toEqual(['gap']);
  });

  it('starts from the nearest first part', () => {
    expect(ids(gap, `加${'一'.repeat(20)}加我微信`)).toEqual(['gap']);
  });

  it('needs the parts in order', () => {
    expect(ids(gap, '微信请加')).toEqual([]);
    expect(ids([pattern('same', [['转…转']])], '转')).toEqual([]);
    expect(ids([pattern('same', [['转…转']])], '转一转')).toEqual(['same']);
  });

  it('may stand more than once in a phrase', () => {
    const twice = [pattern('twice', [['以…名义…转账']])];
    expect(ids(twice, '以客服名义让人转账')).toEqual(['twice']);
    expect(ids(twice, '以客服让人转账名义')).toEqual([]);
  });
});

describe('where a hit points', () => {
  it('is the longest phrase, as an offset of the folded text', () => {
    const text = '放款前请先缴纳解冻金';
    const [hit] = createPatternMatcher([pattern('p', [['放款'], ['缴纳解冻金']])]).match(foldText(text));
    expect(text.slice(hit?.start, hit?.end)).toBe('缴纳解冻金');
  });

  it('is outside the warning when there is such a place', () => {
    const text = '谨防安全账户骗局。请将钱转入安全账户';
    const [hit] = createPatternMatcher([pattern('p', [['安全账户']])]).match(foldText(text));
    expect(hit).toMatchObject({ warnedAgainst: false, start: text.lastIndexOf('安全账户') });
  });

  it('spans a gap from its first part to its last', () => {
    const text = '请加王经理微信办理';
    const [hit] = createPatternMatcher([pattern('p', [['加…微信']])]).match(foldText(text));
    expect(text.slice(hit?.start, hit?.end)).toBe('加王经理微信');
  });
});

describe('a hit inside a warning', () => {
  const warned = (text: string): boolean | undefined => createPatternMatcher([FEE]).match(foldText(text))[0]?.warnedAgainst;

  it('is told from one outside', () => {
    expect(warned('谨防放款前要求先交解冻金的骗局')).toBe(true);
    expect(warned('放款前请先交解冻金')).toBe(false);
  });

  it('counts as warned when any group stands only under warnings', () => {
    expect(warned('正规机构放款，不会要求您交保证金')).toBe(true);
  });

  it('is a full hit when the warning stands in another sentence', () => {
    expect(warned('谨防诈骗！放款前请缴纳保证金')).toBe(false);
    expect(warned('凡是要求交保证金的都是诈骗。您的贷款已放款，请缴纳保证金激活')).toBe(false);
  });

  it('is a full hit when the order only belongs to the lure', () => {
    expect(warned('请勿告诉他人，缴纳保证金即可放款')).toBe(false);
    expect(warned('切勿超时，缴纳保证金即可放款')).toBe(false);
  });
});

describe('compiling a record', () => {
  const record = scamRecord.parse({
    id: 'sample',
    title: '样例',
    title_en: 'Sample',
    family: 'payment',
    status: 'trial',
    strength: 'weak',
    match: { all_of: [{ any_of: ['下载 APP', '帳號…轉帳', '下載ａｐｐ', '下载app'] }], none_of: ['Ｑ币'] },
    why: { zh: '样例', en: 'Sample' },
    advice: { zh: '样例', en: 'Sample' },
    sources: {},
    added: '2026-11-21',
    checked: '2026-11-21',
    false_positive_notes: ['样例里没有真实短信会命中。'],
    examples: {
      match: [
        { origin: 'invented', text: '下载APP' },
        { origin: 'invented', text: '下载 app' },
      ],
      weak: [{ origin: 'invented', text: '谨防下载APP' }],
      no_match: [
        { origin: 'invented', text: '你好' },
        { origin: 'invented', text: '再见' },
      ],
    },
  });

  it('folds every phrase part by part and drops what becomes equal', () => {
    expect(compilePattern(record)).toEqual({ id: 'sample', groups: [['下载 app', '账号…转账', '下载app']], noneOf: ['q币'] });
  });
});

describe('any patterns on any text', () => {
  /** The plain way: a phrase as a regular expression. */
  const stands = (phrase: string, text: string): boolean =>
    new RegExp(phrase.split('…').join('[^。！？!?；;\\n]{0,12}')).test(text);

  it('are complete exactly when every group stands and none_of does not', () => {
    const word = fc.constantFrom('甲', '乙', '甲乙', '乙丙', '丙', '丁戊', '戊');
    const phrase = fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('…'));
    const patterns = fc.array(
      fc.record({
        groups: fc.array(fc.array(phrase, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        noneOf: fc.array(phrase, { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '。', '一二三四'), { maxLength: 25 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(patterns, text, (shapes, given) => {
        const all = shapes.map(({ groups, noneOf }, at) => pattern(`p${at}`, groups, noneOf));
        const expected = all
          .filter(
            ({ groups, noneOf }) =>
              groups.every((any) => any.some((one) => stands(one, given))) && !noneOf.some((one) => stands(one, given)),
          )
          .map(({ id }) => id);
        expect(ids(all, given)).toEqual(expected);
      }),
      { seed: 20261121, numRuns: 1_000 },
    );
  });

  it('refuses a pattern with more groups than there are bits', () => {
    const groups = Array.from({ length: 32 }, (_, at) => [`词${at}`]);
    expect(() => createPatternMatcher([pattern('wide', groups)])).toThrow('wide: has more than 31 groups');
    expect(ids([pattern('full', groups.slice(1))], groups.flat().join('，'))).toEqual(['full']);
  });
});
