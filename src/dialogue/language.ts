import type { Language } from '../reply/types.js';
import type { ConversationState } from './state.js';

const HAN = /\p{Script=Han}/u;
/** Words of a sentence: an address, a brand or an “ok” is none. */
const ENGLISH_WORDS = /(?:^|\s)[a-z][a-z'’]*(?=[\s,.!?]|$)/gi;
const FEWEST_WORDS = 3;

/** What is longer was received, and says nothing of who sends it on. Characters. */
const LONGEST_WORDS = 80;

/** The language that somebody's own words are in; null when they do not tell. */
export function languageOfWords(words: string): Language | null {
  if (words.length > LONGEST_WORDS || words.includes('【')) return null;
  if (HAN.test(words)) return 'zh';
  return (words.match(ENGLISH_WORDS) ?? []).length >= FEWEST_WORDS ? 'en' : null;
}

/** What to answer in: as the person asked, as their app speaks, as they write; Chinese when nothing tells. */
export const answerLanguage = (state: ConversationState, ofApp: Language | null): Language =>
  state.language ?? ofApp ?? state.heard ?? 'zh';
