import { isEntryHead } from './chat-record.js';
import type { TraitedFold } from './fold.js';
import { Trait } from './traits.js';
import type { Span } from './types.js';

/** A signature that opens or closes a block of text. */
const SIGNED = /^[【[]([^【】[\]\n]{2,24})[】\]]|[【[]([^【】[\]\n]{2,24})[】\]]\s*$/;
/** Headings that stand in brackets inside one message. */
const HEADING =
  /提示|提醒|注意|重要|通知|公告|详情|备注|说明|附件|声明|活动|链接|退订|图片|视频|语音|表情|文件|聊天记录|内容|时间|发件人/;
const HEADER_LINE =
  /^(?:发件人|发信人|发送人|发送者|发送号码|来自|from|sender) ?:|^\+?\d[\d ()-]{3,24}\d(?:\n| ?:(?!\d)| ?发来)|^[【[]?来自.{2,30}(?:短信|信息|消息)/;

interface Block extends Span {
  readonly hasHeader: boolean;
  readonly isSigned: boolean;
}

/**
 * The messages of one paste, as parts of the folded text. Only blocks that each name their own sender, or sign on their own, are
 * messages of their own; a message with paragraphs stays one.
 */
export function splitMessages({ text, traits }: TraitedFold): readonly Span[] {
  const whole = [{ start: 0, end: text.length }];
  if (!(traits & Trait.newline)) return whole;
  const blocks = blocksOf(text);
  if (blocks.length < 2) return whole;
  const parts: { start: number; end: number }[] = [];
  let hasHeader = false;
  let isSigned = false;
  for (const block of blocks) {
    const begins: boolean = parts.length === 0 || (block.hasHeader && (hasHeader || isSigned)) || (block.isSigned && isSigned);
    const last = parts.at(-1);
    if (begins || !last) parts.push({ start: block.start, end: block.end });
    else last.end = block.end;
    hasHeader = block.hasHeader || (!begins && hasHeader);
    isSigned = block.isSigned || (!begins && isSigned);
  }
  return parts.map(({ start, end }) => ({ start, end: start + text.slice(start, end).trimEnd().length }));
}

/** Cut at blank lines, before the lines of a chat record that name a writer, and before a line that names a sender. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let at = 0;
  let afterBlank = false;
  while (at <= text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(end, at + 61));
    const opens =
      at > start && (afterBlank || (end - at <= 60 && (isEntryHead(line) || /^(?:发件人|发信人|from|sender) ?:/.test(line))));
    if (opens && line !== '') {
      blocks.push(blockOf(text, start, at));
      start = at;
    }
    afterBlank = line === '' || (afterBlank && line === '');
    at = end + 1;
  }
  blocks.push(blockOf(text, start, text.length));
  return blocks.filter((block) => block.end > block.start);
}

function blockOf(text: string, start: number, end: number): Block {
  const content = text.slice(start, end).trim();
  const firstEnd = content.indexOf('\n');
  const isEntry = firstEnd > 0 && isEntryHead(content.slice(0, firstEnd));
  const message = isEntry ? content.slice(firstEnd + 1) : content;
  const signature = SIGNED.exec(message.length > 400 ? message.slice(0, 200) + message.slice(-200) : message);
  const name = signature?.[1] ?? signature?.[2] ?? '';
  return { start, end, hasHeader: HEADER_LINE.test(message), isSigned: /[a-z\u3400-\u9fff]/.test(name) && !HEADING.test(name) };
}
