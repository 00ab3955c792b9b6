import type { Edit } from './rewritten-fold.js';

/** What readers of pictures take a word for. All of it folded. */
export interface Misreading {
  readonly read: string;
  readonly means: string;
  /** One of these must stand right before it; none: anything may. */
  readonly after: readonly string[];
  /** One of these must follow, `#` for a digit; none: anything may. */
  readonly before: readonly string[];
}

const follows = (text: string, at: number, words: readonly string[]): boolean =>
  words.some((word) => (word === '#' ? /\d/.test(text.charAt(at)) : text.startsWith(word, at)));

const fits = (text: string, at: number, { read, after, before }: Misreading): boolean =>
  (after.length === 0 || after.some((word) => text.slice(0, at).endsWith(word))) &&
  (before.length === 0 || follows(text, at + read.length, before));

/** Words that were misread where they stand in a place of theirs, and what they mean. */
export function misreadWords(text: string, rules: readonly Misreading[]): Edit[] {
  const edits: Edit[] = [];
  for (const rule of rules) {
    for (let at = text.indexOf(rule.read); at >= 0; at = text.indexOf(rule.read, at + 1)) {
      if (fits(text, at, rule)) edits.push({ start: at, end: at + rule.read.length, becomes: rule.means });
    }
  }
  return edits;
}
