import { html } from 'hono/html';
import type { Line, Piece, Section } from '../../reply/types.js';
import type { Html } from './view.js';

/** Only what our own records hold may be tapped. */
function officialPiece({ text, dial, host }: Extract<Piece, { kind: 'official' }>): Html {
  if (dial && /^\d{3,20}$/.test(dial)) return html`<a class="number" href="tel:${dial}">${text}</a>`;
  if (host && /^[a-z0-9.-]+$/.test(host)) return html`<a href="https://${host}/" rel="noreferrer" target="_blank">${text}</a>`;
  return html`${text}`;
}

function pieceHtml(piece: Piece): Html {
  switch (piece.kind) {
    case 'text':
      return html`${piece.text}`;
    case 'quote':
      return html`<bdi class="quote">${piece.text}</bdi>`;
    case 'copy':
      return html`<span class="copy">${piece.text}</span>`;
    case 'official':
      return officialPiece(piece);
  }
}

/** One line of a reply. The words of a message keep to themselves and can be tapped nowhere. */
export const lineHtml = (line: Line): Html => html`${line.map(pieceHtml)}`;

const itemsHtml = (lines: readonly Line[]): Html[] => lines.map((line) => html`<li>${lineHtml(line)}</li>`);

/** Lines as a list, numbered when their order tells something. */
const listHtml = ({ lines, numbered }: Pick<Section, 'lines' | 'numbered'>): Html =>
  numbered ? html`<ol>${itemsHtml(lines)}</ol>` : html`<ul>${itemsHtml(lines)}</ul>`;

/** How far down the headings of a page a title stands. */
export type Level = 2 | 3;

export const titleHtml = (title: string, level: Level): Html => (level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`);

/** A section of a reply under its title. */
export const sectionHtml = (section: Section, level: Level): Html =>
  html`<section class="part part-${section.id}">${titleHtml(section.title, level)}${listHtml(section)}</section>`;
