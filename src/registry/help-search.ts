import { createRespeller } from './help-homophones.js';
import { TokenIndex } from './help-token-index.js';
import {
  bareQuestion,
  chineseTokenizer,
  englishTokenizer,
  type LanguageWords,
  type Tokenizer,
  type Tokens,
} from './help-tokens.js';

type Language = 'zh' | 'en';
type Phrases = Readonly<Record<Language, readonly string[]>>;

/** What a help text is found by. */
export interface Searchable {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly aliases: Phrases;
  readonly keywords: Phrases;
  /** Texts that its answer leads on to. */
  readonly next: readonly string[];
}

/** One text, one to three that may be meant, best first, or none. */
export type HelpMatch =
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'unsure'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

export type HelpSearch = (text: string, language: Language) => HelpMatch;

/** Longer texts are a story or a message, not a question. UTF-16 units. */
const LONGEST_QUESTION = 200;
const MOST_OFFERED = 3;

/*
 * The figures below were chosen on two thirds of test/registry/faq-questions.yaml; the test says how they do on the rest.
 */
/** How much the best phrase of a text counts beside all its phrases together. */
const PHRASE_SHARE = 0.3;
/** How much it counts for a phrase that all of it stands in the question, beside that it explains the question. */
const WHOLE_PHRASE_SHARE = 0.3;
/** Less of the question than this explained is chance. */
const LEAST_EXPLAINED = 0.15;
/** Less in common than this is chance too, however short the question: about one rare word. In nats. */
const LEAST_IN_COMMON = 4;
/** A second text that explains the question nearly as well may as well be meant. */
const LEAST_LEAD = 0.1;

/** Words that mean the same, and how characters sound: by both a question finds what it does not say in so many words. */
export interface SearchWords {
  readonly words: Readonly<Record<Language, LanguageWords>>;
  readonly readings: Readonly<Record<string, string>>;
}

interface Candidate {
  readonly topic: Searchable;
  /** 0 to 1: how much of the question its words explain, rare words more than common ones. */
  readonly explained: number;
  /** Weight of the telling words that both have. */
  readonly inCommon: number;
}

interface Phrase {
  /** Place of the text that it belongs to. */
  readonly topic: number;
  readonly weight: number;
}

/** The texts in one language, ready to be searched. */
class LanguageIndex {
  readonly #topics: readonly Searchable[];
  readonly #tokenize: Tokenizer;
  readonly #respell: (pair: string) => string;
  readonly #exact: ReadonlyMap<string, string>;
  readonly #keywords: ReadonlySet<string>;
  readonly #phrases: readonly Phrase[];
  readonly #byTopic: TokenIndex;
  readonly #byPhrase: TokenIndex;

