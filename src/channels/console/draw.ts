import { stripVTControlCharacters, styleText } from 'node:util';
import { printable } from '../../reply/printable.js';
import type { Line, Piece, Reply, ReplyBody, Section } from '../../reply/types.js';
import { displayWidth } from './columns.js';
import { type Run, wrap } from './wrap.js';

export interface Drawing {
  /** Styles are written as ANSI sequences; without it the text is plain. */
  readonly colour: boolean;
  /** Columns of the terminal that may be used. */
  readonly width: number;
  /** Buttons carry the number that presses them. */
  readonly numberedButtons?: boolean;
}

type Style = Parameters<typeof styleText>[0];

const PLAIN: Style = 'reset';
/** Narrower windows get long lines rather than one character per line. */
const NARROWEST = 24;

const STYLES: Readonly<Record<Piece['kind'], Style>> = {
  text: PLAIN,
  quote: ['dim', 'italic'],
  official: ['bold', 'cyan', 'underline'],
  copy: ['bold'],
};
/** A look-up or a help text judges nothing and has no verdict: its headline is plain. */
const NO_VERDICT: Style = ['bold'];
const HEADLINES: Readonly<Record<Reply['verdict'], Style>> = {
  scam: ['bold', 'white', 'bgRed'],
  suspicious: ['bold', 'black', 'bgYellow'],
  unverified: ['bold', 'inverse'],
  consistent: ['bold', 'white', 'bgBlue'],
  not_a_notice: ['bold'],
};

/** Nothing of a reply is drawn as more than text, whoever made the reply. */
const clean = (text: string): string => printable(stripVTControlCharacters(text));

const runsOf = (line: Line): Run<Style>[] => line.map(({ kind, text }) => ({ text: clean(text), style: STYLES[kind] }));

function paint({ text, style }: Run<Style>, { colour }: Drawing): string {
  return colour && style !== PLAIN ? styleText(style, text, { validateStream: false }) : text;
}

/** Neighbours of one style as one run: fewer sequences, and underlines without gaps. */
function merged(runs: readonly Run<Style>[]): Run<Style>[] {
  const joined: Run<Style>[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.style === run.style) joined[joined.length - 1] = { text: last.text + run.text, style: run.style };
    else joined.push(run);
  }
  return joined;
}

/** A paragraph behind its mark; the lines after the first hang below its text. */
function paragraph(mark: string, runs: readonly Run<Style>[], drawing: Drawing): string {
  const indent = displayWidth(mark);
  const lines = wrap(runs, Math.max(NARROWEST, drawing.width) - indent);
  return lines
    .map((line, at) =>
      `${at === 0 ? mark : ' '.repeat(indent)}${merged(line)
        .map((run) => paint(run, drawing))
        .join('')}`.trimEnd(),
    )
    .join('\n');
}

const title = (text: string, drawing: Drawing): string => paint({ text: clean(text), style: 'bold' }, drawing);

const markOf = (section: Section, at: number): string => (section.numbered ? ` ${at + 1}. ` : ' · ');

/**
 * Words to copy, line by line as they stand: a mark, an indent or a line end of ours would be copied with them, so that the
 * terminal itself breaks what is too long.
 */
const copyLines = (line: Line, drawing: Drawing): string =>
  line
    .map(({ text }) => text)
    .join('')
    .trim()
    .split(/\r?\n/)
    .map((words) => paint({ text: clean(words).trimEnd(), style: STYLES.copy }, drawing))
    .join('\n');

const isCopy = (line: Line): boolean => line.some(({ kind }) => kind === 'copy');

function drawSection(section: Section, drawing: Drawing): string {
  const lines = section.lines.map((line, at) =>
    isCopy(line) ? copyLines(line, drawing) : paragraph(markOf(section, at), runsOf(line), drawing),
  );
  return [title(section.title, drawing), ...lines].join('\n');
}

function drawHead(reply: Reply | ReplyBody, drawing: Drawing): string {
  const headline = paragraph(
    `${clean(reply.mark)} `,
    [{ text: clean(reply.headline), style: 'verdict' in reply ? HEADLINES[reply.verdict] : NO_VERDICT }],
    drawing,
  );
  return [headline, ...reply.lead.map((line) => paragraph('   ', runsOf(line), drawing))].join('\n');
}

/** Whole buttons side by side, as many as a row holds. */
function rowsOf(labels: readonly string[], width: number): string[] {
  const rows: string[] = [];
  for (const label of labels.map((text) => `［${clean(text)}］`)) {
    const last = rows.at(-1);
    if (last !== undefined && displayWidth(`${last} ${label}`) <= width) rows[rows.length - 1] = `${last} ${label}`;
    else rows.push(label);
  }
  return rows;
}

function drawQuestion({ question }: ReplyBody, drawing: Drawing): string {
  if (question === null) return '';
  const labels = question.buttons.map(({ label }, at) => (drawing.numberedButtons ? `${at + 1} ${label}` : label));
  const rows = rowsOf(labels, drawing.width - 3).map((row) => `   ${paint({ text: row, style: 'cyan' }, drawing)}`);
  if (question.text === '') return rows.join('\n');
  return [paragraph('❓ ', [{ text: clean(question.text), style: 'bold' }], drawing), ...rows].join('\n');
}

function drawFooter({ footer }: ReplyBody, drawing: Drawing): string {
  return paragraph(
    '',
    footer.map(({ text }) => ({ text: clean(text), style: 'dim' as const })),
    drawing,
  );
}

/** A reply for a terminal: wrapped by columns, with hanging indents. Never more than text and, with `colour`, styles. */
export function drawReply(reply: Reply | ReplyBody, drawing: Drawing): string {
  const blocks = [
    drawHead(reply, drawing),
    ...reply.sections.map((section) => drawSection(section, drawing)),
    drawQuestion(reply, drawing),
    drawFooter(reply, drawing),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}
