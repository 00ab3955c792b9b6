import type { Block } from './blocks.js';
import { middleOf } from './boxes.js';
import { isFurniture, isIdle, isMisreadStatus, isStatus } from './furniture.js';
import { type Row, widthInEm } from './row.js';
import { senderNumber } from './sender-number.js';
import { readShownTime } from './shown-time.js';

/** In widths of the picture: the status bar is above this line, also on a photo with the room around the phone. */
const STATUS_UNTIL = 0.24;
/** In widths of the picture: above this line stands a status bar even when it was read badly. */
const SURELY_STATUS_UNTIL = 0.085;
/** In widths of the picture: rows of one bar on a photo that is a little turned. */
const STATUS_HEIGHT = 0.07;

/** The rows of the status bar: the uppermost ones, when one of them is a clock, network or battery. */
export function statusRows(rows: readonly Row[], width: number): Row[] {
  const [first] = rows;
  if (!first) return [];
  const isHigh = middleOf(first.box) < SURELY_STATUS_UNTIL * width;
  const known = rows.find((row) => isBeside(row, first) && (isStatus(row.text) || (isHigh && looksLikeStatus(row, width))));
  if (!known) return [];
  return rows.filter(
    (row) =>
      middleOf(row.box) < STATUS_UNTIL * width &&
      middleOf(row.box) - middleOf(first.box) < STATUS_HEIGHT * width &&
      (isStatus(row.text) || looksLikeStatus(row, width) || (isHigh && isBeside(row, known) && isShortWord(row))),
  );
}

const isBeside = (row: Row, other: Row): boolean => Math.abs(middleOf(row.box) - middleOf(other.box)) < 0.5 * row.box.height;

/** A clock or a network that was read as something else. */
const isShortWord = ({ text }: Row): boolean => text.length <= 6 && senderNumber(text) === null;

const looksLikeStatus = ({ text, box }: Row, width: number): boolean => box.width < 0.35 * width && isMisreadStatus(text);

/** In widths of the picture: how far the middle of a row is from that of the screen at most. */
const OFF_CENTRE = 0.1;

export function isCentred({ left, width }: { readonly left: number; readonly width: number }, screen: number): boolean {
  return Math.abs(left + width / 2 - screen / 2) <= OFF_CENTRE * screen && left > 0.2 * screen;
}

/** What stands above the first bubble. */
export interface Head {
  readonly blocks: readonly Block[];
  /** The number or address that the title shows; null: a name, or no title. */
  readonly sender: string | null;
}

/** In widths of the picture: titles stand above this line, and what belongs to them is this close. */
const TITLE_UNTIL = 0.5;
const TITLE_HEIGHT = 0.13;
const LONGEST_NAME = 14;

/** The title bar: the first words below the status bar, when they are short, alone and look like a name or number. */
export function headOf(blocks: readonly Block[], hasStatus: boolean, width: number): Head {
  const at = blocks.findIndex((block) => !isIdle(block.rows));
  const title = blocks[at];
  if (!title || !isTitle(title, hasStatus, width)) return { blocks: [], sender: null };
  const until = middleOf(title.box) + TITLE_HEIGHT * width;
  const head = blocks.filter(
    (block, index) =>
      index <= at ||
      (middleOf(block.box) < until && (isIdle(block.rows) || senderOf(block) !== null || isSubtitle(block, title, width))),
  );
  return { blocks: head, sender: longest(head.flatMap((block) => senderOf(block) ?? [])) };
}

/** An arrow with a count of unread messages may look like a short number beside the sender's. */
const longest = (senders: readonly string[]): string | null =>
  senders.reduce<string | null>((a, b) => (a !== null && a.length >= b.length ? a : b), null);

const senderOf = ({ rows }: Block): string | null =>
  rows.map(({ text }) => senderNumber(text)).find((sender) => sender !== null) ?? null;

/** In widths of the picture: what stands beside and right below a title, such as a round picture and the kind of message. */
const SUBTITLE_HEIGHT = 0.085;

const isSubtitle = ({ box, rows: [first, ...others] }: Block, title: Block, width: number): boolean =>
  first !== undefined &&
  others.length === 0 &&
  middleOf(box) - middleOf(title.box) < SUBTITLE_HEIGHT * width &&
  widthInEm(first.text) <= LONGEST_NAME;

function isTitle(block: Block, hasStatus: boolean, width: number): boolean {
  const [first, ...others] = block.rows;
  if (!first || middleOf(first.box) > TITLE_UNTIL * width || readShownTime(first.text) !== null) return false;
  const isNumber = senderNumber(first.text) !== null;
  const isShort = (text: string): boolean => widthInEm(text) <= LONGEST_NAME && !/[，。！？；!?]/.test(text);
  if (!others.every(({ text }) => isFurniture(text) || senderNumber(text) !== null || (hasStatus && isNumber && isShort(text))))
    return false;
  return isNumber || (hasStatus && isShort(first.text));
}
