import { printable } from '../reply/printable.js';
import type { Piece } from '../reply/types.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for an element or a quoted attribute. Nothing invisible gets in, whoever wrote it. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');

/** An official number or site, to be tapped; plain text when it is neither. */
export function officialHtml({ text, dial, host }: Extract<Piece, { kind: 'official' }>): string {
  if (dial && /^\d{3,20}$/.test(dial)) return `<a href="tel:${dial}">${escaped(text)}</a>`;
  return host && /^[a-z0-9.-]+$/.test(host) ? `<a href="https://${host}/">${escaped(text)}</a>` : escaped(text);
}

const headOf = (title: string, policy: string, dress: string): string => `<head>
<meta charset="utf-8">
${policy}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escaped(title)}</title>
${dress}
</head>`;

const BY_ITSELF = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
`;

/** Head of a document that runs no script, fetches nothing and is found by nobody; `style` is trusted. */
export const htmlHead = (title: string, style: string): string => headOf(title, BY_ITSELF, `<style>\n${style}\n</style>`);

/** The same for a document whose server sets the policy; `dress` are trusted links to its style and script. */
export const servedHead = (title: string, dress: string): string => headOf(title, '', dress);
