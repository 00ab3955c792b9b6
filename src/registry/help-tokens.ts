import { foldText } from '../notice/fold.js';

/** How questions in one language are cut up: data/lists/help-words.yaml, folded. */
export interface LanguageWords {
  /** Words that mean the same, a group each. */
  readonly same: readonly (readonly string[])[];
  /** Words that tell nothing of what a question is about. */
  readonly plain: readonly string[];
}

/** What a question is matched by. */
export interface Tokens {
  readonly all: ReadonlySet<string>;
  /** Those that tell what it is about: whoever shares none of them with a text does not ask for it. */
  readonly telling: ReadonlySet<string>;
}

export type Tokenizer = (text: string) => Tokens;

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
/** Endings that a word has in one question and not in another: texts, texted, texting. */
const ENDINGS = /^(.{3,})(?:ing|ed|es|s)$/;

const stem = (word: string): string => ENDINGS.exec(word)?.[1] ?? word;

const pairsIn = (parts: readonly string[], between: string): string[] =>
  parts.slice(1).map((part, at) => `${parts[at]}${between}${part}`);

/** What is compared when a question is word for word a title or an alias: folded letters and digits alone. */
export const bareQuestion = (text: string): string => foldText(text).text.replace(/[^\p{L}\p{N}]/gu, '');

const signOf = (group: number): string => `#${group}`;

const tokens = (all: readonly string[], telling: readonly string[]): Tokens => ({
  all: new Set([...all, ...telling]),
  telling: new Set(telling),
});

/**
 * Cuts Chinese, which is written without spaces, into characters and pairs of neighbours, and adds a sign for every group of
 * which a word stands in the text. Single characters find a word that is written otherwise, and tell little alone.
 */
export function chineseTokenizer({ same, plain }: LanguageWords): Tokenizer {
  const signs = same.flatMap((words, group) => words.map((word) => [word, signOf(group)] as const));
  const untelling = new Set(plain.flatMap((word) => pairsIn([...word], '')));
  return (text) => {
    const folded = foldText(text).text;
    const runs = (folded.match(RUNS) ?? []).map((run) => (HAN.test(run) ? [...run] : [run]));
    const pairs = runs.flatMap((run) => (run.length > 1 ? pairsIn(run, '') : HAN.test(run[0] ?? '') ? [] : run));
    const found = signs.flatMap(([word, sign]) => (folded.includes(word) ? [sign] : []));
    return tokens([...runs.flat(), ...pairs], [...pairs.filter((pair) => !untelling.has(pair)), ...found]);
  };
}

/** Cuts English into words without their endings and pairs of neighbours, and adds a sign for every group with such a word. */
export function englishTokenizer({ same, plain }: LanguageWords): Tokenizer {
  const signs = new Map<string, string[]>();
  for (const [group, words] of same.entries())
    for (const word of words) signs.set(stem(word), [...(signs.get(stem(word)) ?? []), signOf(group)]);
  const untelling = new Set(plain.map(stem));
  return (text) => {
    const words = (
      foldText(text)
        .text.replace(/['’]\p{L}*/gu, '')
        .match(WORDS) ?? []
    ).map(stem);
    const found = words.flatMap((word) => signs.get(word) ?? []);
    return tokens([...words, ...pairsIn(words, ' ')], [...words.filter((word) => !untelling.has(word)), ...found]);
  };
}
