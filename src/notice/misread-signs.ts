import { allMatches } from './matches.js';
import type { Edit } from './rewritten-fold.js';

/*
 * Signs that readers of pictures lose, add or take for others, whatever the words are. For text that was read from a
 * picture only, in its matching copy.
 */

const HAN = '\\u3400-\\u9fff';

/** A signature whose bracket became 1, (, | or the like: 1样例金融】 and 【样例金融1. Only at the head, where nothing else stands. */
const OPENING = new RegExp(`^ ?[1il|!({<「『〈《t](?=[${HAN}a-z0-9]{2,16}[】\\]])`, 'g');
const CLOSING = new RegExp(`(?<=^ ?[【\\[][${HAN}]{2,14})[1il|!)}>」』〉》](?=[${HAN}])(?![^【\\n]{0,16}[】\\]])`, 'g');

/** Spaces that a reader sets between Chinese and anything else: 12 天, 微信 ab12. */
const ADDED_SPACE = new RegExp(`(?<=[${HAN}]) (?=[a-z0-9])|(?<=[a-z0-9]) (?=[${HAN}])`, 'g');

/** A service code that fell apart: 95 588, 955 88. */
const BROKEN_CODE = /(?<![\d.] ?)9 ?[56](?: ?\d){3,4}(?! ?[\d元])/g;

/** https//, http:/, https;//. */
const BROKEN_SCHEME = /(?<![a-z])(https?) ?[:;]? ?(?:\/ ?\/|\/(?=[a-z0-9-]{1,63}\.))/g;

const edit = (match: RegExpExecArray, becomes: string): Edit => ({
  start: match.index,
  end: match.index + match[0].length,
  becomes,
});

/** What to write in place of signs that were misread. Patterns are linear in the length of the text. */
export function misreadSigns(text: string): Edit[] {
  return [
    ...allMatches(OPENING, text).map((match) => edit(match, '【')),
    ...allMatches(CLOSING, text).map((match) => edit(match, '】')),
    ...allMatches(ADDED_SPACE, text).map((match) => edit(match, '')),
    ...allMatches(BROKEN_CODE, text).flatMap((match) =>
      match[0].includes(' ') ? edit(match, match[0].replaceAll(' ', '')) : [],
    ),
    ...allMatches(BROKEN_SCHEME, text).map((match) => edit(match, `${match[1]}://`)),
  ];
}
