/** An element of a document, as a browser would build it from markup that leaves nothing to guess. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const VOID: ReadonlySet<string> = new Set(['meta', 'input']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const TOKEN = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|[^<>]+/gy;
const ATTRIBUTE = / ([a-z-]+)="([^"<>]*)"/g;

/** @throws on an ampersand that begins none of the five entities. */
function decoded(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|#39);)?/g, (_, name: string | undefined) => {
    const character = name === undefined ? undefined : ENTITIES[name];
    if (character === undefined) throw new Error(`a bare & in '${text.slice(0, 80)}'`);
    return character;
  });
}

function attributesIn(markup: string): Record<string, string> {
  const found = [...markup.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decoded(value)] as const);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`an attribute stands twice:${markup}`);
  return Object.fromEntries(found);
}

/**
 * Reads a document strictly: every tag closed in its order, every attribute in double quotes, no angle bracket and no
 * ampersand in the open. Whatever a browser would have to repair, or could take for markup where text is meant, throws.
 */
export function readHtml(html: string): Element {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  let at = 0;
  while (at < html.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(html);
    if (!match) throw new Error(`no markup: '${html.slice(at, at + 80)}'`);
    at = TOKEN.lastIndex;
    const [whole, closing, tag, attributes = ''] = match;
    const parent = open.at(-1);
    if (!parent) throw new Error(`behind the end: '${whole}'`);
    if (tag === undefined) {
      if (!whole.startsWith('<')) parent.children.push(decoded(whole));
    } else if (closing) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes <${parent.tag}>`);
    } else {
      const element: Element = { tag, attributes: attributesIn(attributes), children: [] };
      parent.children.push(element);
      if (!VOID.has(tag)) open.push(element);
      if (tag === 'style') {
        // As a browser does: nothing but its own closing tag ends it.
        const end = html.indexOf('</style', at);
        element.children.push(html.slice(at, end));
        at = end;
      }
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return root;
}

/** An element and all below it. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** What a reader would see of it. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export const elementsWithTag = (root: Element, tag: string): Element[] =>
  [...elementsOf(root)].filter((element) => element.tag === tag);
