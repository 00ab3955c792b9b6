/** Where the sentence and the clause around each character begin and end; offsets of the text, ends exclusive. */
export interface SentenceLayout {
  readonly sentenceStart: Int32Array;
  readonly sentenceEnd: Int32Array;
  readonly clauseStart: Int32Array;
  readonly clauseEnd: Int32Array;
  /** 1 where a character stands between quotation marks, the marks themselves included. */
  readonly quoted: Uint8Array;
}

const SENTENCE_ENDS = '。！？!?；;\n';
const CLAUSE_END = /[，,：:]/;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》', '"': '"' };
/** A quotation longer than this is more likely a mark that was never closed. */
const LONGEST_QUOTE = 120;
/** `2、`, `3.`, `4)`, `五、` after a separator: the next item of one list, not a new sentence. */
const LIST_ITEM = /^[\s(]{0,2}(?:\d{1,2}|[一二三四五六七八九十])[、.)](?!\d)/;

/** Whether this UTF-16 unit ends a sentence by itself. */
export function endsSentence(unit: number): boolean {
  // Nothing between ? and 。 does, and most of a Chinese text lies above 。.
  return unit <= 0x3f || unit === 0x3002 || unit >= 0xff01 ? SENTENCE_ENDS.includes(String.fromCharCode(unit)) : false;
}

/**
 * Splits a text into sentences (。！？；, line ends, a full stop between Chinese characters) and clauses (，：).
 * Marks inside a quotation do not split the sentence around it, and the items of a numbered list stay one sentence.
 */
export function layOutSentences(text: string): SentenceLayout {
  const { length } = text;
  const layout: SentenceLayout = {
    sentenceStart: new Int32Array(length),
    sentenceEnd: new Int32Array(length),
    clauseStart: new Int32Array(length),
    clauseEnd: new Int32Array(length),
    quoted: quotedCharacters(text),
  };
  let sentence = 0;
  let clause = 0;
  for (let at = 0; at < length; at += 1) {
    if (layout.quoted[at]) continue;
    const ends = isSentenceEnd(text, at);
    if (!ends && !CLAUSE_END.test(text.charAt(at))) continue;
    fill(layout.clauseStart, layout.clauseEnd, clause, at + 1);
    clause = at + 1;
    if (!ends || LIST_ITEM.test(text.slice(at + 1, at + 7))) continue;
    fill(layout.sentenceStart, layout.sentenceEnd, sentence, at + 1);
    sentence = at + 1;
  }
  fill(layout.clauseStart, layout.clauseEnd, clause, length);
  fill(layout.sentenceStart, layout.sentenceEnd, sentence, length);
  return layout;
}

function fill(starts: Int32Array, ends: Int32Array, from: number, to: number): void {
  starts.fill(from, from, to);
  ends.fill(to, from, to);
}

function isSentenceEnd(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === '.') return isHan(text.charCodeAt(at - 1)) && !/[a-z0-9]/i.test(text.charAt(at + 1));
  return endsSentence(text.charCodeAt(at));
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function quotedCharacters(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const closing = CLOSING[text.charAt(at)];
    if (closing === undefined) continue;
    const length = text.slice(at + 1, at + 1 + LONGEST_QUOTE).indexOf(closing);
    if (length < 0) continue;
    quoted.fill(1, at, at + length + 2);
    at += length + 1;
  }
  return quoted;
}
