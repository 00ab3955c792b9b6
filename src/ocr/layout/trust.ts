/** Letters and digits among all signs: texts have more than this, textures that were taken for writing fewer. */
const LEAST_LETTERS = 0.72;
/** Characters of which every Chinese text of some length holds one. */
const COMMON =
  /[的一是了我不在人有这个们来到时大为你说生要就出会可也对您请元已卡行信用款还如号日月上下中点前后今天与及为和或吗好]/;
const LONG_ENOUGH = 16;

/** Whether words look read well enough to be answered; whether the engine was sure of the picture is asked before. */
export function isTrusted(text: string): boolean {
  const signs = text.replace(/\s/g, '');
  if (countLetters(signs) < LEAST_LETTERS * signs.length) return false;
  const han = signs.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han < LONG_ENOUGH || COMMON.test(signs);
}

const FEWEST_LETTERS = 4;

/** Whether words are enough to be somebody's message. */
export const isMessage = (text: string): boolean => countLetters(text) >= FEWEST_LETTERS;

export const countLetters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
