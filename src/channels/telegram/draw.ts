import type { Line, Piece, ReplyBody, Section } from '../../reply/types.js';
import { type Block, type Run, type RunLine, run, type Style, textOf } from './runs.js';

const JOINER = '\u2060';

/**
 * Where Telegram would begin or go on with something to tap: @name, #topic, $SHARE, /command, the last dot of a bare
 * address. A reply has broken most of these already; a word joiner, which nobody sees, ends the rest.
 *
 * What Telegram makes tappable without being asked stands in tdlib, td/telegram/MessageEntity.cpp: mentions, commands,
 * hashtags (a · may stand in one), cashtags, addresses with a known last label, tg:// and ton://, mailboxes and card
 * numbers; its servers add telephone numbers. None of them goes over U+2060. Only <code> and <pre> are exempt, and a
 * tap on those copies them, so a quote from a scam stands in neither.
 */
const TAPPABLE = /[@#$](?=\S)|\/(?=[\p{L}\p{N}_])|\.(?=\p{L})/gu;

/** Words that may be somebody else's. */
function quoting(text: string, style: Style): Run {
  const drawn = run(text, style);
  return { ...drawn, text: drawn.text.replace(TAPPABLE, `$&${JOINER}`) };
}

/** Only the form that a host has: nothing else becomes an address. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/**
 * A number is set as code: a tap copies it, in every client and for every length. Telegram links only what looks like
 * an international number, and drops links to tel: (tdlib, LinkManager: "Wrong HTTP URL"), so 95118 cannot be dialled
 * from a message.
 */
function official({ text, host }: Extract<Piece, { kind: 'official' }>): Run {
  return host !== undefined && HOST.test(host) ? run(text, 'link', `https://${host}`) : run(text, 'code');
}

function drawPiece(piece: Piece): Run {
  switch (piece.kind) {
    case 'text':
      return run(piece.text);
    case 'quote':
      return quoting(piece.text, 'italic');
    case 'official':
      return official(piece);
    case 'copy':
      return run(piece.text, 'code');
  }
}

const drawLine = (line: Line): Run[] => line.map(drawPiece);

const markOf = ({ numbered }: Section, at: number): string => (numbered ? `${at + 1}. ` : '· ');

const LINE_BREAK = /\r\n?|\n/;

/** Words to copy that stand alone or hold line breaks are a block of their own, in which their lines are kept. */
function isBlock(piece: Piece, line: Line): boolean {
  if (piece.kind !== 'copy') return false;
  return LINE_BREAK.test(piece.text) || line.every((other) => other === piece || other.text.trim() === '');
}

const copied = ({ text }: Piece): Block => text.split(LINE_BREAK).map((words) => [run(words, 'pre')]);

/** A line of a section: blocks to copy, and what stands between them behind the line's mark. */
function drawItem(line: Line, mark: string): { readonly runs: Run[]; readonly copy: Block | null }[] {
  const items: { runs: Run[]; copy: Block | null }[] = [];
  for (const piece of line) {
    const last = items.at(-1);
    if (isBlock(piece, line)) items.push({ runs: [], copy: copied(piece) });
    else if (last && last.copy === null) last.runs.push(drawPiece(piece));
    else items.push({ runs: [run(items.length === 0 ? mark : ''), drawPiece(piece)], copy: null });
  }
  return items;
}

/** A section as one block, parted where words to copy stand. */
function drawSection(section: Section): Block[] {
  const blocks: RunLine[][] = [[[run(section.title, 'bold')]]];
  let isOpen = true;
  for (const { runs, copy } of section.lines.flatMap((line, at) => drawItem(line, markOf(section, at)))) {
    if (copy) blocks.push([...copy]);
    else if (isOpen) blocks.at(-1)?.push(runs);
    else blocks.push([runs]);
    isOpen = copy === null;
  }
  return blocks;
}

const inSmallPrint = (line: Line): RunLine =>
  drawLine(line).map((drawn) => (drawn.style === 'plain' ? { ...drawn, style: 'italic' as const } : drawn));

/** A headline may quote, as that of a look-up does, and no piece says where. */
export const drawHeadline = ({ headline }: ReplyBody): Run => quoting(headline, 'bold');

const drawHead = (body: ReplyBody): Block => [[run(`${body.mark} `), drawHeadline(body)], ...body.lead.map(drawLine)];

const isEmpty = (block: Block): boolean => block.every((line) => textOf(line).trim() === '');

/** A reply as blocks. The question comes last, next to the buttons that answer it. */
export function drawReply(body: ReplyBody): Block[] {
  const blocks: Block[] = [
    drawHead(body),
    ...body.sections.flatMap(drawSection),
    [inSmallPrint(body.footer)],
    [[run(body.question?.text ?? '', 'bold')]],
  ];
  return blocks.filter((block) => !isEmpty(block));
}
