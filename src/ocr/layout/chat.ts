import type { Pixels } from '../types.js';
import type { Block } from './blocks.js';
import { bottomOf } from './boxes.js';
import { type Bubble, bubblesOf, isColoured } from './bubbles.js';
import { isInputLike } from './furniture.js';
import { headOf } from './head.js';
import { hasSentences } from './page.js';
import type { Row } from './row.js';
import { NO_TIME } from './shown-time.js';

export interface Chat {
  readonly sender: string | null;
  /** Whether it looks like a conversation at all, and not like a page with words. */
  readonly isChat: boolean;
  /** A person who talks and passes things on, not the sender of the messages: pictures of people stand beside the bubbles. */
  readonly isFriend: boolean;
  readonly bubbles: readonly Bubble[];
}

/** Takes a conversation apart. `blocks`: without the status bar. */
export function chatOf(blocks: readonly Block[], status: readonly Row[], pixels: Pixels): Chat {
  const head = headOf(blocks, status.length > 0, pixels.width);
  // On a photo the phone begins somewhere inside the picture.
  const edge = Math.min(pixels.width, ...[...status, ...blocks].map(({ box }) => box.left));
  const below = blocks.filter((block) => !head.blocks.includes(block));
  const conversation = withoutInput(below, pixels);
  const bubbles = bubblesOf(conversation, pixels.width);
  const hasFrame = head.sender !== null || conversation.length < below.length || bubbles.some(({ time }) => time !== NO_TIME);
  const isFriend = head.sender === null && hasPictures(bubbles, edge, pixels.width);
  const hasAnswers = bubbles.some(({ isOwn, block }) => isOwn && isColoured(block));
  const talks = head.blocks.length > 0 && isFriend && hasSentences(bubbles.map(({ block }) => block));
  return { sender: head.sender, isChat: hasFrame || hasAnswers || talks, isFriend, bubbles };
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

/** In widths of the picture: with the picture of a person beside it, a bubble begins this far right of the clock or the arrow back. */
const PICTURE_WIDTH = 0.1;

/** Whether pictures of persons stand beside the bubbles; the longest bubble tells, where shorter ones were read together with their picture. */
function hasPictures(bubbles: readonly Bubble[], edge: number, width: number): boolean {
  const longest = bubbles
    .filter(({ isOwn }) => !isOwn)
    .reduce<Bubble | null>((a, b) => (a !== null && lettersIn(a) >= lettersIn(b) ? a : b), null);
  return longest === null || longest.block.box.left - edge > PICTURE_WIDTH * width;
}

const lettersIn = ({ block }: Bubble): number => block.rows.reduce((sum, { text }) => sum + text.length, 0);
