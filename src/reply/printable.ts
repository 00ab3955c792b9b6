/** Terminal sequences: CSI (colours, cursor), OSC (titles, links) up to its end, and two-character escapes. */
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/gu;

/** Controls, direction marks, zero-width and other invisible format characters, private use, lone surrogates, blank letters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5\ufe00-\ufe0f]/gu;

/** More than two marks on one character are there to smear over the lines around it. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** Anything at all that one of the steps below would change: most texts hold none of it. */
const NEEDS_CLEANING =
  /[^\S ]| {2}|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5\ufe00-\ufe0f]|\p{M}{3}/u;

/**
 * One line of somebody else's text that shows what it is: no control or escape sequences, nothing invisible, no change
 * of direction, and every kind of white space a single space.
 */
export function printable(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text
    .replace(ESCAPES, '')
    .replace(/[^\S\ufeff]/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ {2,}/g, ' ');
}
