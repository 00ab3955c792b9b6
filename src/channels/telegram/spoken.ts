import type { Message, MessageEntity } from 'telegraf/types';

/** The bot as others address it. */
export interface BotName {
  readonly id: number;
  /** Without the @. */
  readonly username: string;
}

/** Words of a message, with what Telegram marked in them. Offsets count UTF-16 units, as strings here do. */
export interface Words {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Text or caption; null when there is neither. */
export function wordsOf(message: Message): Words | null {
  if ('text' in message) return { text: message.text, entities: message.entities ?? [] };
  if ('caption' in message && message.caption) return { text: message.caption, entities: message.caption_entities ?? [] };
  return null;
}

const isHiddenLink = (entity: MessageEntity): entity is MessageEntity.TextLinkMessageEntity => entity.type === 'text_link';

/** An address as people write it: Telegram puts a scheme before it and a slash behind. */
const bare = (address: string): string =>
  address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** Where a link says one thing and opens another, what it opens stands behind it: it may be what gives a scam away. */
export function withHiddenLinks({ text, entities }: Words): string {
  const links = entities.filter(isHiddenLink).sort((a, b) => b.offset - a.offset);
  return links.reduce((read, { offset, length, url }) => {
    const end = offset + length;
    return bare(read.slice(offset, end)) === bare(url) ? read : `${read.slice(0, end)} ${url} ${read.slice(end)}`;
  }, text);
}

/** Buttons below a message that open an address, as lines: what was forwarded from a channel often hides its link there. */
export function linksBelow(message: Message): string[] {
  const rows = ('reply_markup' in message && message.reply_markup?.inline_keyboard) || [];
  return rows.flat().flatMap((button) => ('url' in button ? [`${button.text} ${button.url}`] : []));
}

/** Telegram marks no mention where Chinese follows without a space, so the name is looked for in the text itself. */
const mentionOf = ({ username }: BotName): RegExp => new RegExp(`@${username}(?![a-z0-9_])`, 'giu');

export function mentions({ text, entities }: Words, bot: BotName): boolean {
  return mentionOf(bot).test(text) || entities.some((entity) => entity.type === 'text_mention' && entity.user.id === bot.id);
}

/** A text without the name that it was addressed to. */
export const withoutMention = (text: string, bot: BotName): string => text.replace(mentionOf(bot), '').trim();
