import type { Row } from './row.js';

/** Mean confidence below which what was read is more guess than reading. */
const LEAST_CONFIDENCE = 0.6;

/** Whether rows were read well enough to be answered. Long rows count for more than short ones. */
export function isTrusted(rows: readonly Row[]): boolean {
  const letters = rows.reduce((sum, { text }) => sum + text.length, 0);
  return rows.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) >= LEAST_CONFIDENCE * letters;
}

const FEWEST_LETTERS = 4;

/** Whether words are enough to be somebody's message. */
export const isMessage = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= FEWEST_LETTERS;
