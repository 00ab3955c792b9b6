import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { foldText } from '../../src/notice/fold.js';
import { readRecords } from '../../src/registry/read-records.js';
import { INTENTS } from '../../src/registry/vocabulary.js';
import { recordedRegistry } from '../recorded-registry.js';

const intents = readRecords(readDataFiles()).records.single['data/lists/intents.yaml']?.intents ?? [];
const registry = recordedRegistry();
const intentOf = (text: string): string | null => registry.intent(foldText(text).text);

describe('what people say to the bot', () => {
  it('holds every intent that the conversation knows, once', () => {
    expect(intents.map(({ id }) => id).sort()).toEqual([...INTENTS].sort());
  });

  it.each(intents.flatMap(({ id, examples }) => examples.match.map((text) => [id, text] as const)))(
    '%s: match %s',
    (id, text) => {
      expect(intentOf(text)).toBe(id);
    },
  );

  it.each(intents.flatMap(({ id, examples }) => examples.no_match.map((text) => [id, text] as const)))(
    '%s: no match %s',
    (id, text) => {
      expect(intentOf(text)).not.toBe(id);
    },
  );

  it('writes phrases as a folded message holds them', () => {
    const unfolded = intents
      .flatMap(({ phrases, unless }) => [...phrases, ...unless])
      .filter((phrase) => phrase.split('…').some((part) => foldText(part).text !== part.trim()));
    expect(unfolded).toEqual([]);
  });

  it('takes no long message for one of them', () => {
    expect(intentOf(`${'谢谢您'.repeat(30)}`)).toBeNull();
  });
});
