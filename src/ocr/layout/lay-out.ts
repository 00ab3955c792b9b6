import type { LaidOut, Pixels, PlacedNotice, ReadLine } from '../types.js';
import { type Block, blocksOf } from './blocks.js';
import { rightOf } from './boxes.js';
import { cardsOf } from './cards.js';
import { type Bubble, type Chat, chatOf, isSaidAbout } from './chat.js';
import { statusRows } from './head.js';
import { joinRows } from './join-rows.js';
import { rowsOf } from './row.js';
import { dateOf, readShownTime, toIso } from './shown-time.js';
import { isMessage, isTrusted } from './trust.js';

/**
 * The notices that a picture shows, without the phone around them, or why there are none.
 *
 * `today`: the day on which the screenshot was made, as far as the caller knows it (`2026-11-20`, Shanghai); what a phone
 * calls 今天 or 星期三 is counted from it. Without it only times with a full date are told.
 */
export function layOut(lines: readonly ReadLine[], pixels: Pixels, today: string | null = null): LaidOut {
  const rows = rowsOf(lines, pixels);
  const status = statusRows(rows, pixels.width);
  const blocks = blocksOf(
    rows.filter((row) => !status.includes(row)),
    pixels,
  );
  const notices = fromCards(blocks, pixels, today) ?? fromChat(chatOf(blocks, status.length > 0, pixels), pixels, today);
  if (notices.length === 0) return { kind: 'failed', why: 'no_text' };
  return isTrusted(rows) ? { kind: 'read', notices } : { kind: 'failed', why: 'unclear' };
}

function fromCards(blocks: readonly Block[], pixels: Pixels, today: string | null): PlacedNotice[] | null {
  const cards = cardsOf(blocks);
  if (cards.length === 0) return null;
  const right = Math.max(...cards.map(({ body }) => rightOf(body.box)));
  const shownDay = today === null ? null : dayShown(blocks, today);
  return cards.map(({ body, sender, time }) => ({
    text: joinRows(body.rows, Math.max(right, 0.8 * pixels.width)),
    sender,
    receivedAt: toIso(time, shownDay ?? today),
    box: body.box,
  }));
}

/** A lock screen shows its day. */
function dayShown(blocks: readonly Block[], today: string): string | null {
  const days = blocks.flatMap(({ rows }) => rows.map(({ text }) => readShownTime(text)?.day ?? null));
  const date = days.find((day) => day?.kind === 'date');
  return date ? dateOf(date, today) : null;
}

function fromChat(chat: Chat, pixels: Pixels, today: string | null): PlacedNotice[] {
  const others = chat.bubbles.filter(({ isOwn }) => !isOwn);
  const right = reachOf(others.length > 0 ? others : chat.bubbles, chat, pixels.width);
  const words = (bubbles: readonly Bubble[]) =>
    bubbles.map(({ block, time }) => ({ text: joinRows(block.rows, right), box: block.box, time }));
  const said = words(others.length > 0 ? others : chat.bubbles).filter(({ text }) => isMessage(text));
  const passedOn = said.filter(({ text }) => !isSaidAbout(text));
  return (passedOn.length > 0 ? passedOn : said).map(({ text, box, time }) => ({
    text,
    sender: chat.sender,
    receivedAt: chat.isFriend ? null : toIso(time, today),
    box,
  }));
}

/** In widths of the picture: bubbles of a conversation may become this wide before a line is broken. */
const NARROWEST_FULL_BUBBLE = 0.62;

function reachOf(bubbles: readonly Bubble[], { isChat }: Chat, width: number): number {
  const several = bubbles.filter(({ block }) => block.rows.length > 1);
  const right = Math.max(0, ...(several.length > 0 ? several : bubbles).map(({ block }) => rightOf(block.box)));
  return isChat ? Math.max(right, NARROWEST_FULL_BUBBLE * width) : right;
}
