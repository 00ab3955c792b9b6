import type { DetailKind, Tally } from '../notice/types.js';
import { isUnlisted, isUnlistedLink } from './ownership.js';
import type { Check, Finding, Subject } from './types.js';

const PRIVATE_DOORS: ReadonlySet<DetailKind> = new Set(['qq', 'wechat', 'alipay_account', 'meeting_id', 'bank_card']);

/** From this weight, gathered on more than one day, a crowd is more than a hint. A dozen new accounts in one night have less. */
const MUCH = 3;

const strengthOf = ({ weight, days }: Tally): Finding['strength'] => (weight >= MUCH && days > 1 ? 'medium' : 'weak');

/** Every way out of the message is on record: nobody can report an institution's own number into a fraud. */
function leadsToListedOnly(subject: Subject): boolean {
  const { links, phones, details } = subject.notice;
  if (links.length + phones.length === 0 || details.some(({ kind }) => PRIVATE_DOORS.has(kind))) return false;
  return !links.some((link) => isUnlistedLink(link, subject)) && !phones.some((phone) => isUnlisted(phone, subject));
}

const finding = (id: string, tally: Tally, isBad: boolean): Finding => ({
  id,
  family: 'community',
  leaning: isBad ? 'scam' : 'unknown',
  strength: isBad ? strengthOf(tally) : 'weak',
  span: null,
  facts: { people: String(tally.people) },
});

export const community: Check = {
  id: 'community',
  asks: 'Did others forward nearly the same message, or one with the same unlisted address? It never decides by itself.',
  about: 'seen',
  run(subject) {
    const { wording, address } = subject.notice.seen ?? { wording: null, address: null };
    const isListed = leadsToListedOnly(subject);
    const found: Finding[] = [];
    if (wording) {
      const isBad = wording.judged === 'bad' && !isListed;
      found.push(finding(isBad ? 'community.seen-bad' : 'community.seen', wording, isBad));
    }
    if (address && !isListed && wording?.judged !== 'corrected') found.push(finding('community.address-seen', address, true));
    return found;
  },
};
