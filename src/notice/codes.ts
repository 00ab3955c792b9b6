import { foldText, type TraitedFold } from './fold.js';
import { CODE_CAP, CODES_CAP, type Code, type NoticeInput } from './types.js';

/** What stands in front of a code's content in the source, so that a quote of it says where it comes from. */
const LABEL = '二维码：';

export interface CodesInSource {
  /** The text, then a line for each code. */
  readonly source: string;
  readonly codes: readonly Code[];
  /** Not every code was taken, or not all of one. */
  readonly truncated: boolean;
}

/** Puts what QR codes hold behind the text, each on its own labelled line, so that spans can point at it. */
export function appendCodes(text: string, picture: NoticeInput['picture']): CodesInSource {
  const given = (picture?.codes ?? []).filter((content) => content.trim() !== '');
  const codes: Code[] = [];
  let source = text;
  for (const content of given.slice(0, CODES_CAP)) {
    const start = source.length + 1 + LABEL.length;
    source += `\n${LABEL}${content.slice(0, CODE_CAP)}`;
    codes.push({ content: content.slice(0, CODE_CAP), span: { start, end: source.length } });
  }
  return { source, codes, truncated: given.length > CODES_CAP || given.some(({ length }) => length > CODE_CAP) };
}

/** The matching copy of what a code holds; its `toOriginal` answers in offsets of the source. */
export const foldCode = (source: string, { span }: Code): TraitedFold => foldText(source, span.start, span.end);