  constructor(topics: readonly Searchable[], { words, readings }: SearchWords, language: Language) {
    const namesOf = ({ title, aliases }: Searchable): string[] => [title[language], ...aliases[language]];
    const keywords = topics.flatMap((topic) => topic.keywords[language]);
    this.#topics = topics;
    this.#tokenize = language === 'zh' ? chineseTokenizer(words.zh) : englishTokenizer(words.en);
    this.#respell = createRespeller([...words[language].same.flat(), ...keywords], language === 'zh' ? readings : {});
    this.#keywords = new Set(keywords.map(bareQuestion));
    this.#exact = new Map(topics.flatMap((topic) => namesOf(topic).map((name) => [bareQuestion(name), topic.id] as const)));
    const phrases = topics.flatMap((topic, at) =>
      [...namesOf(topic), ...topic.keywords[language]].map((phrase) => ({ topic: at, tokens: this.#tokenize(phrase).all })),
    );
    this.#byPhrase = new TokenIndex(phrases.map(({ tokens }) => tokens));
    const texts = topics.map(() => new Set<string>());
    for (const { topic, tokens } of phrases) for (const token of tokens) texts[topic]?.add(token);
    this.#byTopic = new TokenIndex(texts);
    this.#phrases = phrases.map(({ topic, tokens }) => ({ topic, weight: this.#byTopic.sum(tokens) }));
  }

  exactly(text: string): string | null {
    return this.#exact.get(bareQuestion(text)) ?? null;
  }

  /** Whether the question is one keyword and nothing else: short, and no chance. */
  isKeyword(text: string): boolean {
    return this.#keywords.has(bareQuestion(text));
  }

  /** Texts that share a word with the question, best first. */
  rank(text: string): Candidate[] {
    const { all, telling } = this.#tokensOf(text);
    const whole = this.#byTopic.sum(all);
    const phrases = this.#bestPhrases(all, whole);
    const inCommon = this.#byTopic.shared(telling);
    return [...this.#byTopic.shared(all)]
      .flatMap(([at, shared]) => {
        const topic = this.#topics[at];
        const explained = ((1 - PHRASE_SHARE) * shared) / whole + PHRASE_SHARE * (phrases.get(at) ?? 0);
        return topic ? [{ topic, explained, inCommon: inCommon.get(at) ?? 0 }] : [];
      })
      .sort((a, b) => b.explained - a.explained);
  }

  /** The tokens of a question; pairs of characters that no text has, as the word that sounds like them. */
  #tokensOf(text: string): Tokens {
    const respell = (token: string): string => (this.#byTopic.has(token) ? token : this.#respell(token));
    const { all, telling } = this.#tokenize(text);
    return { all: new Set([...all].map(respell)), telling: new Set([...telling].map(respell)) };
  }

  /** For each text how well its best phrase and the question match, 0 to 1. */
  #bestPhrases(tokens: ReadonlySet<string>, whole: number): Map<number, number> {
    const best = new Map<number, number>();
    for (const [at, shared] of this.#byPhrase.shared(tokens, this.#byTopic)) {
      const phrase = this.#phrases[at];
      if (!phrase) continue;
      const inPhrase = shared / phrase.weight;
      const match = ((1 - WHOLE_PHRASE_SHARE) * shared) / whole + WHOLE_PHRASE_SHARE * inPhrase;
      best.set(phrase.topic, Math.max(best.get(phrase.topic) ?? 0, match));
    }
    return best;
  }
}

const isLinked = (a: Searchable, b: Searchable): boolean => a.next.includes(b.id) || b.next.includes(a.id);

const isChance = ({ explained, inCommon }: Candidate): boolean => explained < LEAST_EXPLAINED || inCommon < LEAST_IN_COMMON;

/** The best is sure when no other explains nearly as much. Texts that lead to each other are about one matter and no rivals. */
function decide(candidates: readonly Candidate[], isKeyword: boolean): HelpMatch {
  const [best] = candidates;
  if (!best || (!isKeyword && isChance(best))) return { kind: 'none' };
  const rival = candidates.find(({ topic }) => topic !== best.topic && !isLinked(topic, best.topic));
  if (!rival || best.explained - rival.explained >= LEAST_LEAD) return { kind: 'sure', id: best.topic.id };
  return { kind: 'unsure', ids: candidates.slice(0, MOST_OFFERED).map(({ topic }) => topic.id) };
}

const HAN = /\p{Script=Han}/u;

/** In which language a question is asked: what it is written in, before what its reader chose. */
function languageOf(text: string, chosen: Language): Language {
  if (HAN.test(text)) return 'zh';
  return /[a-z]{3}/i.test(text) ? 'en' : chosen;
}

/**
 * Finds the help text that answers a question as a person types it. Each language is indexed on its first question, which
 * takes a fifth of a second or less; after that a question takes a fraction of a millisecond. Never throws.
 *
 * The token search of fuse.js puts the texts in about the same order, and takes over a thousand times as long: it looks for
 * each pair of characters in each phrase anew.
 */
export function createHelpSearch(topics: readonly Searchable[], words: SearchWords): HelpSearch {
  const built: Partial<Record<Language, LanguageIndex>> = {};
  return (text, chosen) => {
    if (text.length > LONGEST_QUESTION) return { kind: 'none' };
    const language = languageOf(text, chosen);
    built[language] ??= new LanguageIndex(topics, words, language);
    const index = built[language];
    const exact = index.exactly(text);
    return exact === null ? decide(index.rank(text), index.isKeyword(text)) : { kind: 'sure', id: exact };
  };
}
