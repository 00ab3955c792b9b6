import { type Block, blockOf } from './blocks.js';
import { middleOf, rightOf } from './boxes.js';
import { isFurniture } from './furniture.js';
import type { Row } from './row.js';
import { senderNumber } from './sender-number.js';
import { NO_TIME, readShownTime, type ShownTime } from './shown-time.js';

/** A notification: who it is from, when it came, what it says. */
export interface Card {
  readonly sender: string | null;
  readonly time: ShownTime;
  readonly body: Block;
}

const PROGRAM = /^(?:信息|短信|短消息|短信息|彩信|消息|信息通知|messages?|sms|微信|wechat|qq|支付宝|邮件|mail)/i;
const AGO = /^(?:现在|刚刚|now|\d{1,2}(?:秒|分钟|小时|分|m|h)(?:之?前|ago)?)$/i;
const BETWEEN = /^[^\p{L}\p{N}]*/u;

/** The line over a notification: the program, often with the time. Null: another line. */
function readCardHead(text: string): ShownTime | null {
  const words = text.replace(/\s/g, '');
  const program = PROGRAM.exec(words)?.[0];
  if (program === undefined || words.length > 24) return null;
  const rest = words.slice(program.length).replace(BETWEEN, '');
  if (rest === '' || AGO.test(rest)) return NO_TIME;
  return readShownTime(rest);
}

/** The notifications of a lock screen or shade. Empty: this is none. */
export function cardsOf(blocks: readonly Block[]): Card[] {
  const rows = blocks.flatMap((block) => block.rows);
  return blocks.flatMap(splitAtHeads).flatMap((block) => cardOf(block, rows) ?? []);
}

/** Cards may stand so close that they look like one. */
function splitAtHeads({ rows }: Block): Block[] {
  const parts: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    const opens = readCardHead(row.text) !== null && at < rows.length - 1;
    if (opens || parts.length === 0) parts.push([row]);
    else parts.at(-1)?.push(row);
  }
  return parts.map(blockOf);
}

function cardOf({ rows }: Block, all: readonly Row[]): Card | null {
  const [top, from, ...words] = rows;
  const head = top && readCardHead(top.text);
  if (!head || !from) return null;
  const sender = senderNumber(from.text);
  const body = withoutButtons(words.length === 0 ? [from] : words);
  if (body.length === 0) return null;
  return {
    sender,
    time: head === NO_TIME ? timeBeside(top, all) : head,
    body: blockOf(body),
  };
}

function withoutButtons(rows: readonly Row[]): readonly Row[] {
  const end = rows.findLastIndex(({ text }) => !isFurniture(text));
  return rows.slice(0, end + 1);
}

/** The time at the right end of the line over a notification. */
function timeBeside(top: Row, all: readonly Row[]): ShownTime {
  const beside = all.find(
    (row) =>
      row.box.left > rightOf(top.box) && Math.abs(middleOf(row.box) - middleOf(top.box)) < top.em && readShownTime(row.text),
  );
  return (beside && readShownTime(beside.text)) ?? NO_TIME;
}
