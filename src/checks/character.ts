import type { Notice } from '../notice/types.js';
import type { Words } from '../registry/types.js';
import type { Character, Claim } from './types.js';
import { holdsRemains } from './unread-link.js';

/** Longest text that is taken for a question about a notice instead of a notice, in folded characters. */
const LONGEST_QUESTION = 60;

const carriesDoor = (notice: Notice): boolean =>
  notice.links.length + notice.deepLinks.length + notice.codes.length > 0 || holdsRemains(notice);

const hasPrivateContact = (notice: Notice): boolean =>
  notice.details.some(({ kind }) => kind === 'wechat' || kind === 'qq' || kind === 'bank_card');

/** The reader told us who sent it or to whom: then somebody did send it, however chatty it sounds. */
const wasForwarded = (notice: Notice): boolean => notice.wrapped || notice.sender !== null || notice.role !== null;

function isQuestion(notice: Notice, words: Words): boolean {
  if (notice.wrapped || notice.sender || notice.signatures.length > 0 || carriesDoor(notice) || hasPrivateContact(notice))
    return false;
  const { text } = notice.body;
  if (text.length > LONGEST_QUESTION || words.has('salutation') || words.has('institution_voice')) return false;
  return words.has('question') || /[?？]\s*$/.test(text);
}

/** A dunning letter that ends with 谨防诈骗 is still a dunning letter. */
function isWarning(words: Words): boolean {
  if (words.has('own_debt')) return false;
  return words.has('warning_conclusion') || words.count('warning') >= 2;
}

/** A code comes alone; with a link beside it, it is bait or a login page. */
function carriesCode(notice: Notice, words: Words): boolean {
  if (carriesDoor(notice)) return false;
  return words.has('code') || notice.details.some(({ kind }) => kind === 'verification_code');
}

function isAdvert(words: Words): boolean {
  if (words.has('unsubscribe')) return words.has('advert') || !words.has('debt');
  return words.count('advert') >= 2;
}

function soundsLikeNotice(notice: Notice, claim: Claim | null, words: Words): boolean {
  if (notice.signatures.length > 0 || words.has('salutation') || words.has('institution_voice')) return true;
  if (carriesDoor(notice)) return true;
  if (claim && claim.basis !== 'mention' && claim.basis !== 'sender' && claim.basis !== 'topic') return !words.has('chat_voice');
  if (words.has('debt') && hasPrivateContact(notice)) return true;
  if (words.has('debt')) return notice.phones.length > 0 || notice.body.text.includes('您') || words.has('self_introduction');
  return notice.phones.length > 0 && words.has('service_line') && !words.has('chat_voice');
}

/**
 * What a text is, apart from whether it is true: the first description that fits, from the most to the least
 * particular. It opens and closes questions; it never decides that something is fraud.
 */
export function characterOf(notice: Notice, claim: Claim | null, words: Words): Character {
  if (notice.body.text.trim() === '') return 'empty';
  if (isQuestion(notice, words)) return 'question';
  if (isWarning(words)) return 'warning';
  if (carriesCode(notice, words)) return 'code';
  if (isAdvert(words)) return 'advert';
  if (words.count('transaction') >= 2) return 'transaction';
  return wasForwarded(notice) || soundsLikeNotice(notice, claim, words) ? 'notice' : 'chat';
}
