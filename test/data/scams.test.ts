import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { foldText } from '../../src/notice/fold.js';
import { compilePattern, createPatternMatcher } from '../../src/registry/patterns.js';
import { type ScamRecord, scamRecord } from '../../src/registry/records.js';
import type { PatternHit } from '../../src/registry/types.js';

const FOLDER = new URL('../../data/scams/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const read = (file: string): ScamRecord => scamRecord.parse(parse(readFileSync(new URL(file, FOLDER), 'utf8')));
const records = files.map(read);
const byId = new Map(records.map((record) => [record.id, record] as const));
const matcher = createPatternMatcher(records.map(compilePattern));

const hits = (text: string): PatternHit[] => matcher.match(foldText(text));
const hitOf = (id: string, text: string): PatternHit | undefined => hits(text).find(({ patternId }) => patternId === id);

/** Only words are tried here: whether a link or a number is on record is for the checks to say. */
for (const { id, examples } of records) {
  describe(`scams/${id}`, () => {
    for (const [at, { text }] of examples.match.entries()) {
      it(`scams/${id}: match ${at + 1}`, () => {
        expect(hitOf(id, text), text).toMatchObject({ warnedAgainst: false });
      });
    }
    for (const [at, { text }] of examples.weak.entries()) {
      it(`scams/${id}: weak ${at + 1}`, () => {
        expect(hitOf(id, text), text).toMatchObject({ warnedAgainst: true });
      });
    }
    for (const [at, { text }] of examples.no_match.entries()) {
      it(`scams/${id}: no_match ${at + 1}`, () => {
        expect(hitOf(id, text), text).toBeUndefined();
      });
    }
  });
}

describe('scam records', () => {
  it('are named as their file', () => {
    expect(records.map(({ id }) => `${id}.yaml`)).toEqual(files);
  });

  it('hold no phrase twice in one group, and none that another phrase of the group already contains', () => {
    const idle = records.flatMap(({ id, match }) =>
      match.all_of.flatMap(({ any_of }) =>
        any_of
          .filter((phrase, at) => any_of.some((other, i) => i !== at && phrase.includes(other)))
          .map((phrase) => `${id}: ${phrase}`),
      ),
    );
    expect(idle).toEqual([]);
  });

  it('write every phrase as the folded text will show it', () => {
    const asWritten = records.map(({ id, match }) => ({
      id,
      groups: match.all_of.map(({ any_of }) => any_of),
      noneOf: match.none_of,
    }));
    expect(records.map(compilePattern)).toEqual(asWritten);
  });

  it('let no phrase of none_of undo one of the record’s own groups', () => {
    const undone = records.flatMap(({ id, match }) =>
      match.all_of
        .filter(({ any_of }) => any_of.every((phrase) => match.none_of.some((no) => phrase.includes(no))))
        .map(() => id),
    );
    expect(undone).toEqual([]);
  });

  it('write examples with numbers and hosts that nobody holds', () => {
    const real = records.flatMap(({ id, examples }) =>
      [...examples.match, ...examples.weak, ...examples.no_match]
        .filter(({ text }) => /(?<!\d)1(?!54)[3-9]\d{9}(?!\d)|\b[a-z0-9-]+\.(?:com|cn|net|top|cc|vip|xyz)\b/i.test(text))
        .map(({ text }) => `${id}: ${text}`),
    );
    expect(real).toEqual([]);
  });
});

interface Genuine {
  readonly kind: string;
  readonly text: string;
  readonly held_by_hook?: readonly string[];
}
const corpus = parse(readFileSync(new URL('../corpus/genuine.yaml', import.meta.url), 'utf8')) as {
  messages: readonly Genuine[];
};

/** Ids of strong and decisive patterns whose words stand in a text outside any warning. */
function strongIn(text: string): string[] {
  return hits(text)
    .filter(
      ({ patternId, warnedAgainst }) => !warnedAgainst && ['strong', 'decisive'].includes(byId.get(patternId)?.strength ?? ''),
    )
    .map(({ patternId }) => patternId)
    .sort();
}

describe('genuine messages', () => {
  for (const [at, { kind, text, held_by_hook = [] }] of corpus.messages.entries()) {
    it(`hold no strong pattern: ${at + 1}, ${kind}`, () => {
      expect(strongIn(text), text).toEqual([...held_by_hook].sort());
    });
  }

  it('are spared by a hook where they hold the words of a strong pattern', () => {
    const unhooked = corpus.messages.flatMap(({ held_by_hook = [] }) => held_by_hook).filter((id) => !byId.get(id)?.match.hook);
    expect(unhooked).toEqual([]);
  });
});
