import type { Pixels } from '../types.js';
import type { Block } from './blocks.js';
import { bottomOf } from './boxes.js';
import { type Bubble, bubblesOf, isColoured } from './bubbles.js';
import { isInputLike } from './furniture.js';
import { headOf } from './head.js';
import { hasSentences } from './page.js';
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
export function chatOf(blocks: readonly Block[], hasStatus: boolean, pixels: Pixels): Chat {
  const head = headOf(blocks, hasStatus, pixels.width);
  const below = blocks.filter((block) => !head.blocks.includes(block));
  const conversation = withoutInput(below, pixels);
  const bubbles = bubblesOf(conversation, pixels.width);
  const hasFrame = head.sender !== null || conversation.length < below.length || bubbles.some(({ time }) => time !== NO_TIME);
  const isFriend = head.sender === null && hasPictures(bubbles, pixels.width);
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

/** In widths of the picture: with a picture beside it a bubble begins right of here. */
const PICTURE_WIDTH = 0.15;

const hasPictures = (bubbles: readonly Bubble[], width: number): boolean =>
  bubbles.every(({ block, isOwn }) => isOwn || block.box.left > PICTURE_WIDTH * width);
