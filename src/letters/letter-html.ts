import type { Line } from '../reply/types.js';
import { escaped, htmlHead, officialHtml, servedHead } from './html-text.js';
import { LETTER_STYLE } from './letter-style.js';
import type { Letter, LetterBlock, LetterLine, LetterPiece } from './types.js';

/** Somebody else's text of several lines. */
const escapedLines = (text: string): string => text.split('\n').map(escaped).join('\n');

/** A line to write on, by hand or on the screen. */
const blank = (label: string): string =>
  `<span class="blank" role="textbox" contenteditable="plaintext-only" aria-label="${escaped(label)}"></span>`;

/** The words of a message keep to themselves: they cannot turn the direction of what stands around them. */
function pieceHtml(piece: LetterPiece, label: string): string {
  if (piece.kind === 'blank') return blank(label);
  return piece.kind === 'verbatim' || piece.kind === 'quote' ? `<bdi>${escaped(piece.text)}</bdi>` : escaped(piece.text);
}

const lineHtml = (line: LetterLine, label = ''): string => line.map((piece) => pieceHtml(piece, label)).join('');

const handInHtml = (line: Line): string =>
  line.map((piece) => (piece.kind === 'official' ? officialHtml(piece) : pieceHtml(piece, ''))).join('');

type Block<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { kind: Kind }>;

function listHtml({ style, items }: Block<'list'>): string {
  const tag = style === 'ordered' ? 'ol' : 'ul';
  const item = (line: LetterLine): string => {
    if (style !== 'ticks') return `<li>${lineHtml(line)}</li>`;
    return `<li><label><input type="checkbox" autocomplete="off"><span>${lineHtml(line)}</span></label></li>`;
  };
  return `<${tag} class="${style}">\n${items.map(item).join('\n')}\n</${tag}>`;
}

const field = (label: string, value: string): string => `<div class="field"><dt>${escaped(label)}</dt><dd>${value}</dd></div>`;

function blockHtml(block: LetterBlock, colon: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'addressee':
      return `<p class="addressee">${lineHtml(block.line)}</p>`;
    case 'paragraph':
      return `<p>${lineHtml(block.line)}</p>`;
    case 'list':
      return listHtml(block);
    case 'fact':
      return field(`${block.label}${colon}`, lineHtml(block.line, block.label));
    case 'blank':
      return field(`${block.label}${colon}`, blank(block.label).repeat(block.lines));
    case 'verbatim':
      return `<div class="message"><dt>${escaped(`${block.label}${colon}`)}</dt><dd><pre>${escapedLines(block.text)}</pre></dd></div>`;
    case 'signature': {
      const labels = block.labels.map((label) => `<span>${escaped(`${label}${colon}`)}${blank(label)}</span>`);
      return `<div class="signature">${labels.join('\n')}</div>`;
    }
  }
}

const isField = ({ kind }: LetterBlock): boolean => kind === 'fact' || kind === 'blank' || kind === 'verbatim';

/** Names and their values that follow each other are one list of them. */
function blocksHtml({ blocks, language }: Letter): string {
  const colon = language === 'zh' ? '：' : ':';
  return blocks
    .map((block, at) => {
      const previous = blocks[at - 1];
      const next = blocks[at + 1];
      const opens = isField(block) && !(previous && isField(previous));
      const closes = isField(block) && !(next && isField(next));
      return `${opens ? '<dl>\n' : ''}${blockHtml(block, colon)}${closes ? '\n</dl>' : ''}`;
    })
    .join('\n');
}

function handInBox({ handIn, around }: Letter, served: ServedLetter | null): string {
  const steps = handIn.map((line) => `<li>${handInHtml(line)}</li>`).join('\n');
  const button = served ? `\n<p><button type="button" data-print hidden>${escaped(served.print)}</button></p>` : '';
  return `<aside>\n<h2>${escaped(around.handIn)}</h2>\n<ul>\n${steps}\n</ul>\n<p>${escaped(around.print)}</p>${button}\n</aside>`;
}

/** A letter that is served instead of kept as a file: addresses of its style and of what makes its print button work. */
export interface ServedLetter {
  /** Holds `LETTER_STYLE`. */
  readonly style: string;
  readonly script: string;
  /** Label of the button that prints it. */
  readonly print: string;
}

const dress = ({ style, script }: ServedLetter): string =>
  `<link rel="stylesheet" href="${escaped(style)}">\n<script type="module" src="${escaped(script)}"></script>`;

/**
 * A letter as one HTML document, to read, fill in and print on A4: everything escaped. By itself it has no script and
 * fetches nothing. How to hand it in and how to print it stand in a box that is not printed.
 */
export function renderLetterHtml(letter: Letter, served: ServedLetter | null = null): string {
  return `<!doctype html>
<html lang="${letter.language === 'zh' ? 'zh-Hans' : 'en'}">
${served === null ? htmlHead(letter.title, LETTER_STYLE) : servedHead(letter.title, dress(served))}
<body>
${handInBox(letter, served)}
<main>
<h1>${escaped(letter.title)}</h1>
${blocksHtml(letter)}
</main>
<footer><p>${escaped(letter.around.basis)}</p></footer>
</body>
</html>
`;
}
