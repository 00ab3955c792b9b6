import type { Content, Unsupported } from '../../dialogue/events.js';

/** A reply of WeChat, taken apart. */
export interface Quoted {
  /** Shown name of whose message is quoted. */
  readonly sender: string;
  readonly quoted: string;
  readonly reply: string;
}

/** `「张三：……」`; the quoted text may hold anything, line breaks and 」 too. */
const HEAD = /^「([^：\n]{1,64}?)(?:：|: )/;
const RULE = /^(?:- ){4,40}-?\s*$/;

/**
 * Puppets deliver a reply as one text: the quoted message in 「」 behind its sender's name, a dashed line, the reply. The
 * last dashed line counts: a quoted message may hold one of its own, but whoever replies does not type one.
 */
export function splitQuote(text: string): Quoted | null {
  const head = HEAD.exec(text);
  if (!head) return null;
  const lines = text.split('\n');
  const rule = lines.findLastIndex((line, at) => at > 0 && RULE.test(line) && (lines[at - 1] ?? '').endsWith('」'));
  if (rule < 0) return null;
  return {
    sender: head[1] ?? '',
    quoted: lines.slice(0, rule).join('\n').slice(head[0].length, -1),
    reply: lines
      .slice(rule + 1)
      .join('\n')
      .trim(),
  };
}

/** What puppets write instead of a quoted message without text. */
const PLACEHOLDERS: ReadonlyMap<string, Unsupported> = new Map([
  ['图片', 'other'],
  ['视频', 'video'],
  ['动画表情', 'sticker'],
  ['位置', 'location'],
  ['语音', 'voice'],
  ['文件', 'file'],
  ['未知消息', 'other'],
]);

/** The quoted message as something to check. A picture cannot be had from a quotation. */
export function quotedContent(quoted: string): Content {
  const what = PLACEHOLDERS.get(quoted.replace(/^\[(.{1,8})\]$/, '$1'));
  return what ? { kind: 'unsupported', what } : { kind: 'text', text: quoted, forwarded: null };
}
