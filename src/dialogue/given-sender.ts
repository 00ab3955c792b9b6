import { foldText } from '../notice/fold.js';
import type { Registry } from '../registry/types.js';

/** Nobody says a number in more words. Characters. */
const LONGEST = 60;
const EMAIL = /[^\s@:：,，。“”"'（）()]{1,64}@[^\s@,，。“”"'（）()]{1,190}/;
/** Digits in any spelling, with what may stand between them. */
const NUMBER = /(?:\+|00)?\d(?:[ \-–().*]{0,2}[\d*]){2,23}/g;

/** Words that say that what stands beside them is the sender, and nothing else. */
const SAYS_SENDER =
  /^(?:发信|发件|来电|对方|短信|发送|显示|手机|电话)?(?:号码|发件人|发信人|发送者|发送方|来自|号|电话|from|sender|number|it was|it came|came|it's|its|it is|the|sent|by|was|is|this)*(?:就?是|为|写的是|显示)?[:\s]*$/;
const SAYS_SENT =
  /^(?:这个)?(?:号码|号|邮箱)?(?:给我|给她|给他|给我妈|给我爸)?(?:发|打|寄)?(?:来|过来)?(?:的|的短信|的消息|的信息)?(?:sent it|sent this|is the sender|是发件人)?[。.!~]*$/;
/** Before a number: “是”, “用”, “从”. */
const OPENS = /^(?:是用|就是|好像是|应该是|是|用|从|由|它是|他是|那个是|这个是|it is|it's|from)/;

function wordsAround(folded: string, start: number, end: number): boolean {
  const before = folded.slice(0, start).trim().replace(OPENS, '').trim();
  const behind = folded.slice(end).trim();
  return SAYS_SENDER.test(before) && SAYS_SENT.test(behind);
}

function findAddress(folded: string): { readonly start: number; readonly end: number } | null {
  const email = EMAIL.exec(folded);
  if (email) return { start: email.index, end: email.index + email[0].length };
  const numbers = [...folded.matchAll(NUMBER)];
  const [number] = numbers;
  return number && numbers.length === 1 ? { start: number.index, end: number.index + number[0].length } : null;
}

/**
 * The sender that somebody tells: `1069…`, `是 1069… 发来的`, `from +44 …`, an e-mail address; null when the text says
 * anything else besides. Linear in the length of the text, which is capped.
 */
export function readGivenSender(text: string): string | null {
  if (text.length > LONGEST) return null;
  const folded = foldText(text.replace(/[“”"'‘’「」]/g, ' ')).text;
  const address = findAddress(folded);
  if (!address || !wordsAround(folded, address.start, address.end)) return null;
  return folded.slice(address.start, address.end);
}

/** Whether a text is a number or an address alone: it may be a sender, and it may be something to look up. */
export function isLoneAddress(text: string): boolean {
  const folded = foldText(text).text;
  const address = folded.length <= LONGEST ? findAddress(folded) : null;
  return address !== null && folded.slice(0, address.start).trim() === '' && folded.slice(address.end).trim() === '';
}

/** The institution that a text names and nothing else besides: a reply to “which institution?”. */
export function readGivenPlatform(text: string, registry: Registry): string | null {
  const folded = foldText(text.slice(0, LONGEST)).text.replace(
    /^(?:它说(?:自己)?是|说是|自称是|自称|好像是|应该是|是|叫|it says|it is|it's)/,
    '',
  );
  const name = folded.replace(/[。.!~吧的]+$/, '').trim();
  return name !== '' && registry.bySignature(name).length > 0 ? name : null;
}
