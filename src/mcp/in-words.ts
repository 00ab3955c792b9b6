import { renderPlainText } from '../reply/plain-text.js';
import type { ReplyBody, Section } from '../reply/types.js';
import { flatten } from '../reply/wording.js';
import { FOR_THE_ASSISTANT } from './instructions.js';

/** An answer for assistants that read only text. It ends in what they must not do with it. */
export const asContent = (words: string): { type: 'text'; text: string }[] => [
  { type: 'text', text: `${words}\n\n${FOR_THE_ASSISTANT}` },
];

export const replyContent = (reply: ReplyBody): { type: 'text'; text: string }[] => asContent(renderPlainText(reply));

/** Lines of one section; [] when the reply has none such. */
export const sectionLines = ({ sections }: ReplyBody, id: Section['id']): string[] =>
  sections.filter((section) => section.id === id).flatMap((section) => section.lines.map(flatten));
