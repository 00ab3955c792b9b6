import { foldText } from '../notice/fold.js';
import type { Registry } from '../registry/types.js';

/** Nobody says a number in more words. Characters. */
const LONGEST = 60;
const EMAIL = /[^\s@:：,，。“”"'（）()]{1,64}@[^\s@,，。“”"'（）()]{1,190}/;
/** Digits in any spelling, with what may stand between them. */
const NUMBER = /(?:\+|00)?\d(?:[ \-–().*]{0,2}[\d*]){2,23}/g;

/** Words that say that what stands beside them is the sender, and nothing else. */
const SAYS_SENDER =
  /发来|发过来|打来|寄来|发送|发信|发件|来自|来的|发|是|用|从|由|它|他|她|这个|那个|这|号码|号|短信|消息|信息|给|妈妈|爸爸|我妈|我爸|家里人|家人|家里|我|显示|写着|写|手机|电话|对方|邮箱|邮件|就|好像|应该|为|人|方|条|的|了|\b(?:it|was|is|sent|by|from|the|number|sender|came|this|that|message|text|sms|to|me|us|my|mom|mum|mother|father|dad|its|it's|i|got|email|address)\b/g;
/** What stands in front when somebody corrects a sender that was told or read: 不对，是…; 不是 alone would deny what follows. */
const CORRECTION =
  /^(?:不对|错了|读错了|看错了|认错了|号码错了|号码不对|号码读错了|不是这个号码|不是这个号|不是这个|no|wrong|wrong number|not that one)[\s,.;!]*(?=是|应该|真的|号码|发信|发件|对方|\+?\d|it|the)/;

/** A reader's own number is no sender. */
const OWN = /^(?:我的|我手机|my )/;
const SIGNS = /[\s:,.。、!~()#\-—]+/g;

function wordsAround(folded: string, start: number, end: number): boolean {
  const around = `${folded.slice(0, start)} ${folded.slice(end)}`;
  return !OWN.test(folded) && around.replace(SAYS_SENDER, '').replace(SIGNS, '') === '';
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
  const folded = foldText(text.replace(/[“”"'‘’「」]/g, ' ')).text.replace(CORRECTION, '');
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
