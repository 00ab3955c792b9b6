import { isRemark } from './remark.js';
import type { NumberingPlan, Span } from './types.js';
import { bodyWithin, type Layer, lineEnd, type Peeled } from './wrapper.js';
import { mergeTimes, NO_TIME, readWrapperTime, type WrapperTime } from './wrapper-time.js';

const FIELDS: readonly (readonly [kind: 'sender' | 'time' | 'body' | 'other', words: string])[] = [
  [
    'sender',
    '发件人|发信人|发送人|发送者|发送方|寄件人|发送号码|来信号码|发件号码|对方号码|短信号码|号码|来自|短信来自|from|sender',
  ],
  ['time', '时间|日期|发送时间|接收时间|收到时间|收件时间|发件时间|短信时间|date|time|sent|received'],
  ['body', '内容|短信内容|信息内容|消息内容|短信正文|正文|短信原文|原文|短信|信息|消息|message|content|body|text|sms'],
  ['other', '收件人|接收人|接收号码|主题|类型|to|type|subject'],
];
const KIND_BY_WORD = new Map(FIELDS.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)));
const WORDS = [...KIND_BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|');
const FIELD = new RegExp(`[\\s,;【[*|]*(${WORDS})[】\\]*]? ?(?::|(?<=[】\\]]))\\s*`, 'y');
const NEXT_FIELD = new RegExp(`[\\s,;|【[](?:${WORDS})[】\\]]? ?:|【(?:${WORDS})】`);

/** Digits as a phone shows them, or an e-mail address. */
const NUMBER = '\\+?\\(?\\d[\\d ()-]{1,24}\\d|[a-z0-9][a-z0-9._+-]{0,40}@[a-z0-9-]{1,40}(?:\\.[a-z0-9-]{1,20}){1,3}';
const SENDER_VALUE = new RegExp(`(?:${NUMBER}|[^\\s,;:【[\\n]{1,20})`, 'y');

/** A local number without its area code sends nothing; eight digits on a line are as likely a date. */
function isSender(number: string, plan: NumberingPlan): boolean {
  const { class: numberClass, national } = plan.classifySender(number);
  return numberClass !== 'invalid' && (numberClass !== 'landline' || national.startsWith('0'));
}

interface Header {
  at: number;
  sender: Span | undefined;
  time: WrapperTime;
  fields: number;
  reachedBody: string | null;
}

/** `发件人：…  时间：…  内容：…`, in any order, on one line or several. */
export const keyedHeader: Layer = (folded, plan) => {
  const { text } = folded;
  const header: Header = { at: 0, sender: undefined, time: NO_TIME, fields: 0, reachedBody: null };
  while (header.reachedBody === null && header.fields < 6 && readField(text, header, plan)) header.fields += 1;
  if (header.fields === 0 || !showsForward(header)) return null;
  const end = header.reachedBody === null ? text.length : trailingFields(text, header, plan);
  const body = bodyWithin(text, header.at, end);
  return body && { body, sender: header.sender, time: header.time, wrapped: true };
};

/** `时间：今天下午 内容：家长会` announces a meeting; only a sender, a full time or a label of a message shows a forward. */
function showsForward({ sender, time, reachedBody }: Header): boolean {
  if (sender) return true;
  return reachedBody !== null && (reachedBody !== '内容' || (time.day !== null && time.hour !== null));
}

function readField(text: string, header: Header, plan: NumberingPlan): boolean {
  FIELD.lastIndex = header.at;
  const match = FIELD.exec(text);
  const word = match?.[1];
  if (!match || word === undefined) return false;
  const start = header.at + match[0].length;
  const kind = KIND_BY_WORD.get(word);
  if (kind === 'body') {
    header.reachedBody = word;
    header.at = start;
    return true;
  }
  const end = fieldEnd(text, start);
  if (kind === 'sender') return readSender(text, header, start, end, plan);
  if (kind === 'time') {
    const time = readWrapperTime(text.slice(start, end));
    if (time.day === null && time.hour === null) return false;
    header.time = mergeTimes(header.time, time);
  }
  header.at = end;
  return true;
}

/** A value runs to the next field or to the end of the line. */
function fieldEnd(text: string, start: number): number {
  const end = Math.min(lineEnd(text, start), start + 60);
  const next = NEXT_FIELD.exec(text.slice(start, end));
  return next ? start + next.index : end;
}

function readSender(text: string, header: Header, start: number, end: number, plan: NumberingPlan): boolean {
  SENDER_VALUE.lastIndex = start;
  const value = SENDER_VALUE.exec(text)?.[0];
  if (value === undefined || start + value.length > end) return false;
  const isNumber = /^[+(\d]/.test(value) || value.includes('@');
  if (isNumber && isSender(value, plan)) header.sender = { start, end: start + value.length };
  // A saved name says nothing about the sender, but the line is a sender line all the same.
  else if (isNumber || /[\u3400-\u9fff]{5,}/.test(value)) return false;
  else header.sender ??= /^[a-z0-9._-]+$/.test(value) ? { start, end: start + value.length } : { start, end: start };
  const rest = /^[\s,;)】\]]*/.exec(text.slice(start + value.length, start + value.length + 8))?.[0].length ?? 0;
  header.at = start + value.length + rest;
  return true;
}

