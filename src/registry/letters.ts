import type { RuleSource } from './conduct.js';
import type { LetterRecord, PassageRecord } from './letter-records.js';
import type { Answer, Doubt, LetterFact, LetterId, LetterQuestionId, Writer, WriterBlank } from './letter-vocabulary.js';
import type { PlatformKind } from './records.js';
import type { BothLanguages, ConductTopic } from './vocabulary.js';

/** When a passage stands in a letter; null: always. */
export interface PassageCondition {
  readonly writers: readonly Writer[] | null;
  readonly doubts: readonly Doubt[] | null;
  readonly askedToStop: readonly Answer[] | null;
  readonly kinds: readonly PlatformKind[] | null;
}

/** One sentence or two of a letter, with what it rests on. */
export interface Passage {
  readonly text: BothLanguages;
  readonly when: PassageCondition;
  readonly tick: boolean;
  readonly rules: readonly string[];
  readonly sources: readonly RuleSource[];
}

/** What one letter says, before it is filled with the facts of a case. */
export interface LetterTemplate {
  readonly id: LetterId;
  readonly name: BothLanguages;
  readonly purpose: BothLanguages;
  readonly title: BothLanguages;
  readonly titleDoubted: BothLanguages;
  readonly addressee: BothLanguages;
  readonly writer: readonly WriterBlank[];
  readonly opening: readonly Passage[];
  readonly facts: readonly LetterFact[];
  readonly factBlanks: readonly BothLanguages[];
  readonly breaches: {
    readonly lead: readonly Passage[];
    /** Null: all. */
    readonly topics: readonly ConductTopic[] | null;
    readonly policeOnly: boolean;
    readonly extra: readonly Passage[];
  } | null;
  readonly requests: readonly Passage[];
  readonly closing: readonly Passage[];
  readonly evidence: readonly Passage[];
  readonly handIn: readonly Passage[];
  readonly handInToPlatform: boolean;
  readonly asks: readonly LetterQuestionId[];
}

const compilePassage =
  (sources: LetterRecord['sources']) =>
  ({ text, when, tick, rules, sources: named }: PassageRecord): Passage => ({
    text,
    when: {
      writers: when.writers ?? null,
      doubts: when.doubts ?? null,
      askedToStop: when.asked_to_stop ?? null,
      kinds: when.kinds ?? null,
    },
    tick,
    rules,
    sources: named.flatMap((id) => {
      const source = sources[id];
      if (!source?.shown) return [];
      return [{ title: source.title, publisher: source.publisher ?? null, url: source.url ?? null, seen: source.seen }];
    }),
  });

function compileBreaches({ breaches, sources }: LetterRecord): LetterTemplate['breaches'] {
  if (!breaches) return null;
  const compiled = compilePassage(sources);
  return {
    lead: breaches.lead.map(compiled),
    topics: breaches.topics ?? null,
    policeOnly: breaches.police_only,
    extra: breaches.extra.map(compiled),
  };
}

/** Turns a record of data/letters/ into the form that a checker loads. It must have passed `checkLetters`. */
export function compileLetter(record: LetterRecord): LetterTemplate {
  const compiled = compilePassage(record.sources);
  return {
    id: record.id,
    name: record.name,
    purpose: record.purpose,
    title: record.title,
    titleDoubted: record.title_doubted ?? record.title,
    addressee: record.addressee,
    writer: record.writer,
    opening: record.opening.map(compiled),
    facts: record.facts,
    factBlanks: record.fact_blanks,
    breaches: compileBreaches(record),
    requests: record.requests.map(compiled),
    closing: record.closing.map(compiled),
    evidence: record.evidence.map(compiled),
    handIn: record.hand_in.map(compiled),
    handInToPlatform: record.hand_in_to_platform,
    asks: record.asks,
  };
}

/** The letters of a snapshot by their id. */
export const lettersById = (letters: readonly LetterTemplate[]): ReadonlyMap<LetterId, LetterTemplate> =>
  new Map(letters.map((letter) => [letter.id, letter] as const));
