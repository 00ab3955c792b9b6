import { foldText } from '../../notice/fold.js';
import { isRemark } from '../../notice/remark.js';
import type { Pixels } from '../types.js';
import { type Block, blockOf } from './blocks.js';
import { bottomOf, rightOf } from './boxes.js';
import { isButtons, isFurniture, isIcon, isInputLike } from './furniture.js';
import { colourfulness } from './ground.js';
import { headOf, isCentred } from './head.js';
import type { Row } from './row.js';
import { NO_TIME, readShownTime, type ShownTime } from './shown-time.js';

/** A bubble of a conversation. */
export interface Bubble {
  readonly block: Block;
  readonly isOwn: boolean;
  readonly time: ShownTime;
}

export interface Chat {
  readonly sender: string | null;
  /** Whether it looks like a conversation at all, and not like a page with words. */
  readonly isChat: boolean;
  /** A person who talks and passes things on, not the sender of the messages: pictures of people stand beside the bubbles. */
  readonly isFriend: boolean;
  readonly bubbles: readonly Bubble[];
}

/** Takes a conversation apart. `blocks`: without the status bar. */
export function chatOf(blocks: readonly Block[], hasStatus: boolean, pixels: Pixels): Chat {
  const head = headOf(blocks, hasStatus, pixels.width);
  const below = withoutInput(
    blocks.filter((block) => !head.blocks.includes(block)),
    pixels,
  );
  const bubbles = timedBubbles(below, pixels.width);
  const others = bubbles.filter(({ isOwn }) => !isOwn);
  return {
    sender: head.sender,
    isChat: head.blocks.length > 0 || bubbles.length < below.length,
    isFriend: head.sender === null && hasPictures(others, pixels.width),
    bubbles,
  };
}

/** In heights of its writing: how far the input line stands below the last bubble at least; in widths of the picture: how near to the lower edge. */
const INPUT_DISTANCE = 3;
const INPUT_FROM = 0.3;

/** The input line, also one whose words were misread: the last row, short, alone, at the lower edge. */
function withoutInput(blocks: readonly Block[], { width, height }: Pixels): readonly Block[] {
  const last = blocks.at(-1);
  const [row] = last?.rows ?? [];
  const before = Math.max(0, ...blocks.slice(0, -1).map(({ box }) => bottomOf(box)));
  if (!last || !row || last.rows.length > 1 || !isInputLike(row.text)) return blocks;
  const isLow = row.box.top > height - INPUT_FROM * width && row.box.top - before > INPUT_DISTANCE * row.em;
  return isLow ? blocks.slice(0, -1) : blocks;
}

/** Bubbles with the time above them, or the hour below. */
function timedBubbles(blocks: readonly Block[], width: number): Bubble[] {
  const size = usualSize(blocks);
  const bubbles: Bubble[] = [];
  let above = NO_TIME;
  let day: ShownTime['day'] = null;
  for (const block of blocks) {
    const time = timeOf(block);
    if (isCentred(block.box, width) && (time !== null || isSmallPrint(block, size))) {
      // A day on its own counts for the hours below it; a day with its hour only for that hour.
      if (time !== null) day = time.hour === null ? time.day : time.day === null ? day : null;
      above = time === null ? NO_TIME : { day: time.day ?? day, hour: time.hour };
    } else if (time !== null) setHour(bubbles, time);
    else if (!isIdle(block)) {
      const { bubble, below } = withoutFoot(block, size);
      bubbles.push({ block: bubble, isOwn: isOwn(bubble, width), time: above });
      if (below !== null) setHour(bubbles, below);
    }
  }
  return bubbles;
}

/** The hour that stands below the last bubble. */
function setHour(bubbles: Bubble[], { day, hour }: ShownTime): void {
  const last = bubbles.pop();
  if (last) bubbles.push({ ...last, time: { day: day ?? last.time.day, hour } });
}

/** The size of most writing, which is that of the messages. */
function usualSize(blocks: readonly Block[]): number {
  const sizes = blocks.flatMap(({ rows }) => rows.flatMap(({ text, em }) => Array.from(text, () => em))).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** In sizes of the messages: the writing between and below bubbles is smaller. */
const SMALL_PRINT = 0.87;

/** A row in the middle that is smaller than the messages is a time even when its words cannot be read: that of the bubble above is not passed on. */
const isSmallPrint = ({ rows }: Block, size: number): boolean => rows.every(({ em }) => em <= SMALL_PRINT * size);

/** A bubble without the buttons and the hour that stand close below it. */
function withoutFoot({ rows, box }: Block, size: number): { bubble: Block; below: ShownTime | null } {
  const isFoot = ({ text, em }: Row): boolean =>
    isButtons(text) || (em <= SMALL_PRINT * size && (isFurniture(text) || readShownTime(text) !== null));
  const end = rows.findLastIndex((row) => !isFoot(row));
  if (end < 0 || end === rows.length - 1) return { bubble: { rows, box }, below: null };
  const below = rows.slice(end + 1).map(({ text }) => readShownTime(text));
  return { bubble: blockOf(rows.slice(0, end + 1)), below: below.find((time) => time !== null) ?? null };
}

const isIdle = ({ rows }: Block): boolean => rows.every(({ text }) => isFurniture(text) || isIcon(text));

/** The time that a block shows when it shows nothing else. */
function timeOf({ rows }: Block): ShownTime | null {
  const words = rows.filter(({ text }) => !isFurniture(text));
  return words.length === 1 && words[0] ? readShownTime(words[0].text) : null;
}

/** In widths of the picture. Own bubbles keep to the right; those of somebody else begin left of here. */
const OWN_FROM = 0.22;
const CLEARLY_RIGHT = 0.08;
/** Own bubbles are green or blue, those of others white or grey. */
const COLOURED = 30;

function isOwn({ box, rows }: Block, width: number): boolean {
  if (box.left < 0.2 * width) return false;
  const room = width - rightOf(box);
  const isColoured = rows.every(({ ground }) => colourfulness(ground) >= COLOURED);
  return (isColoured && room < 0.3 * width) || (box.left > OWN_FROM * width && box.left > room + CLEARLY_RIGHT * width);
}

/** In widths of the picture: with a picture beside it a bubble begins right of here. */
const PICTURE_WIDTH = 0.15;

const hasPictures = (bubbles: readonly Bubble[], width: number): boolean =>
  bubbles.length > 0 && bubbles.every(({ block }) => block.box.left > PICTURE_WIDTH * width);

/** Whether words are what a person says about a message that he passes on. */
export const isSaidAbout = (words: string): boolean => isRemark(foldText(words).text, true);
