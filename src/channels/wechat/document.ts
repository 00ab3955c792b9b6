import type { OutgoingDocument } from '../../dialogue/messages.js';
import { defang } from '../../reply/defang.js';

/** Elements whose text is not for readers, and tags that end a line. */
const UNREAD = /<(head|style|script)\b[^<>]*>[\s\S]*?<\/\1>/gi;
const LINE_END = /<(?:br|hr)\b[^<>]*>|<\/(?:p|div|li|h[1-6]|tr|section|header|footer|blockquote|pre|dd|dt)>/gi;
const TAG = /<[/!]?[a-z][^<>]*>/gi;
const ENTITY = /&(lt|gt|quot|apos|#39|nbsp|amp);/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
  amp: '&',
};

const withoutMarkup = (html: string): string =>
  html
    .replace(UNREAD, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(LINE_END, '\n')
    .replace(TAG, '')
    .replace(ENTITY, (whole, name: string) => CHARACTERS[name] ?? whole);

/**
 * A document as text, for puppets that cannot send files. It may hold the notice word for word, and WeChat makes
 * addresses and numbers in text tappable, so all of it is defanged.
 */
export function documentText({ mediaType, text }: OutgoingDocument): string {
  const plain = mediaType.startsWith('text/html') ? withoutMarkup(text) : text;
  const lines = plain.split('\n').map((line) => defang(line).trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The document's bytes. Base64, because not every puppet takes anything else. */
export const documentBytes = ({ text }: OutgoingDocument): string => Buffer.from(text, 'utf8').toString('base64');
