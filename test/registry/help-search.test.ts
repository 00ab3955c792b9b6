import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readAloud } from '../../src/commands/pinyin.js';
import { readDataFiles } from '../../src/data-files.js';
import { compileSnapshot } from '../../src/registry/compile.js';
import type { HelpMatch } from '../../src/registry/help-search.js';
import { createRegistry } from '../../src/registry/registry.js';
import { MENU, registryWith, SAMPLES } from '../help-samples.js';

/** As the build compiles them: with the readings by which misspelt words are found. */
const { help } = createRegistry(compileSnapshot(readDataFiles(), '2099-12-31', readAloud));

interface Row {
  readonly ask: string;
  readonly lang: 'zh' | 'en';
  /** Texts of which each is a fair answer; none where none should answer. */
  readonly ids: readonly string[];
}

const rows: readonly Row[] = (
  parse(readFileSync(new URL('faq-questions.yaml', import.meta.url), 'utf8')) as {
    ask: string;
    lang: 'zh' | 'en';
    id: string | string[] | null;
  }[]
).map(({ ask, lang, id }) => ({ ask, lang, ids: id === null ? [] : [id].flat() }));

/** FNV-1a, to deal the rows out: the same third on every machine, whatever their order. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}

/** The third that no figure of the search was chosen on. */
const heldOut = rows.filter(({ ask }) => hashOf(ask) % 3 === 0);

const offered = (match: HelpMatch): readonly string[] =>
  match.kind === 'sure' ? [match.id] : match.kind === 'unsure' ? match.ids : [];

interface Figures {
  /** One text given, and it answers. */
  readonly sureAndRight: number;
  /** One text given, and it answers something else. */
  readonly sureButWrong: number;
  /** A right one given or among the three offered. */
  readonly found: number;
  /** Of questions that no text answers: something was given or offered all the same. */
  readonly offTopic: number;
}

function figuresOf(asked: readonly Row[]): Figures {
  const answered = asked.map((row) => {
    const match = help.search(row.ask, row.lang);
    return { ...row, match, right: offered(match).some((id) => row.ids.includes(id)) };
  });
  const on = answered.filter(({ ids }) => ids.length > 0);
  const off = answered.filter(({ ids }) => ids.length === 0);
  const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length;
  return {
    sureAndRight: share(
      on.filter(({ match, right }) => match.kind === 'sure' && right),
      on,
    ),
    sureButWrong: share(
      on.filter(({ match, right }) => match.kind === 'sure' && !right),
      on,
    ),
    found: share(
      on.filter(({ right }) => right),
      on,
    ),
    offTopic: share(
      off.filter(({ match }) => match.kind !== 'none'),
      off,
    ),
  };
}

