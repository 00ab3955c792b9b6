import { checkNotice } from '../checker.js';
import { fingerprintOf, likenessOf, SAME_CAMPAIGN } from '../notice/fingerprint.js';
import { isReadFromPicture } from '../notice/read.js';
import type { Notice, NoticeInput } from '../notice/types.js';
import type { TurnContext } from './turn.js';

/** The words of a picture given as text: exact now; the codes beside them stay, and so does what else is known. */
function withWords({ seen: _, sender, picture, ...known }: NoticeInput, copied: NoticeInput, notice: Notice): NoticeInput {
  const codes = picture?.codes ?? [];
  return {
    ...known,
    ...(sender === undefined || notice.sender !== null ? {} : { sender }),
    ...copied,
    ...(codes.length > 0 ? { picture: { codes, copied: true } } : {}),
  };
}

/**
 * The notices at hand, with this text in place of the one that was read from a picture of the same message; null when the
 * text is another message, or none at hand was read from a picture.
 */
export function withCopiedText(copied: NoticeInput, { held, registry }: TurnContext): readonly NoticeInput[] | null {
  if (held === null || copied.picture !== undefined || !held.some(isReadFromPicture)) return null;
  const { notice } = checkNotice(copied, registry).gravest;
  const { sketch } = fingerprintOf(notice);
  const isSame = (input: NoticeInput): boolean =>
    likenessOf(fingerprintOf(checkNotice(input, registry).gravest.notice).sketch, sketch) >= SAME_CAMPAIGN;
  const at = held.findLastIndex((input) => isReadFromPicture(input) && isSame(input));
  return at < 0 ? null : held.map((input, index) => (index === at ? withWords(input, copied, notice) : input));
}
