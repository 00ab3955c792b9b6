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
const LONGEST_HEAD = 24;

/** The first line of a notification: the program with or without the time, or the sender with the time at the right end. */
interface CardHead {
  readonly time: ShownTime;
  readonly isSender: boolean;
}

function readHead(row: Row, rows: readonly Row[]): CardHead | null {
  const words = row.text.replace(/\s/g, '');
  if (words.length > LONGEST_HEAD) return null;
  const program = PROGRAM.exec(words)?.[0];
  const beside = timeBeside(row, rows);
  if (program === undefined) return beside && isName(row) ? { time: beside, isSender: true } : null;
  const rest = words.slice(program.length).replace(BETWEEN, '');
  if (rest === '') return { time: beside ?? NO_TIME, isSender: false };
  const time = readCardTime(rest);
  return time && { time, isSender: false };
}

/** A time of a notification. `3分钟前` is one, but tells no hour. */
const readCardTime = (words: string): ShownTime | null => (AGO.test(words.replace(/\s/g, '')) ? NO_TIME : readShownTime(words));

const LONGEST_NAME = 16;
const isName = ({ text }: Row): boolean =>
  senderNumber(text) !== null || (widthInEm(text) <= LONGEST_NAME && !/[，。！？；,!?;【】]/.test(text));

/** The time at the right end of the same line. */
function timeBeside(top: Row, rows: readonly Row[]): ShownTime | null {
  const beside = rows.find(
    (row) =>
      row.box.left > rightOf(top.box) &&
      Math.abs(middleOf(row.box) - middleOf(top.box)) < top.em &&
      readCardTime(row.text) !== null,
  );
  return beside === undefined ? null : readCardTime(beside.text);
}

/** Cards may stand so close that they look like one. */
function splitAtHeads({ rows }: Block, all: readonly Row[]): Block[] {
  const parts: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    const opens = at < rows.length - 1 && readHead(row, all) !== null;
    if (opens || parts.length === 0) parts.push([row]);
    else parts.at(-1)?.push(row);
  }
  return parts.map(blockOf);
}

function cardOf({ rows }: Block, all: readonly Row[]): Card | null {
  const [top, second, ...others] = rows;
  const head = top && readHead(top, all);
  if (!head || !second) return null;
  const from = head.isSender ? top : second;
  const words = head.isSender ? [second, ...others] : others.length > 0 ? others : [second];
  const body = withoutButtons(words);
  return body.length === 0 ? null : { sender: senderNumber(from.text), time: head.time, body: blockOf(body) };
}

function withoutButtons(rows: readonly Row[]): readonly Row[] {
  const end = rows.findLastIndex(({ text }) => !isFurniture(text));
  return rows.slice(0, end + 1);
}