describe('the search for a help text', () => {
  it('answers paraphrases that stand in no record', () => {
    const figures = figuresOf(rows);
    expect(figures.sureAndRight).toBeGreaterThanOrEqual(0.78);
    expect(figures.sureButWrong).toBeLessThanOrEqual(0.015);
    expect(figures.found).toBeGreaterThanOrEqual(0.96);
    expect(figures.offTopic).toBeLessThanOrEqual(0.04);
  });

  it('answers those about as well that none of its figures was chosen on', () => {
    expect(heldOut.length).toBeGreaterThan(60);
    const figures = figuresOf(heldOut);
    expect(figures.sureAndRight).toBeGreaterThanOrEqual(0.78);
    expect(figures.sureButWrong).toBeLessThanOrEqual(0.036);
    expect(figures.found).toBeGreaterThanOrEqual(0.92);
    expect(figures.offTopic).toBeLessThanOrEqual(0.067);
  });

  it('finds every text by its own title', () => {
    for (const language of ['zh', 'en'] as const) {
      const lost = help.all().filter(({ id, title }) => {
        const match = help.search(title[language], language);
        return match.kind !== 'sure' || match.id !== id;
      });
      expect(lost.map(({ id }) => `${language} ${id}`)).toEqual([]);
    }
  });

  it('reads a question in the language that it is written in, whatever its reader chose', () => {
    expect(help.search('怎么查信用报告', 'en')).toEqual({ kind: 'sure', id: 'credit-report' });
    expect(help.search('how do I complain', 'zh')).toEqual(help.search('how do I complain', 'en'));
  });

  it('takes a keyword alone for a question about it', () => {
    const keywords = help
      .all()
      .flatMap(({ id }) => (help.guide(id) ?? help.interview(id) ?? help.faq(id))?.search.keywords.zh ?? []);
    expect(keywords.length).toBeGreaterThan(100);
    expect(keywords.filter((keyword) => help.search(keyword, 'zh').kind === 'none')).toEqual([]);
    expect(help.search('12378', 'zh').kind).not.toBe('none');
  });

  it('minds no spaces, marks, width or traditional characters', () => {
    const match = help.search('怎么查信用报告', 'zh');
    for (const same of ['怎么查信用报告？', ' 怎么 查 信用 报告 ', '怎麼查信用報告！！'])
      expect(help.search(same, 'zh')).toEqual(match);
  });

  it('finds a word that pinyin spelt with other characters', () => {
    const spelt = offered(help.search('催收能翻我的通讯录吗', 'zh'));
    expect(offered(help.search('催收能翻我的通迅录吗', 'zh'))[0]).toBe(spelt[0]);
  });

  it('answers nothing to what is no question of its own', () => {
    for (const text of ['', '   ', '？？？', '你好', '谢谢', '今天星期几', '滚', 'hello there', '😀😀', '1+1', 'ok'])
      expect([text, help.search(text, 'zh')]).toEqual([text, { kind: 'none' }]);
  });

  it('takes a story or a whole message for no question', () => {
    expect(help.search('怎么查信用报告'.repeat(40), 'zh')).toEqual({ kind: 'none' });
  });

  it('offers one to three texts that exist, whatever is typed, and the same again', () => {
    const words = fc.constantFrom(...rows.map(({ ask }) => ask), '催收', 'debt', '🙂', '\u202e', '\n', '{line:110}', '__proto__');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(words, { maxLength: 4 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('zh' as const, 'en' as const), (asked, language) => {
        const match = help.search(asked, language);
        const ids = offered(match);
        expect(ids.length).toBeLessThanOrEqual(3);
        expect(ids.length > 0).toBe(match.kind !== 'none');
        expect(ids.filter((id) => !help.topic(id))).toEqual([]);
        expect(help.search(asked, language)).toEqual(match);
      }),
      { numRuns: 300 },
    );
  });

  it('takes an alias of a text for the text, and offers its keywords', () => {
    const samples = registryWith(...SAMPLES, MENU).help;
    expect(samples.search('别人欠债，为什么找我？', 'zh')).toEqual({ kind: 'sure', id: 'sample-guide' });
    expect(samples.search('When will the texts stop?', 'en')).toEqual({ kind: 'sure', id: 'sample-question' });
  });
});

describe('the questions that the search is measured on', () => {
  it('name texts that exist, and each stands once', () => {
    expect(rows.flatMap(({ ids }) => ids).filter((id) => !help.topic(id))).toEqual([]);
    expect(new Set(rows.map(({ ask }) => ask)).size).toBe(rows.length);
  });

  it('stand in no record word for word: they would only show that a phrase finds itself', () => {
    const phrases = new Set(
      help.all().flatMap(({ id, title }) => {
        const search = (help.guide(id) ?? help.interview(id) ?? help.faq(id))?.search;
        return [title.zh, title.en, ...(search?.aliases.zh ?? []), ...(search?.aliases.en ?? [])];
      }),
    );
    expect(rows.filter(({ ask }) => phrases.has(ask)).map(({ ask }) => ask)).toEqual([]);
  });
});
