import { defang } from '../../reply/defang.js';
import { printable } from '../../reply/printable.js';
import type { Language, Line, Piece, ReplyBody, Section } from '../../reply/types.js';
import type { Wording } from '../../reply/wording.js';
import { splitText } from './split.js';

export interface Drawing {
  readonly wording: (language: Language) => Wording;
  /** In a group the number has to come with a mention. */
  readonly isGroup: boolean;
  /** Characters of one message. */
  readonly messageLength: number;
}

const printableLines = (text: string): string => text.split('\n').map(printable).join('\n').trim();

/** Breaks that a quotation has already; to break them again would double them. */
const BREAKS = /\[([.@])\]/g;

/**
 * WeChat makes addresses and longer runs of digits tappable by itself, and has no markup to prevent it. Official
 * contacts are left as they are, so they can be tapped. Words of the notice come with visible breaks (`example[.]top`,
 * `154·2119·2826`), made sure of once more here. Invisible ones (U+2060) were considered and not taken: old phones draw
 * them as boxes, and whoever copies such a number or address copies something that looks whole and is not.
 */
const drawPiece = ({ kind, text }: Piece): string => (kind === 'quote' ? defang(text.replace(BREAKS, '$1')) : printable(text));

const isCopy = ({ kind }: Piece): boolean => kind === 'copy';

/** A line without what is sent on its own. */
const drawLine = (line: Line): string =>
  line
    .filter((piece) => !isCopy(piece))
    .map(drawPiece)
    .join('')
    .trim();

const markOf = ({ numbered }: Section, at: number): string => (numbered ? `${at + 1}. ` : '· ');

function drawSection(section: Section, body: ReplyBody, drawing: Drawing): string {
  const lines = section.lines
    .map(drawLine)
    .filter((line) => line !== '')
    .map((line, at) => `${markOf(section, at)}${line}`);
  const follows = section.lines.some((line) => line.some(isCopy))
    ? [drawing.wording(body.language).text('wechat.copy_follows')]
    : [];
  return [printable(section.title), ...lines, ...follows].join('\n');
}

/** A question with its answers numbered: WeChat has no buttons. */
function drawQuestion({ question, language }: ReplyBody, { wording, isGroup }: Drawing): string {
  if (question === null) return '';
  const answers = question.buttons.map(({ label }, at) => `${at + 1}. ${printable(label)}`);
  const hint = answers.length === 0 ? [] : [wording(language).text(isGroup ? 'wechat.choose_in_group' : 'wechat.choose')];
  return [printable(question.text), ...hint, ...answers].filter((line) => line !== '').join('\n');
}

function drawHead({ mark, headline, lead }: ReplyBody): string {
  return [`${printable(mark)} ${printable(headline)}`.trim(), ...lead.map(drawLine)].filter((line) => line !== '').join('\n');
}

/** What is to be copied, each piece as a message of its own: WeChat copies whole messages with one long press. */
function copiesOf(body: ReplyBody): string[] {
  const lines = [...body.lead, ...body.sections.flatMap((section) => section.lines), body.footer];
  return lines.flatMap((line) => line.filter(isCopy).map(({ text }) => printableLines(text)));
}

/**
 * A reply as the messages that WeChat shows: plain text, split where it is too long, then what is to be copied. The
 * question comes last in the text, so that its numbers stand just above the line in which one of them is typed.
 */
export function drawReply(body: ReplyBody, drawing: Drawing): string[] {
  const blocks = [
    drawHead(body),
    ...body.sections.map((section) => drawSection(section, body, drawing)),
    drawLine(body.footer),
    drawQuestion(body, drawing),
  ];
  const text = blocks.filter((block) => block !== '').join('\n\n');
  return [text, ...copiesOf(body)].flatMap((message) => splitText(message, drawing.messageLength));
}
