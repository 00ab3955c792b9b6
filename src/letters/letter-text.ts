import { defang } from '../reply/defang.js';
import type { Language } from '../reply/types.js';
import type { Letter, LetterBlock, LetterLine, LetterPiece } from './types.js';

/** Marks of a language in running text. */
interface Marks {
  readonly blank: string;
  readonly colon: string;
}

const MARKS: Readonly<Record<Language, Marks>> = {
  zh: { blank: '＿＿＿＿＿＿', colon: '：' },
  en: { blank: '__________', colon: ': ' },
};

const BULLETS: Readonly<Record<Block<'list'>['style'], (at: number) => string>> = {
  ordered: (at) => `${at + 1}. `,
  ticks: () => '☐ ',
  plain: () => '· ',
};

type Block<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { kind: Kind }>;

function pieceText(piece: LetterPiece, { blank }: Marks): string {
  if (piece.kind === 'blank') return blank;
  return piece.kind === 'verbatim' ? defang(piece.text) : piece.text;
}

const lineText = (line: LetterLine, marks: Marks): string => line.map((piece) => pieceText(piece, marks)).join('');

/** Line for line behind a rule, with a note when it had to be written differently. */
function verbatimText({ label, text }: Block<'verbatim'>, { around }: Letter, { colon }: Marks): string {
  const shown = text.split('\n').map(defang);
  const note = shown.join('\n') === text ? [] : [around.defanged];
  return [`${label}${colon.trimEnd()}`, ...shown.map((line) => `│ ${line}`), ...note].join('\n');
}

function blockText(block: LetterBlock, letter: Letter): string {
  const marks = MARKS[letter.language];
  const { blank, colon } = marks;
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'addressee':
    case 'paragraph':
      return lineText(block.line, marks);
    case 'list':
      return block.items.map((item, at) => `${BULLETS[block.style](at)}${lineText(item, marks)}`).join('\n');
    case 'fact':
      return `${block.label}${colon}${lineText(block.line, marks)}`;
    case 'verbatim':
      return verbatimText(block, letter, marks);
    case 'blank':
      return `${block.label}${colon}${blank}`;
    case 'signature':
      return block.labels.map((label) => `${label}${colon}${blank}`).join('    ');
  }
}

/** What stands close together: names and facts, paragraphs, and what follows a heading. */
const GROUPS: Partial<Readonly<Record<LetterBlock['kind'], string>>> = {
  fact: 'field',
  blank: 'field',
  verbatim: 'field',
  paragraph: 'text',
  list: 'text',
};

function gapBefore(block: LetterBlock, previous: LetterBlock | undefined): string {
  if (!previous) return '';
  const group = GROUPS[block.kind];
  return previous.kind === 'heading' || (group !== undefined && group === GROUPS[previous.kind]) ? '\n' : '\n\n';
}

/**
 * A letter as plain text, for a chat or a terminal: boxes as ☐, blanks as lines. Words of the message are defanged, so
 * that no client makes them tappable, and the text says so; the HTML has them as they stand.
 */
export function renderLetterText(letter: Letter): string {
  const body = letter.blocks.map((block, at) => `${gapBefore(block, letter.blocks[at - 1])}${blockText(block, letter)}`);
  return `${letter.title}\n\n${body.join('')}`;
}
