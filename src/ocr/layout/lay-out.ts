import type { LaidOut, Pixels, PlacedNotice, ReadLine } from '../types.js';
import { type Block, blocksOf } from './blocks.js';
import { rightOf, unionOf } from './boxes.js';
import type { Bubble } from './bubbles.js';
import { type Card, cardsOf } from './cards.js';
import { type Chat, chatOf } from './chat.js';
import { statusRows } from './head.js';
import { joinRows } from './join-rows.js';
import { pageText } from './page.js';
import { withoutRemarks } from './remarks.js';
import { type Row, rowsOf } from './row.js';
import { dateOf, readShownTime, toIso } from './shown-time.js';
import { isTrusted } from './trust.js';

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
  const found = findNotices(blocks, status, pixels, today);
  if (found.length === 0) return { kind: 'failed', why: 'no_text' };
  const trusted = found.filter(({ text }) => isTrusted(text));
  if (trusted.length === 0) return { kind: 'failed', why: 'unclear' };
  return { kind: 'read', notices: trusted };
}

function findNotices(
  blocks: readonly Block[],
  status: readonly Row[],
  pixels: Pixels,
  today: string | null,
): readonly PlacedNotice[] {
  const cards = cardsOf(blocks);
  if (cards.length > 0) return fromCards(cards, pixels.width, dayShown(blocks, today));
  const chat = chatOf(blocks, status, pixels);
  return chat.isChat ? fromChat(chat, pixels.width, today) : fromPage(chat.bubbles.map(({ block }) => block));
}

/** In widths of the picture: how far cards reach at least before a line is broken. */
const NARROWEST_CARD = 0.8;

function fromCards(cards: readonly Card[], width: number, today: string | null): PlacedNotice[] {
  const right = Math.max(NARROWEST_CARD * width, ...cards.map(({ body }) => rightOf(body.box)));
  return cards.map(({ body: { rows, box }, sender, time }) => ({
    text: joinRows(rows, right),
    sender,
    receivedAt: toIso(time, today),
    box,
  }));
}

/** The day of the screenshot: the one that a lock screen shows, or the one that the caller knows. */
function dayShown(blocks: readonly Block[], today: string | null): string | null {
  const days = blocks.flatMap(({ rows }) => rows.map(({ text }) => readShownTime(text)?.day ?? null));
  const date = days.find((day) => day?.kind === 'date');
  return (date && dateOf(date, today)) ?? today;
}

function fromChat(chat: Chat, width: number, today: string | null): readonly PlacedNotice[] {
  const others = chat.bubbles.filter(({ isOwn }) => !isOwn);
  // What the owner of the phone passed on is the message when nobody else says anything.
  const bubbles = others.length > 0 ? others : chat.bubbles;
  const right = reachOf(bubbles, width);
  const said = bubbles.map(({ block: { rows, box }, time }) => ({
    text: joinRows(rows, right),
    sender: others.length > 0 ? chat.sender : null,
    receivedAt: chat.isFriend || others.length === 0 ? null : toIso(time, today),
    box,
  }));
  return withoutRemarks(said, chat.isFriend);
}

/** In widths of the picture: bubbles become at least this wide before a line is broken. */
const NARROWEST_FULL_BUBBLE = 0.62;

function reachOf(bubbles: readonly Bubble[], width: number): number {
  const several = bubbles.filter(({ block }) => block.rows.length > 1);
  return Math.max(NARROWEST_FULL_BUBBLE * width, ...several.map(({ block }) => rightOf(block.box)));
}

/** Who sent it is not shown. */
function fromPage(blocks: readonly Block[]): PlacedNotice[] {
  const text = pageText(blocks);
  if (text === null) return [];
  const box = unionOf(blocks.map((block) => block.box));
  return [{ text, sender: null, receivedAt: null, box }];
}
