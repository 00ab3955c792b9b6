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

/** Kept as a file, a document runs no script and fetches nothing. */
const BY_ITSELF = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`;

/** Head of a document that is found by nobody and turns no digits into links. `dress` is trusted: its style, and its script where it is served. */
export const htmlHead = (title: string, dress: string, isFile: boolean): string => `<head>
<meta charset="utf-8">
${isFile ? `${BY_ITSELF}\n` : ''}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escaped(title)}</title>
${dress}
</head>`;
