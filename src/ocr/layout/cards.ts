import { type Block, blockOf } from './blocks.js';
import { middleOf, rightOf } from './boxes.js';
import { isFurniture } from './furniture.js';
import { type Row, widthInEm } from './row.js';
import { senderNumber } from './sender-number.js';
import { NO_TIME, readShownTime, type ShownTime } from './shown-time.js';

/** A notification: who it is from, when it came, what it says. */
export interface Card {
  readonly sender: string | null;
  readonly time: ShownTime;
  readonly body: Block;
}

/** The notifications of a lock screen or shade. Empty: this is none. */
export function cardsOf(blocks: readonly Block[]): Card[] {
  const rows = blocks.flatMap((block) => block.rows);
  return blocks.flatMap((block) => splitAtHeads(block, rows)).flatMap((block) => cardOf(block, rows) ?? []);
}

const PROGRAM = /^(?:信息|短信|短消息|短信息|彩信|消息|信息通知|messages?|sms|微信|wechat|qq|支付宝|邮件|mail)/i;
const AGO = /^(?:现在|刚刚|now|\d{1,2}(?:秒|分钟|小时|分|m|h)(?:之?前|ago)?)$/i;
const BETWEEN = /^[^\p{L}\p{N}]*/u;
const LONGEST_HEAD = 48;
const LONGEST_PROGRAM = 24;

/** The first line of a notification: the program with or without the time, or the sender with the time at the right end. */
interface CardHead {
  readonly time: ShownTime;
  /** The sender, where it stands in this line; null: in the next one. */
  readonly from: string | null;
  /** Whether a time stands in it or beside it; the name of a program alone may be the end of a message. */
  readonly isTimed: boolean;
}

function readHead(row: Row, rows: readonly Row[]): CardHead | null {
  const words = row.text.replace(/\s/g, '');
  if (words.length > LONGEST_HEAD) return null;
  const program = words.length > LONGEST_PROGRAM ? undefined : PROGRAM.exec(words)?.[0];
  const beside = timeBeside(row, rows);
  if (program === undefined)
    return beside && isName(row.text) ? { time: beside, from: row.text, isTimed: true } : readNameAndTime(row.text);
  const rest = words.slice(program.length).replace(BETWEEN, '');
  if (rest === '') return { time: beside ?? NO_TIME, from: null, isTimed: beside !== null };
  const time = readCardTime(rest);
  return time && { time, from: null, isTimed: true };
}

/** Between Latin writing and a time there may be no more than the change of script, or of letters to the digits of an hour. */
const BEFORE_TIME = /\s+|(?<=[\x21-\x7e])(?=\p{Script=Han})|(?<=[a-z])(?=\d{1,2}[:：]\d{2}$)/giu;

/** An e-mail address reaches so near to the time that both are one row. */
function readNameAndTime(text: string): CardHead | null {
  for (const { index } of text.matchAll(BEFORE_TIME)) {
    const [name, time] = [text.slice(0, index), readCardTime(text.slice(index))];
    if (time !== null && name.includes('@') && isName(name)) return { time, from: name, isTimed: true };
  }
  return null;
}

/** A time of a notification. `3分钟前` is one, but tells no hour. */
const readCardTime = (words: string): ShownTime | null => (AGO.test(words.replace(/\s/g, '')) ? NO_TIME : readShownTime(words));

const LONGEST_NAME = 16;
const isName = (text: string): boolean =>
  senderNumber(text) !== null || (widthInEm(text) <= LONGEST_NAME && !/[，。！？；,!?;【】]/.test(text));

const LONGEST_MISREAD_TIME = 4;

/** The time at the right end of the same line. A few letters beside a number are one that was misread. */
function timeBeside(top: Row, rows: readonly Row[]): ShownTime | null {
  const right = rows.filter((row) => row.box.left > rightOf(top.box) && Math.abs(middleOf(row.box) - middleOf(top.box)) < top.em);
  const [time] = right.flatMap(({ text }) => readCardTime(text) ?? []);
  const isMisread = right.some(({ text }) => text.length <= LONGEST_MISREAD_TIME && !isFurniture(text));
  return time ?? (isMisread && senderNumber(top.text) !== null ? NO_TIME : null);
}

/** In sizes of the row below it: the program is written smaller than the message. */
const PROGRAM_SIZE = 0.9;

/** Cards may stand so close that they look like one. */
function splitAtHeads({ rows }: Block, all: readonly Row[]): Block[] {
  const parts: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    const head = next === undefined ? null : readHead(row, all);
    const opens = head !== null && (head.isTimed || row.em <= PROGRAM_SIZE * (next?.em ?? 0));
    if (opens || parts.length === 0) parts.push([row]);
    else parts.at(-1)?.push(row);
  }
  return parts.map(blockOf);
}

function cardOf({ rows }: Block, all: readonly Row[]): Card | null {
  const [top, second, ...others] = rows;
  const head = top && readHead(top, all);
  if (!head || !second) return null;
  const words = head.from !== null ? [second, ...others] : others.length > 0 ? others : [second];
  const body = withoutButtons(words);
  return body.length === 0 ? null : { sender: senderNumber(head.from ?? second.text), time: head.time, body: blockOf(body) };
}

function withoutButtons(rows: readonly Row[]): readonly Row[] {
  const end = rows.findLastIndex(({ text }) => !isFurniture(text));
  return rows.slice(0, end + 1);
}
