import type { Content } from '../../dialogue/events.js';
import { type Element, findElement, parseXml, textOfChild } from './xml.js';

/** Longer payloads are no chat: WeChat merges at most 100 messages. */
const LONGEST_PAYLOAD = 512 * 1024;
const MOST_LINES = 200;
/** A record inside a record inside a record …: people do forward forwards, but not often. */
const DEEPEST_RECORD = 3;

type Line = Extract<Content, { kind: 'chat_record' }>['lines'][number];

/** Kinds of entries, after WeChat's own numbering; the others (pictures, voices, files) hold nothing to read. */
const TEXT = '1';
const LINK = '5';
const RECORD = '17';

const kindOf = ({ attributes }: Element): string => /\bdatatype\s*=\s*["'](\d{1,4})["']/.exec(attributes)?.[1] ?? '';

function linkText(item: Element): string {
  const address = findElement(item, 'link')?.text.trim() ?? findElement(item, 'weburlitem')?.text.trim() ?? '';
  return [textOfChild(item, 'datatitle'), textOfChild(item, 'datadesc'), address].filter((part) => part !== '').join('\n');
}

function linesOfItem(item: Element, depth: number): Line[] {
  const kind = kindOf(item);
  if (kind === RECORD) return linesOfRecord(findElement(item, 'recordxml') ?? item, depth + 1);
  const text = kind === TEXT ? textOfChild(item, 'datadesc') : kind === LINK ? linkText(item) : '';
  return text === '' ? [] : [{ sender: textOfChild(item, 'sourcename'), text }];
}

/** The record stands inside as elements, or as text that is XML again. */
function linesOfRecord(holder: Element, depth: number): Line[] {
  if (depth > DEEPEST_RECORD) return [];
  const list = findElement(holder, 'datalist') ?? inner(holder);
  return (list?.children ?? []).filter(({ name }) => name === 'dataitem').flatMap((item) => linesOfItem(item, depth));
}

function inner(holder: Element): Element | null {
  const parsed = parseXml(holder.text.trim());
  return parsed && findElement(parsed, 'datalist');
}

/** The `appmsg` of a payload; rooms put the sender's id in front of it. */
function appMessage(payload: string): Element | null {
  const start = payload.indexOf('<');
  if (start < 0 || payload.length > LONGEST_PAYLOAD) return null;
  const parsed = parseXml(payload.slice(start));
  return parsed && findElement(parsed, 'appmsg');
}

/** Several messages passed on as one bundle (聊天记录); null when there is nothing in it that can be read. */
export function readChatHistory(payload: string): Content | null {
  const message = appMessage(payload);
  const record = message && findElement(message, 'recorditem');
  if (!message || !record) return null;
  const lines = linesOfRecord(record, 1).slice(0, MOST_LINES);
  return lines.length === 0 ? null : { kind: 'chat_record', title: textOfChild(message, 'title'), lines };
}

/** The card of an article or a link, for puppets that deliver it as XML; null when it is none. */
export function readLinkCard(payload: string): Content | null {
  const message = appMessage(payload);
  const url = message ? textOfChild(message, 'url') : '';
  if (!message || url === '') return null;
  return { kind: 'link_card', title: textOfChild(message, 'title'), description: textOfChild(message, 'des'), url };
}
