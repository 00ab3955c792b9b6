import { ApiError, type Entity } from './shapes.js';

/** The text that a reader sees, and its styles by UTF-16 offset. */
export interface ParsedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Code stands in nothing and nothing stands in code. */
const isCode = (tag: string): boolean => tag === 'code' || tag === 'pre';

const TOKEN = /<(\/?)([a-z-]+)((?:\s+[a-z-]+="[^"<>]*")*)\s*>|&(#x?[0-9a-f]+|[a-z]+);|[<&]|[^<&]+/gi;

const unreadable = (what: string, at: number): ApiError =>
  new ApiError(400, `Bad Request: can't parse entities: ${what} at byte offset ${at}`);

function decode(name: string, at: number): string {
  const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (code) return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10));
  const named = NAMED[name];
  if (named === undefined) throw unreadable(`unsupported entity "${name}"`, at);
  return named;
}

const decodeAll = (text: string, at: number): string =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);?/gi, (_, name: string) => decode(name, at));

interface Open {
  readonly tag: string;
  readonly offset: number;
  readonly href: string;
}

/** Only addresses of the web: anything else is left out without a word, as Telegram does with tel:. */
const isWebAddress = (href: string): boolean => /^https?:\/\/[^\s/]+\.[^\s/]+/.test(href);

/**
 * Telegram's HTML, read more strictly than Telegram does: a bare < or & is an error as well, and so is code within
 * another style. @throws ApiError 400 as Telegram would.
 */
export function parseHtml(html: string): ParsedText {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (const [token, slash, name, attributes, reference] of html.matchAll(TOKEN)) {
    const at = text.length;
    if (reference !== undefined) text += decode(reference, at);
    else if (name === undefined) {
      if (token === '<' || token === '&') throw unreadable(`a bare "${token}"`, at);
      text += token;
    } else if (slash === '') open.push(begin(name.toLowerCase(), attributes ?? '', at, open));
    else end(name.toLowerCase(), text, open, entities);
  }
  if (open.length > 0) throw unreadable(`no end tag for "${open.at(-1)?.tag}"`, text.length);
  return { text, entities };
}

function begin(tag: string, attributes: string, offset: number, open: readonly Open[]): Open {
  if (TAGS[tag] === undefined) throw unreadable(`unsupported start tag "${tag}"`, offset);
  if (open.some((outer) => isCode(outer.tag)) || (isCode(tag) && open.length > 0))
    throw unreadable(`"${tag}" within another style`, offset);
  const href = /\shref="([^"]*)"/.exec(attributes)?.[1] ?? '';
  return { tag, offset, href: decodeAll(href, offset) };
}

function end(tag: string, text: string, open: Open[], entities: Entity[]): void {
  const last = open.pop();
  if (last?.tag !== tag) throw unreadable(`unmatched end tag "${tag}"`, text.length);
  const length = text.length - last.offset;
  const type = TAGS[tag] ?? '';
  const isNothing = length === 0 || (tag === 'a' && !isWebAddress(last.href));
  if (!isNothing) entities.push({ type, offset: last.offset, length, ...(tag === 'a' ? { url: last.href } : {}) });
}
