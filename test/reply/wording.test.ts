import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BUTTONS } from '../../src/reply/buttons.js';
import { checkWording, wordingIn } from '../../src/reply/wording.js';
import { VERDICTS } from '../../src/verdict/types.js';
import { readSourceTree } from '../structure/source-tree.js';
import { realRegistry, scamIds } from './records.js';

const registry = realRegistry();
const zh = registry.wording('zh');
const en = registry.wording('en');
const LANGUAGES = [
  ['zh', zh],
  ['en', en],
] as const;

const tree = readSourceTree();
const under = (...folders: string[]): string =>
  [...tree].flatMap(([path, source]) => (folders.some((folder) => path.startsWith(folder)) ? [source] : [])).join('\n');

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** Members of `type Name = 'a' | 'b'`, wherever it is declared. */
function membersOf(type: string): string[] {
  const declared = new RegExp(`type ${type} =([^;]+);`).exec([...tree.values()].join('\n'))?.[1] ?? '';
  return matches(declared, /'([a-z_]+)'/g);
}

const findingIds = [
  ...matches(
    under('src/checks/identity/', 'src/checks/lure/', 'src/checks/community.ts'),
    /'((?:link|number|sender|signature|lure|community)\.[a-z0-9.-]+[a-z0-9])'/g,
  ),
  ...membersOf('LikenessKind').map((kind) => `link.lookalike.${kind.replaceAll('_', '-')}`),
];

const missingFrom = (keys: readonly string[]): string[] =>
  LANGUAGES.flatMap(([language, sentences]) =>
    [...new Set(keys)].filter((key) => !(key in sentences)).map((key) => `${language}: ${key}`),
  );

