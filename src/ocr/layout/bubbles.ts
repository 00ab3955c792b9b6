import { type Block, blockOf } from './blocks.js';
import { rightOf } from './boxes.js';
import { isButtons, isFurniture, isIdle } from './furniture.js';
import { colourfulness } from './ground.js';
import { isCentred } from './head.js';
import { type Row, usual } from './row.js';
import { NO_TIME, readShownTime, type ShownTime } from './shown-time.js';
import { isMessage } from './trust.js';

/** A bubble of a conversation. */
export interface Bubble {
  readonly block: Block;
  readonly isOwn: boolean;
  readonly time: ShownTime;
}

/** Bubbles with the time above them, or the hour below. */
export function bubblesOf(blocks: readonly Block[], width: number): Bubble[] {
  const rows = blocks.flatMap((block) => block.rows);
  // Most writing is that of the messages.
  const size = usual(rows, ({ em }) => em);
  const bubbles: Bubble[] = [];
  let above: Above = { time: NO_TIME, day: null };
  for (const block of blocks) {
    const shown = timeOf(block);
    if (isCentred(block.box, width) && (shown !== null || isSmallPrint(block, size))) above = nextAbove(above, shown);
    else if (shown !== null) setHour(bubbles, shown);
    else if (!isIdle(block.rows) && isMessage(wordsOf(block))) {
      const { bubble, below } = withoutFoot(block, size);
      bubbles.push({ block: bubble, isOwn: isOwn(bubble, width), time: above.time });
      if (below !== null) setHour(bubbles, below);
    }
  }
  return bubbles;
}

/** What stands above the next bubble, and the day that counts for hours without one. */
interface Above {
  readonly time: ShownTime;
  readonly day: ShownTime['day'];
}

/** A day on its own counts for the hours below it; a day with its hour only for that hour. Null: what is shown cannot be read. */
function nextAbove({ day }: Above, shown: ShownTime | null): Above {
  if (shown === null) return { time: NO_TIME, day };
  const lasting = shown.day === null ? day : null;
  return { time: { day: shown.day ?? lasting, hour: shown.hour }, day: shown.hour === null ? shown.day : lasting };
}

/** The hour that stands below the last bubble. */
function setHour(bubbles: Bubble[], { day, hour }: ShownTime): void {
  const last = bubbles.pop();
  if (last) bubbles.push({ ...last, time: { day: day ?? last.time.day, hour } });
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

const wordsOf = ({ rows }: Block): string => rows.map(({ text }) => text).join('');

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
  return (isColoured({ rows }) && room < 0.3 * width) || (box.left > OWN_FROM * width && box.left > room + CLEARLY_RIGHT * width);
}

export const isColoured = ({ rows }: Pick<Block, 'rows'>): boolean =>
  rows.every(({ ground }) => colourfulness(ground) >= COLOURED);
