import type { Span } from '../../notice/types.js';
import type { Check, Subject } from '../types.js';

/**
 * What is left of an address whose dots, colon or letters were lost: www icbc, http//, jd huankuan top, pay/a8K2. Not
 * behind a sign of one that was read, and not an amount such as 3/12.
 */
const REMAINS =
  /(?:https?|www|wap)[^\u3400-\u9fff\n]{3,60}|[a-z0-9-]{3,40}[ ,·。]{1,2}(?:com|cn|net|top|vip|xyz|cc|shop|club|site|online)(?![a-z])|(?<![a-z0-9])(?=[0-9]{0,10}[a-z])[a-z0-9-]{2,40}\/[a-z0-9]{2,40}/;

/** Where the text holds something like that; null also when a link was read, for then there is one to ask about. */
function remainsIn({ notice }: Subject): Span | null {
  const match = REMAINS.exec(notice.body.text);
  return match && notice.body.toOriginal(match.index, match.index + match[0].length);
}

/** A picture that speaks of a link, or holds the remains of one, may lead somewhere that nobody could read. */
export const linkUnread: Check = {
  id: 'link-unread',
  asks: 'Does a picture seem to hold an address that could not be read?',
  about: 'picture',
  run(subject) {
    const { notice, words } = subject;
    if (notice.links.length > 0 || notice.codes.length > 0) return [];
    const span = remainsIn(subject);
    if (span === null && !words.has('names_a_link')) return [];
    return [{ id: 'link.unread', family: 'link', leaning: 'unknown', strength: 'weak', span, facts: {} }];
  },
};
