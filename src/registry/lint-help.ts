import type { Problem } from './data-error.js';
import { type HelpText, helpFiles, splitAtLines, type TextUse, textsOf } from './help-texts.js';
import type { Records } from './read-records.js';

type Language = 'zh' | 'en';

/** Longest sentences: about what is read in one breath. Chinese characters without marks, English words. */
const LONGEST_SENTENCE = { zh: 40, en: 25 } as const;
/** What a button shows on a small phone, in characters. */
const LONGEST_LABEL: Readonly<Partial<Record<TextUse, Readonly<Record<Language, number>>>>> = {
  title: { zh: 16, en: 40 },
  question: { zh: 22, en: 60 },
  choice: { zh: 22, en: 60 },
};

/** A number on average has as many digits as this. */
const A_NUMBER = '12345';

const SENTENCE_ENDS = { zh: /[。！？；\n]/, en: /[.!?](?=["”’)]*(?:\s|$))|\n/ } as const;
const UNITS = { zh: 'characters', en: 'words' } as const;

const lengthOf = (sentence: string, language: Language): number =>
  language === 'zh'
    ? [...sentence].filter((character) => /[\p{L}\p{N}]/u.test(character)).length
    : sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function longSentences(text: string, language: Language): string[] {
  const filled = splitAtLines(text)
    .map((part, at) => (at % 2 === 0 ? part : A_NUMBER))
    .join('');
  const most = LONGEST_SENTENCE[language];
  return filled
    .split(SENTENCE_ENDS[language])
    .map((sentence) => sentence.trim())
    .filter((sentence) => lengthOf(sentence, language) > most)
    .map((sentence) => {
      const length = `${lengthOf(sentence, language)} ${UNITS[language]}`;
      return `'${[...sentence].slice(0, 12).join('')}…' is a sentence of ${length}; make it two, of at most ${most}`;
    });
}

function labelFault(text: string, use: TextUse, language: Language): string[] {
  const most = LONGEST_LABEL[use]?.[language];
  const { length } = [...text];
  return most === undefined || length <= most ? [] : [`has ${length} characters and stands on a button; write at most ${most}`];
}

const faultsOf = ({ field, use, text }: HelpText): Omit<Problem, 'file'>[] =>
  (['zh', 'en'] as const).flatMap((language) =>
    [...labelFault(text[language], use, language), ...longSentences(text[language], language)].map((message) => ({
      field: `${field}.${language}`,
      message,
    })),
  );

/** Sentences of help texts that are too long to be read, and labels that are too long for a button. */
export const findLongHelpTexts = (records: Records): Problem[] =>
  helpFiles(records).flatMap((each) =>
    textsOf(each).flatMap((text) => faultsOf(text).map((fault) => ({ file: each.file, ...fault }))),
  );
