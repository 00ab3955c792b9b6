import type { Audience, MarkerHit } from '../../registry/conduct.js';
import type { Subject } from '../types.js';
import type { Marked } from './types.js';

/** 将转告, 会通知他: what the writer announces to do, not what it asks of the reader. */
const ANNOUNCED = /[将会要能]$|可以$|已经?$/;
/** 请通知您的家人 asks the reader; 通知您的家人 threatens the reader. */
const ASKED = /(?:请|请您|请你|烦请|麻烦|麻烦您|帮忙|代为|劳烦|恳请|敬请|望|您)$/;

const before = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at);

const byEnd = (hits: readonly MarkerHit[]): ReadonlyMap<number, MarkerHit> => new Map(hits.map((hit) => [hit.end, hit]));

/** 您的弟弟 in a notice to the brother, but not in 否则将通知您的弟弟. */
function speaksOfReadersKin(text: string, marked: Marked): boolean {
  const owners = byEnd(marked.hits('owner'));
  const reaching = byEnd(marked.hits('reaches_out'));
  return marked.hits('kin').some(({ start }) => {
    // At most 一位 or 家里 stands between: 您的一位朋友.
    const owner = owners.get(start) ?? owners.get(start - 1) ?? owners.get(start - 2);
    if (!owner || text.slice(owner.end, start).includes('是')) return false;
    const reach = reaching.get(owner.start) ?? reaching.get(owner.start - 1);
    return reach === undefined || ASKED.test(before(text, reach.start, 3));
  });
}

/** 其他的, 让他人, 让他们, 您的紧急联系人: words that only look like the debtor being spoken of. */
const OWN_CONTACT = /[您你其]$/;

function asksReader(text: string, hits: readonly MarkerHit[]): boolean {
  return hits.some(({ start, end }) => {
    const led = before(text, start, 2);
    return (
      !/[人们]/.test(text.charAt(end)) && !ANNOUNCED.test(led) && !(OWN_CONTACT.test(led) && /[他她的]/.test(text.charAt(start)))
    );
  });
}

function readFromText(text: string, marked: Marked): Audience {
  const toContact = asksReader(text, marked.hits('pass_on')) || asksReader(text, marked.hits('addresses_contact'));
  if (toContact || speaksOfReadersKin(text, marked)) return 'third_party';
  return marked.has('addresses_debtor') ? 'debtor' : 'unknown';
}

/**
 * To whom the notice was sent, seen from the debt: the person's own answer when there is one, else how the text
 * addresses its reader. A relative who shows a notice that speaks of "your loan" was shown it by the borrower, or it
 * came to the wrong number: that is not known. `written` holds the markers of the whole body.
 */
export function audienceOf(subject: Subject, written: Marked): Audience {
  const { text } = subject.notice.body;
  const { role } = subject.notice;
  if (role === 'borrower') return 'debtor';
  const read = readFromText(text, written);
  if (role !== 'relative') return read;
  return read === 'debtor' ? 'unknown' : 'third_party';
}
