import type { DetailKind, Notice } from '../notice/types.js';
import type { Hook } from '../registry/types.js';
import { codesThat } from './known-codes.js';
import { isUnlisted, isUnlistedLink } from './ownership.js';
import type { Subject } from './types.js';
import { unreadLink } from './unread-link.js';

const PRIVATE_CONTACTS: ReadonlySet<DetailKind> = new Set(['qq', 'wechat', 'alipay_account', 'meeting_id']);

const holds = (notice: Notice, kinds: ReadonlySet<DetailKind>): boolean => notice.details.some(({ kind }) => kinds.has(kind));

/** An address whose dots were lost on the way: `wwwicbcxyzcom`. */
const DOTLESS_ADDRESS = /(?:https?|www|wap)[a-z0-9]{4,60}/;

/** 点击链接 with no address to read: it was cut off, garbled or hidden behind words, so nobody can know where it leads. */
const namesUnseenLink = ({ notice, words }: Subject): boolean =>
  notice.links.length === 0 && !notice.fromPicture && (words.has('names_a_link') || DOTLESS_ADDRESS.test(notice.body.text));

/** One that could not be read in a picture, and that does not look like the platform's own. */
function holdsUnreadLink(subject: Subject): boolean {
  const link = unreadLink(subject);
  return link !== null && link.own === null;
}

const hasUnlistedLink = (subject: Subject): boolean =>
  namesUnseenLink(subject) || holdsUnreadLink(subject) || subject.notice.links.some((link) => isUnlistedLink(link, subject));
const hasUnlistedPhone = (subject: Subject): boolean => subject.notice.phones.some((phone) => isUnlisted(phone, subject));
const hasPrivateContact = (subject: Subject): boolean =>
  holds(subject.notice, PRIVATE_CONTACTS) || codesThat('contact', subject).length > 0;
const hasPaymentCode = (subject: Subject): boolean => codesThat('payment', subject).length > 0;
const hasBankCard = ({ notice }: Subject): boolean => notice.details.some(({ kind }) => kind === 'bank_card');
const hasUnlistedDoor = (subject: Subject): boolean =>
  hasUnlistedLink(subject) ||
  hasUnlistedPhone(subject) ||
  hasPrivateContact(subject) ||
  hasBankCard(subject) ||
  hasPaymentCode(subject);

/**
 * Whether the notice offers such a door: a way for the reader to reach somebody. An unlisted door leads to somebody
 * of whom no record knows that he belongs to the claimed platform.
 */
export function hasDoor(hook: Hook, subject: Subject): boolean {
  const { notice } = subject;
  switch (hook) {
    case 'link':
      return notice.links.length > 0 || namesUnseenLink(subject) || unreadLink(subject) !== null;
    case 'unlisted_link':
      return hasUnlistedLink(subject);
    case 'unlisted_phone':
      return hasUnlistedPhone(subject);
    case 'private_contact':
      return hasPrivateContact(subject);
    case 'bank_card':
      return hasBankCard(subject);
    case 'unlisted_contact':
      return hasUnlistedDoor(subject);
    case 'any_contact':
      return notice.links.length > 0 || notice.phones.length > 0 || hasUnlistedDoor(subject);
  }
}
