import { type ConductRule, citationStrength, compileRules } from './conduct.js';
import type { Problem } from './data-error.js';
import type { LetterRecord, PassageRecord } from './letter-records.js';
import { LETTERS } from './letter-vocabulary.js';
import type { Records } from './read-records.js';
import type { BothLanguages } from './vocabulary.js';

/** One text of a letter: where it stands in the file, and whether official numbers may stand in it. */
interface LetterText {
  readonly field: string;
  readonly text: BothLanguages;
  readonly inHandIn: boolean;
}

interface PlacedPassage {
  readonly field: string;
  readonly passage: PassageRecord;
  readonly inHandIn: boolean;
}

/** Longer sentences are not read to their end. Characters of a Chinese sentence without marks. */
const LONGEST_SENTENCE = 40;
/** About what a name or a blank takes, in the count of a sentence. */
const STANDS_FOR = '其中一个内容';

const PLACEHOLDER = /\{([^{}]*)\}/g;
const LINE = /^line:(.+)$/;

function passagesOf({ opening, breaches, requests, closing, evidence, hand_in }: LetterRecord): PlacedPassage[] {
  const lists: Readonly<Record<string, readonly PassageRecord[]>> = {
    opening,
    'breaches.lead': breaches?.lead ?? [],
    'breaches.extra': breaches?.extra ?? [],
    requests,
    closing,
    evidence,
    hand_in,
  };
  return Object.entries(lists).flatMap(([list, passages]) =>
    passages.map((passage, at) => ({ field: `${list}[${at}]`, passage, inHandIn: list === 'hand_in' })),
  );
}

function textsOf(letter: LetterRecord): LetterText[] {
  const { name, purpose, title, title_doubted, addressee, fact_blanks } = letter;
  const single = { name, purpose, title, title_doubted, addressee };
  return [
    ...Object.entries(single).flatMap(([field, text]) => (text ? [{ field, text, inHandIn: false }] : [])),
    ...fact_blanks.map((text, at) => ({ field: `fact_blanks[${at}]`, text, inHandIn: false })),
    ...passagesOf(letter).map(({ field, passage, inHandIn }) => ({ field: `${field}.text`, text: passage.text, inHandIn })),
  ];
}

const lengthOf = (sentence: string): number =>
  [...sentence.replace(PLACEHOLDER, STANDS_FOR)].filter((character) => /\p{L}|\p{N}/u.test(character)).length;

function lengthFaults({ zh }: BothLanguages): string[] {
  return zh
    .split(/[。！？\n]/)
    .filter((sentence) => lengthOf(sentence) > LONGEST_SENTENCE)
    .map(
      (sentence) =>
        `a sentence of ${lengthOf(sentence)} characters (${sentence.slice(0, 10)}…); split it, ${LONGEST_SENTENCE} at most`,
    );
}

/** What may not stand between braces, and numbers that stand in the open. */
function contentFaults(text: string, inHandIn: boolean, canBeCalled: (id: string) => string | null): string[] {
  const placeholders = [...text.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => {
    const line = LINE.exec(name)?.[1];
    if (line === undefined) {
      return name === 'platform' || name === 'blank' ? [] : [`{${name}} is not known; write {platform} or {blank}`];
    }
    if (!inHandIn) return [`{${name}} stands outside hand_in; official numbers stand in hand_in only`];
    return canBeCalled(line) ?? [];
  });
  const bare = text.replace(PLACEHOLDER, '').match(/\d{3,}/)?.[0];
  return bare
    ? [...placeholders, `${bare} is a bare number; write {line:id} with the record that has it, or leave it out`]
    : placeholders;
}

/** Why `{line:id}` would show no number; null when it would. */
const callability =
  ({ platforms }: Records) =>
  (id: string): string | null => {
    const record = platforms.find((platform) => platform.id === id);
    if (!record) return `{line:${id}}: no record '${id}' under data/platforms/; name the body in words`;
    const isShown = record.contacts.some(
      ({ kind, status, tier }) => kind === 'phone' && status === 'current' && tier !== 'unverified',
    );
    return isShown ? null : `{line:${id}}: '${id}' has no current number of tier confirmed or likely; name the body in words`;
  };

/** Why a rule may not stand behind a passage; null when it may. The letter itself only names what may be named as broken. */
function ruleFault(id: string, rule: ConductRule | undefined, inHandIn: boolean): string | null {
  if (!rule) return `no rule '${id}' under data/conduct/; correct the id or leave it out`;
  const { status, tier, level } = rule;
  if (status !== 'in_force' || tier === 'unverified') return `'${id}' may not be cited (${status}, ${tier}); cite another`;
  if (rule.sources.length === 0) return `'${id}' has no source that may be shown; cite another`;
  if (inHandIn || citationStrength(rule) !== null) return null;
  return `'${id}' is no rule to cite in a letter (${level}); cite another, or tell it in hand_in`;
}

function passageFaults(letter: LetterRecord, rules: ReadonlyMap<string, ConductRule>): [field: string, message: string][] {
  const known = Object.keys(letter.sources).join(', ') || 'none';
  return passagesOf(letter).flatMap(({ field, passage, inHandIn }) => [
    ...passage.rules.flatMap((id): [string, string][] => {
      const fault = ruleFault(id, rules.get(id), inHandIn);
      return fault ? [[`${field}.rules`, fault]] : [];
    }),
    ...passage.sources
      .filter((source) => !(source in letter.sources))
      .map((source): [string, string] => [`${field}.sources`, `'${source}' is not in sources (known: ${known})`]),
  ]);
}

function textFaults(letter: LetterRecord, canBeCalled: (id: string) => string | null): [field: string, message: string][] {
  return textsOf(letter).flatMap(({ field, text, inHandIn }) => [
    ...lengthFaults(text).map((message): [string, string] => [`${field}.zh`, message]),
    ...(['zh', 'en'] as const).flatMap((language) =>
      contentFaults(text[language], inHandIn, canBeCalled).map((message): [string, string] => [`${field}.${language}`, message]),
    ),
  ]);
}

/** What no letter can show by itself: rules that may not be cited, numbers that are not on record; and sentences that run on. */
export function checkLetters(records: Records): Problem[] {
  const rules = new Map(records.conduct.flatMap(compileRules).map((rule) => [rule.id, rule] as const));
  const canBeCalled = callability(records);
  return records.letters.flatMap((letter) =>
    [...passageFaults(letter, rules), ...textFaults(letter, canBeCalled)].map(([field, message]) => ({
      file: `data/letters/${letter.id}.yaml`,
      field,
      message,
    })),
  );
}

/** Letters that a person may ask for and nobody has written. */
export function findMissingLetters({ letters }: Records): Problem[] {
  const written = new Set(letters.map(({ id }) => id));
  return LETTERS.filter((id) => !written.has(id)).map((id) => ({
    file: `data/letters/${id}.yaml`,
    field: '',
    message: 'is missing',
  }));
}
