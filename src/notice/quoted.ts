import { isRemark } from './remark.js';
import { bodyWithin, type Layer, lineEnd } from './wrapper.js';

const QUOTE_HEAD = /^「(?:[^:\n」]{1,24}:\s*)?/;
const RULE_BELOW = /」\s*\n[-—_ ]{4,60}\n?/;

/** A reply of WeChat: `「张三：……」`, a dashed rule, then the reply. */
export const quotedReply: Layer = ({ text }) => {
  const head = QUOTE_HEAD.exec(text);
  const rule = head && RULE_BELOW.exec(text);
  if (!head || !rule) return null;
  const body = bodyWithin(text, head[0].length, rule.index);
  const reply = text.slice(rule.index + rule[0].length).trim();
  // Words below the rule that are no question may be a message of their own: then everything is read.
  if (!body || (reply !== '' && !isRemark(reply, true) && reply.length > 20)) return null;
  return { body, remark: reply === '' ? undefined : reply, wrapped: true };
};

/** Lines behind `>`, and a question above or below them. */
export const quotedLines: Layer = ({ text }) => {
  if (!/^>(?: |\n|[^<>\d_.])/.test(text)) return null;
  let end = 0;
  while (text.charAt(end) === '>') end = lineEnd(text, end) + 1;
  const below = text.slice(end).trim();
  if (below !== '' && !isRemark(below, true)) return null;
  const first = /^(?:>[ ]?)+/.exec(text)?.[0].length ?? 1;
  const body = bodyWithin(text, first, Math.min(end, text.length));
  return body && { body, remark: below === '' ? undefined : below, wrapped: true };
};

const IN_QUOTES = /^([^“"\n]{0,40})[“"]([^”"]{15,})[”"]([^”"\n]{0,40})$/;

/** `我妈收到“……”是真的吗` */
export const quotationMarks: Layer = ({ text }) => {
  const match = IN_QUOTES.exec(text);
  if (!match) return null;
  const [, before = '', inside = '', after = ''] = match;
  const words = [before, after].map((part) => part.replace(/^[,。\s]+|[:,?。!\s]+$/g, '')).filter((part) => part !== '');
  if (words.length === 0 || !isRemark(words.join(','), false)) return null;
  const body = bodyWithin(text, before.length + 1, before.length + 1 + inside.length);
  return body && { body, remark: words.join(','), wrapped: false };
};