/** Sender and time may also stand behind the message. */
function trailingFields(text: string, header: Header, plan: NumberingPlan): number {
  let end = text.trimEnd().length;
  for (let turn = 0; turn < 3; turn += 1) {
    const start = text.lastIndexOf('\n', end - 1);
    if (start < header.at) break;
    const line: Header = { ...header, at: start + 1, reachedBody: null };
    if (end - start > 60 || !readField(text, line, plan) || line.reachedBody !== null || line.at < end) break;
    header.sender = line.sender;
    header.time = line.time;
    end = text.slice(0, start).trimEnd().length;
  }
  return end;
}

const PHRASE = new RegExp(
  '[【[(]?(?:(?:我|我妈|我爸|家里人|刚|刚刚|今天|昨天){0,3}(?:收到|接到)了?(?:一条|一个|个)?)?(?:来自|转自|由|从|号码|短信来自)? ?[“"「(]?' +
    `(${NUMBER})[”"」)]? ?(?:这个号码?|号码)?(?:(?:给我|向我|给我妈|给我爸)?(?:发来|发送|发给我|发过来|发出|发)了?的?|的)(?:一条|这条)?(?:短信|信息|消息|内容|通知)?(?:说|如下|内容)?[】\\])]? ?(?::|\\n|(?=【))`,
  'y',
);

/** `来自10690…的短信：`, `106… 发来的：` */
export const senderPhrase: Layer = ({ text }, plan) => {
  PHRASE.lastIndex = 0;
  const match = PHRASE.exec(text);
  const number = match?.[1];
  if (!match || number === undefined || !isSender(number, plan)) return null;
  return withSender(text, match[0].indexOf(number), number, match[0].length, NO_TIME);
};

/** What a screenshot shows above the number: the clock of the phone, an arrow back. */
const STATUS_LINE = '(?:\\d{1,2}:\\d{2}(?: ?[^\\s:]{1,12})?\\n)?[<‹〈←]?\\s?';
const CLOCK =
  '(?:今天|昨天|前天|星期[一二三四五六日]|周[一二三四五六日]|(?:20\\d{2}[-/年.])?\\d{1,2}[-/月.]\\d{1,2}日?)?[ ,]*(?:凌晨|早上|上午|中午|下午|晚上)? ?\\d{1,2}:\\d{2}(?::\\d{2})?';
const NUMBER_HEAD = new RegExp(
  `${STATUS_LINE}(${NUMBER})(?: ?\\([^)\\n]{1,12}\\))?(?:[ ,]+(${CLOCK}))?(?: ?(?:短信|信息|彩信))?(?: ?[>›〉])?(?:\\n| ?:(?!\\d))\\s*`,
  'y',
);
/** Lines that phones show between the number and the message. */
const DECORATION = new RegExp(
  `(?:短信/彩信|短信|信息|彩信|sms|mms|imessage|信息 ?·[^\\n]{0,20}|短信·[^\\n]{0,20}|通知短信|企业服务|未知号码|陌生号码|收起|展开|${CLOCK}|20\\d{2}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?)(?=\\n)\\s*`,
  'y',
);

/** A number on its own first line, or a number and a colon, then the message. */
export const numberHead: Layer = ({ text }, plan) => {
  NUMBER_HEAD.lastIndex = 0;
  const match = NUMBER_HEAD.exec(text);
  const number = match?.[1];
  if (!match || number === undefined) return null;
  const colon = match[0].trimEnd().endsWith(':');
  if ((colon && number.replace(/\D/g, '').length < 5) || !isSender(number, plan)) return null;
  let time = match[2] ? readWrapperTime(match[2]) : NO_TIME;
  let at = match[0].length;
  for (let turn = 0; turn < 3; turn += 1) {
    DECORATION.lastIndex = at;
    const line = DECORATION.exec(text)?.[0];
    if (!line) break;
    time = mergeTimes(time, readWrapperTime(line));
    at += line.length;
  }
  return withSender(text, match[0].indexOf(number), number, at, time);
};

function withSender(text: string, start: number, number: string, at: number, time: WrapperTime): Peeled | null {
  const body = bodyWithin(text, at, text.length);
  if (!body || isQuestion(text.slice(body.start, Math.min(body.end, body.start + 60)))) return null;
  return { body, sender: { start, end: start + number.length }, time, wrapped: true };
}

/** `95588` and a question below it is a question about the number, not its message. */
function isQuestion(words: string): boolean {
  return (
    isRemark(words, true) ||
    (words.length <= 20 && /[?吗么呢谁]\s*$|什么|哪里|哪个|哪儿|谁的/.test(words) && !/[【[]/.test(words))
  );
}

const LABEL = /(?:转发|转|fwd?|原文|短信原文|短信内容如下|内容如下|短信如下|如下)(?:的?(?:短信|信息|消息))?[:\n]\s*/y;

/** `转发：……` */
export const forwardLabel: Layer = ({ text }) => {
  LABEL.lastIndex = 0;
  const match = LABEL.exec(text);
  const body = match ? bodyWithin(text, match[0].length, text.length) : null;
  return body && { body, wrapped: true };
};
