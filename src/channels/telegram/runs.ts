import { printable } from '../../reply/printable.js';

export type Style = 'plain' | 'bold' | 'italic' | 'code' | 'pre' | 'link';

/** Words of one style. Only a `link` has an address. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  readonly href?: string;
}

/** One line, without line breaks. */
export type RunLine = readonly Run[];

/** Lines that belong together; an empty line stands between two blocks. */
export type Block = readonly RunLine[];

/** One run of one line: whatever made the text, it shows only what it is. */
export const run = (text: string, style: Style = 'plain', href?: string): Run => ({
  text: printable(text),
  style,
  ...(href === undefined ? {} : { href }),
});

export const isAlike = (a: Run, b: Run): boolean => a.style === b.style && a.href === b.href;

/** Neighbours of one style as one run: Telegram counts how many there are. */
export function merged(runs: readonly Run[]): Run[] {
  const joined: { -readonly [Key in keyof Run]: Run[Key] }[] = [];
  for (const next of runs) {
    if (next.text === '') continue;
    const last = joined.at(-1);
    if (last && isAlike(last, next)) last.text += next.text;
    else joined.push({ ...next });
  }
  return joined;
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

function draw({ text, style, href }: Run): string {
  switch (style) {
    case 'plain':
      return escaped(text);
    case 'bold':
      return `<b>${escaped(text)}</b>`;
    case 'italic':
      return `<i>${escaped(text)}</i>`;
    case 'code':
      return `<code>${escaped(text)}</code>`;
    case 'pre':
      return `<pre>${escaped(text)}</pre>`;
    case 'link':
      return `<a href="${escaped(href ?? '')}">${escaped(text)}</a>`;
  }
}

/** As Telegram's HTML, with nothing in it that a text could have smuggled in. */
export const htmlOf = (runs: readonly Run[]): string => merged(runs).map(draw).join('');