describe('the wording', () => {
  it('has a sentence for every finding that a check gives', () => {
    expect(findingIds.length).toBeGreaterThan(45);
    expect(missingFrom(findingIds.map((id) => `finding.${id}`))).toEqual([]);
  });

  it('has a sentence for no finding that no check gives', () => {
    const known = new Set(findingIds.map((id) => `finding.${id}`));
    const ofChecks = Object.keys(zh).filter((key) => key.startsWith('finding.') && !key.startsWith('finding.pattern'));
    expect(ofChecks.filter((key) => !known.has(key.replace(/\.(?:bare|again)$/, '')))).toEqual([]);
  });

  it('has a sentence for every decision', () => {
    const decisions = matches(under('src/verdict/'), /\bid: '([a-z-]+)'/g);
    expect(decisions).toContain('nothing-decisive');
    expect(missingFrom(decisions.map((id) => `decision.${id}`))).toEqual([]);
  });

  it('has a headline and a title for every verdict', () => {
    const verdicts = VERDICTS.filter((verdict) => verdict !== 'not_a_notice');
    expect(missingFrom(verdicts.map((verdict) => `headline.${verdict}`))).toEqual([]);
    expect(missingFrom(VERDICTS.map((verdict) => `title.why.${verdict}`))).toEqual([]);
  });

  it('has a headline and a lead for every character that is no notice', () => {
    const characters = membersOf('Character').filter((name) => name !== 'notice' && name !== 'transaction');
    expect(characters).toContain('empty');
    expect(missingFrom(characters.flatMap((name) => [`headline.not_a_notice.${name}`, `lead.not_a_notice.${name}`]))).toEqual([]);
  });

  it('has a text for every question and every button', () => {
    const asks = membersOf('Ask').filter((ask) => ask !== 'none');
    expect(asks).toContain('sender');
    expect(asks.filter((ask) => !(ask in BUTTONS))).toEqual([]);
    expect(missingFrom(asks.map((ask) => `ask.${ask}`))).toEqual([]);
    expect(missingFrom(Object.values(BUTTONS).flatMap((ids) => ids.map((id) => `button.${id}`)))).toEqual([]);
  });

  it('has every sentence that some code asks for by name', () => {
    const asked = [
      ...matches(under('src/reply/'), /wording\.(?:text|lines?)\(\s*'([^'$]+)'/g),
      ...matches(under('src/'), /wording(?:\('[a-z]+'\))?\['([^']+)'\]/g),
      ...matches(under('src/reply/steps.ts'), /'(step\.[a-z_]+)'/g),
    ];
    expect(asked).toContain('says.nobody');
    expect(missingFrom(asked)).toEqual([]);
  });

  it('has the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('is complete: no reply meets a missing sentence or value', () => {
    expect(checkWording(registry)).toEqual([]);
  });

  it('never calls anything safe', () => {
    const offenders = LANGUAGES.flatMap(([language, sentences]) =>
      Object.entries(sentences)
        .filter(([, text]) => /安全|放心|没问题|\bsafe|\btrust/i.test(text))
        .map(([key]) => `${language}: ${key}`),
    );
    expect(offenders).toEqual([]);
  });

  it('holds no telephone number and no address: those come from records with a source', () => {
    const offenders = LANGUAGES.flatMap(([language, sentences]) =>
      Object.entries(sentences)
        .filter(([, text]) => /\d{3,}|\w\.\w/.test(text.replace(/Article \d+/g, '')))
        .map(([key]) => `${language}: ${key}`),
    );
    expect(offenders).toEqual([]);
  });

  it('keeps every Chinese sentence within 40 characters', () => {
    const sentences = Object.entries(zh).flatMap(([key, text]) =>
      text.split(/[。！？\n]/).map((sentence) => ({ key, sentence })),
    );
    // A value stands for about six characters: a name, a short quote, a day.
    const lengthOf = (sentence: string): number =>
      [...sentence.replace(/\{[a-z]+\}/g, '其中一个内容')].filter((c) => /\p{L}|\p{N}/u.test(c)).length;
    const long = sentences.filter(({ sentence }) => lengthOf(sentence) > 40);
    expect(long.map(({ key, sentence }) => `${key}: ${sentence}`)).toEqual([]);
  });

  it('keeps every English sentence within 30 words', () => {
    const sentences = Object.entries(en).flatMap(([key, text]) =>
      text.split(/[.!?]\s|\n/).map((sentence) => ({ key, sentence })),
    );
    const long = sentences.filter(({ sentence }) => sentence.split(/\s+/).length > 30);
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it('writes English without Chinese characters and marks', () => {
    expect(
      Object.entries(en)
        .filter(([, text]) => /[\u3000-\u9fff\uff00-\uffef]/.test(text))
        .map(([key]) => key),
    ).toEqual([]);
  });
});

describe('the reasons and advice of the scam patterns', () => {
  it('name no number that is not on record with a tier that may be shown', () => {
    const isOnRecord = (number: string): boolean =>
      registry.number(number).contacts.some(({ status, tier }) => status === 'current' && tier !== 'unverified');
    const offenders = scamIds().flatMap((id) => {
      const why = registry.pattern(id)?.why;
      const numbers = why ? (`${why.zh} ${why.en}`.match(/\d{5,}/g) ?? []) : [];
      return numbers.filter((number) => !isOnRecord(number)).map((number) => `${id}: ${number}`);
    });
    expect(offenders).toEqual([]);
  });

  it('end like sentences in both languages', () => {
    const offenders = scamIds().flatMap((id) => {
      const pattern = registry.pattern(id);
      const texts = pattern ? [pattern.why.zh, pattern.why.en, pattern.advice.zh, pattern.advice.en] : [];
      return texts.every((text) => /[。！？.!?”"]$/.test(text)) ? [] : [id];
    });
    expect(offenders).toEqual([]);
  });
});

describe('checkWording', () => {
  const withSentences = (changes: Record<string, string | undefined>) => {
    const sentences = Object.fromEntries(
      Object.entries({ ...zh, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return { ...registry, wording: (language: 'zh' | 'en') => (language === 'zh' ? sentences : en) };
  };

  it('names a sentence that is missing', () => {
    expect(checkWording(withSentences({ 'finding.link.userinfo': undefined }))).toEqual(['zh: finding.link.userinfo']);
  });

  it('names a value that no reply fills', () => {
    expect(checkWording(withSentences({ 'finding.link.userinfo': '链接{hots}' }))).toEqual([
      'zh: finding.link.userinfo: a value for {hots}',
    ]);
  });

  it('asks for a shorter sentence where a value may be missing', () => {
    expect(checkWording(withSentences({ 'finding.link.not-the-platforms.bare': undefined }))).toEqual([
      'zh: finding.link.not-the-platforms.bare',
    ]);
  });

  it('names a shorter sentence that needs what may be missing', () => {
    expect(checkWording(withSentences({ 'finding.link.not-the-platforms.bare': '链接{host}，{official}' }))).toEqual([
      'zh: finding.link.not-the-platforms.bare: a value for {official}',
    ]);
  });
});

describe('wordingIn', () => {
  const { line, lines, text } = wordingIn(
    { ...registry, wording: () => parse('a: "你好{name}"\nb: 你好\nc: "一\\n二{name}"') },
    'zh',
  );

  it('falls back on a sentence that can be filled', () => {
    expect(line(['a', 'b'])).toEqual([{ kind: 'text', text: '你好' }]);
    expect(text('a', { name: '您' })).toBe('你好您');
  });

  it('leaves a sentence out rather than show a hole', () => {
    expect(line('a')).toEqual([]);
    expect(line('missing')).toEqual([]);
    expect(lines('c')).toEqual([[{ kind: 'text', text: '一' }]]);
  });

  it('keeps the pieces that fill a sentence', () => {
    expect(line('a', { name: [{ kind: 'quote', text: 'x' }] })).toEqual([
      { kind: 'text', text: '你好' },
      { kind: 'quote', text: 'x' },
    ]);
  });
});
