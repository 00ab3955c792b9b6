/** An element: its own text, entities resolved, and its children in order. */
export interface Element {
  readonly name: string;
  /** As written, between the name and the closing bracket. */
  readonly attributes: string;
  readonly children: Element[];
  text: string;
}

/** A record of a hundred messages has about 3 000 elements, nested ten deep. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 40;

const TAG = /<(\/?)([a-z_][\w:.-]{0,63})((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/iy;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** The five named entities and numbers, once; whatever they make is not read again. */
const resolved = (text: string): string =>
  text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return character(Number.parseInt(hex, 16));
    if (decimal) return character(Number(decimal));
    return NAMED[(name ?? '').toLowerCase()] ?? whole;
  });

/** Where something that is no tag ends, and the text that it holds: CDATA, comments, processing instructions. */
function special(xml: string, at: number): { end: number; text: string } | null {
  for (const [open, close, keeps] of [
    ['<![CDATA[', ']]>', true],
    ['<!--', '-->', false],
    ['<?', '?>', false],
  ] as const) {
    if (!xml.startsWith(open, at)) continue;
    const end = xml.indexOf(close, at + open.length);
    return end < 0 ? null : { end: end + close.length, text: keeps ? xml.slice(at + open.length, end) : '' };
  }
  return null;
}

/** Reads one tag at `at`; the stack holds the elements that are open. Null when it is not well-formed or too much. */
function readTag(xml: string, at: number, stack: Element[]): number | null {
  TAG.lastIndex = at;
  const match = TAG.exec(xml);
  const parent = stack.at(-1);
  if (!match || !parent) return null;
  const [, closing, name = '', attributes = '', empty] = match;
  if (closing) {
    if (parent.name !== name || stack.length < 2) return null;
    stack.pop();
    return TAG.lastIndex;
  }
  const element: Element = { name, attributes, children: [], text: '' };
  parent.children.push(element);
  if (!empty) stack.push(element);
  return stack.length > DEEPEST ? null : TAG.lastIndex;
}

/**
 * Reads the little XML that WeChat sends inside messages; the root of the answer holds what was found. Null when it is
 * not well-formed or larger than any message. Anybody can send such a message, so nothing is ever expanded: a document
 * type, and with it every entity of its own, is refused. One pass, in time that grows with the length.
 */
export function parseXml(xml: string): Element | null {
  const root: Element = { name: '', attributes: '', children: [], text: '' };
  const stack = [root];
  let at = 0;
  for (let elements = 0; elements < MOST_ELEMENTS; elements += 1) {
    const top = stack.at(-1);
    const open = xml.indexOf('<', at);
    if (!top) return null;
    top.text += resolved(xml.slice(at, open < 0 ? undefined : open));
    if (open < 0) return stack.length === 1 ? root : null;
    const other = special(xml, open);
    const next = other ? other.end : readTag(xml, open, stack);
    if (next === null) return null;
    top.text += other?.text ?? '';
    at = next;
  }
  return null;
}

/** The first element of that name, however deep, in the order of the document. */
export function findElement(element: Element, name: string): Element | null {
  for (const child of element.children) {
    const found = child.name === name ? child : findElement(child, name);
    if (found) return found;
  }
  return null;
}

/** The text of a direct child; '' when there is none. */
export const textOfChild = (element: Element, name: string): string =>
  element.children.find((child) => child.name === name)?.text.trim() ?? '';
