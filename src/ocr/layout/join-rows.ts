import { rightOf } from './boxes.js';
import { type Row, widthInEm } from './row.js';

/** What a line break never parts on a phone: a run of Latin writing, or one character with the punctuation behind it. */
const FIRST_PIECE =
  /^[【「“(（《[<]*(?:[^\s\x21-\x7e][，。！？；：、）】」”》,.!?;:)\]]*|[\x21-\x7e]+[，。！？；：、）】」”》]*)/;
/** Half a character is lost to rounding and to the white of the last one. */
const SLACK = 0.6;
const LATIN_END = /[\x21-\x7e]+$/;
const LATIN_START = /^[\x21-\x7e]+/;

/**
 * The words of rows of one bubble. A break is the writer's own where the next piece would still have fitted (then it stays);
 * otherwise the screen was too narrow. `right`: how far lines of such a bubble reach, in pixels.
 */
export function joinRows(rows: readonly Row[], right: number): string {
  return rows.reduce((text, row, at) => {
    const before = rows[at - 1];
    return before === undefined ? row.text : text + between(before, row, text, right) + row.text;
  }, '');
}

function between(before: Row, row: Row, text: string, right: number): '\n' | ' ' | '' {
  const piece = FIRST_PIECE.exec(row.text)?.[0] ?? '';
  const room = (right - rightOf(before.box)) / Math.max(before.em, row.em);
  if (room > widthInEm(piece) + SLACK && !isBrokenAddress(text)) return '\n';
  return needsSpace(text, row.text, room) ? ' ' : '';
}

/** In em: with less room left the line was full, and what stood there may have been cut anywhere. */
const FULL = 0.8;

/** Two words were parted at their space; a link, a number or a code that filled the line was cut in two. */
function needsSpace(text: string, next: string, room: number): boolean {
  const end = LATIN_END.exec(text)?.[0];
  const start = LATIN_START.exec(next)?.[0];
  if (end === undefined || start === undefined) return false;
  if (isCutAtSign(text, end, start, room)) return false;
  return room > FULL || (!isAddress(end) && /^[a-z]{2,}[,.;!?]?$/.test(end));
}

/** The beginning of a link, also one cut in the middle of its host. */
const isAddress = (end: string): boolean => /:\/\/|^www|[\w-]\.[\w-]|\w\/|@|[a-z\d]-$/i.test(end);

/** Screens break a link behind these signs even where more would have fitted; no writer does. */
function isBrokenAddress(text: string): boolean {
  const end = LATIN_END.exec(text)?.[0] ?? '';
  return isAddress(end) && /[-=&]$/.test(end);
}

/** A link begins anew, so that the one before was whole. */
const NEW_LINK = /^(?:https?:|www\.)/i;
/** A sign with a letter right behind it stands in the middle of a link; some screens break before it. */
const MIDDLE_OF_LINK = /^[-./?=&#%_]+[a-z\d]/i;
/** A link goes on in lower case; a sentence begins with a capital. */
const LOWER_CASE = /^[a-z\d%_~-]/;
/** Behind Latin words and a space, a dot or question mark ends their sentence. */
const IN_LATIN_WORDS = /[\x21-\x7e]\s\S*$/;

/** Whether the screen broke a link at one of its signs. A dot or question mark may as well end a sentence. */
function isCutAtSign(text: string, end: string, start: string, room: number): boolean {
  if (NEW_LINK.test(start)) return false;
  if (isAddress(end) && (MIDDLE_OF_LINK.test(start) || /[-/=&]$/.test(end))) return true;
  const mayGoOn = /\w[-./?=&]$/.test(end) && LOWER_CASE.test(start) && !IN_LATIN_WORDS.test(text);
  return mayGoOn && (room <= FULL || isAddress(end));
}
