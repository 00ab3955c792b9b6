import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { citationStrength } from '../../src/registry/conduct.js';
import type { PhraseGroupRecord } from '../../src/registry/conduct-records.js';
import { readRecords } from '../../src/registry/read-records.js';
import { CONDUCT_TOPICS } from '../../src/registry/vocabulary.js';
import { judge } from '../checks/conduct/judge.js';
import { recordedRegistry } from '../recorded-registry.js';

const { records } = readRecords(readDataFiles());
const instruments = records.conduct;
const rules = instruments.flatMap((instrument) => instrument.rules.map((rule) => ({ ...rule, instrument })));
const { conduct } = recordedRegistry();
const phrases = records.single['data/conduct/phrases.yaml'];
if (!phrases) throw new Error('no phrases');
const groups = Object.entries(phrases.topics).flatMap(([topic, list]) =>
  list.map((group): [string, PhraseGroupRecord] => [topic, group]),
);

describe('the rules on collection', () => {
  it('are 168, each with an id of its own', () => {
    expect(rules).toHaveLength(168);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(168);
  });

  it('are short and plain: one or two sentences, in both languages, without English in the Chinese', () => {
    const long = rules.filter(({ summary }) => summary.zh.length > 75 || summary.en.length > 190).map(({ id }) => id);
    expect(long).toEqual([]);
    const foreign = rules
      .filter(({ summary }) => /[a-z]{2,}/i.test(summary.zh) || /\p{Script=Han}/u.test(summary.en))
      .map(({ id }) => id);
    expect(foreign).toEqual([]);
  });

  it('give no article of the two texts that were not found in full', () => {
    const numbered = rules.filter(({ instrument, article }) => /^(?:gbt-45251|cba-guide-2026)$/.test(instrument.id) && article);
    expect(numbered.map(({ id }) => id)).toEqual([]);
  });

  it('cite the public-security law by its numbering of 2026', () => {
    const articles = rules
      .filter(({ instrument }) => instrument.id === 'public-security-penalties-law')
      .map(({ article }) => article?.zh ?? '');
    expect(articles.filter((article) => !/^第(?:五十|五十六|五十八|六十二)条/.test(article))).toEqual([]);
    expect(articles.some((article) => article.startsWith('第五十条'))).toBe(true);
  });

  it('say the article in English as in Chinese', () => {
    const odd = rules.filter(
      ({ article }) => article && !/^Article \d+(?:\(\d\))?(?:, paragraph \d)?(?:, item \d)?$/.test(article.en),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('show no source of unknown origin and no copy: such sources are kept as evidence only', () => {
    const shown = instruments.flatMap(({ id, sources }) =>
      Object.entries(sources)
        .filter(([, { shown }]) => shown)
        .map(([key, source]) => ({ at: `${id}.${key}`, ...source })),
    );
    expect(shown.filter(({ kind }) => kind === 'code' || kind === 'forum').map(({ at }) => at)).toEqual([]);
    expect(shown.filter(({ title }) => title.includes('转载页')).map(({ at }) => at)).toEqual([]);
  });

  it('use every source that they list', () => {
    const unused = instruments.flatMap(({ id, rules: own, sources }) => {
      const used = new Set(own.flatMap((rule) => rule.sources));
      return Object.keys(sources)
        .filter((key) => !used.has(key))
        .map((key) => `${id}.${key}`);
    });
    expect(unused).toEqual([]);
  });

  it('that are not verified are kept, and never cited', () => {
    const unverified = conduct.rules().filter(({ tier }) => tier === 'unverified');
    expect(unverified.map(({ id }) => id).sort()).toEqual([
      'credit-rule-2021',
      'gbt45251-interval',
      'gbt45251-onsite',
      'gbt45251-sms-freq',
      'xyk-2022-13',
    ]);
    expect(unverified.map(citationStrength)).toEqual([null, null, null, null, null]);
  });

  it.each(CONDUCT_TOPICS)('can be cited for %s, with a source to show', (topic) => {
    const cited = [
      ...groups.filter(([name]) => name === topic).flatMap(([, group]) => group.rules),
      ...conduct.rulesWithoutWording(topic),
    ];
    const citable = cited
      .flatMap((id) => conduct.rule(id) ?? [])
      .filter((rule) => rule.appliesTo === null && citationStrength(rule) !== null);
    expect(citable.length).toBeGreaterThan(0);
    for (const { id, sources } of citable) expect(sources.length, id).toBeGreaterThan(0);
  });
});

/** The reader whom the group is about; a borrower where it does not matter. */
const readerOf = ({ sent_to }: PhraseGroupRecord): 'relative' | 'borrower' =>
  sent_to === undefined || sent_to.includes('debtor') ? 'borrower' : 'relative';

const examplesOf = (kind: 'breach' | 'clean') =>
  groups.flatMap(([topic, group]) =>
    group.examples[kind].map((text, at) => ({ name: `${topic}/${group.id}: ${kind} ${at + 1}`, topic, group, text })),
  );

const kindsIn = (text: string, topic: string, role: 'relative' | 'borrower'): readonly string[] =>
  judge({ text, role })
    .conduct.breaches.find((found) => found.topic === topic)
    ?.facts.kinds?.split(' ') ?? [];

describe('the wordings', () => {
  it.each(examplesOf('breach'))('$name', ({ topic, group, text }) => {
    expect(kindsIn(text, topic, readerOf(group))).toContain(group.id);
  });

  it.each(examplesOf('clean'))('$name', ({ topic, group, text }) => {
    expect(kindsIn(text, topic, readerOf(group))).not.toContain(group.id);
  });

  it('do not stand twice in one list', () => {
    const twice = groups.flatMap(([topic, { id, any_of }]) => {
      const plain = any_of.filter((entry): entry is string => typeof entry === 'string');
      return plain.filter((phrase, at) => plain.indexOf(phrase) !== at).map((phrase) => `${topic}/${id}: ${phrase}`);
    });
    expect(twice).toEqual([]);
  });
});
