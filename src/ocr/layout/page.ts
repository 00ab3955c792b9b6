import type { Block } from './blocks.js';
import { rightOf } from './boxes.js';
import { joinRows } from './join-rows.js';

/** Fewer letters than this in one piece are a label, a sign or a button, not a sentence. */
const SHORTEST_SENTENCE = 10;
/** Letters in sentences among all letters: less on a page of settings or a list. */
const LEAST_IN_SENTENCES = 0.6;

/** Whether blocks are sentences, and not labels with a sentence among them, as on a page of settings or in a street. */
export function hasSentences(blocks: readonly Block[]): boolean {
  const counts = blocks.map(lettersIn);
  const sum = (letters: readonly number[]): number => letters.reduce((total, count) => total + count, 0);
  const inSentences = sum(counts.filter((count) => count >= SHORTEST_SENTENCE));
  return inSentences > 0 && inSentences >= LEAST_IN_SENTENCES * sum(counts);
}

/** The one message of a picture without a phone around it, such as a bubble that was cut out. Null: no sentences. */
export function pageText(blocks: readonly Block[]): string | null {
  if (!hasSentences(blocks)) return null;
  const right = Math.max(...blocks.map(({ box }) => rightOf(box)));
  return blocks.map(({ rows }) => joinRows(rows, right)).join('\n');
}

const lettersIn = ({ rows }: Block): number =>
  rows.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
