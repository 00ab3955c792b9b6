import type { Block } from './blocks.js';
import { rightOf } from './boxes.js';
import { joinRows } from './join-rows.js';
import { countLetters } from './trust.js';

/** Fewer letters than this in one piece are a label, a sign or a button, not a sentence; and fewer than these in a row a list. */
const SHORTEST_SENTENCE = 10;
const SHORTEST_ROWS = 6.5;
/** Letters in sentences among all letters: less on a page of settings or a list. */
const LEAST_IN_SENTENCES = 0.6;

/** Whether blocks are sentences, and not labels with a sentence among them, as on a page of settings or in a street. */
export function hasSentences(blocks: readonly Block[]): boolean {
  const inSentences = lettersIn(blocks.filter(isSentence));
  return inSentences > 0 && inSentences >= LEAST_IN_SENTENCES * lettersIn(blocks);
}

const isSentence = (block: Block): boolean =>
  lettersIn([block]) >= Math.max(SHORTEST_SENTENCE, SHORTEST_ROWS * block.rows.length);

/** The one message of a picture without a phone around it, such as a bubble that was cut out. Null: no sentences. */
export function pageText(blocks: readonly Block[]): string | null {
  if (!hasSentences(blocks)) return null;
  const right = Math.max(...blocks.map(({ box }) => rightOf(box)));
  return blocks.map(({ rows }) => joinRows(rows, right)).join('\n');
}

const lettersIn = (blocks: readonly Block[]): number =>
  blocks.flatMap(({ rows }) => rows).reduce((sum, { text }) => sum + countLetters(text), 0);
