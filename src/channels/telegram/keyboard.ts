import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'telegraf/types';
import { printable } from '../../reply/printable.js';
import type { Button } from '../../reply/types.js';
import { displayWidth } from '../console/columns.js';

/** Columns of a label that fits in half a row of a phone: eight Chinese characters. */
const HALF_ROW = 16;

/** Telegram refuses a whole message for one button with a longer id. Bytes. */
const LONGEST_ID = 64;

const isUsable = ({ id, label }: Button): boolean => {
  const bytes = Buffer.byteLength(id);
  return bytes > 0 && bytes <= LONGEST_ID && printable(label).trim() !== '';
};

/** Buttons below a message: two short ones side by side, a long one alone; undefined when there are none. */
export function keyboardOf(buttons: readonly Button[]): InlineKeyboardMarkup | undefined {
  const rows: InlineKeyboardButton[][] = [];
  let isHalf = false;
  for (const { id, label } of buttons.filter(isUsable)) {
    const button = { text: printable(label), callback_data: id };
    const isShort = displayWidth(label) <= HALF_ROW;
    if (isShort && isHalf) rows.at(-1)?.push(button);
    else rows.push([button]);
    isHalf = isShort && !isHalf;
  }
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}
