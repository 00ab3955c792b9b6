import type { CallbackQuery, ChatMemberUpdated, Message } from 'telegraf/types';
import type { Content, IncomingEvent } from '../../dialogue/events.js';
import { commandContent, commandIn, languageOf } from './commands.js';
import { aboutOf, contentOf } from './content.js';
import type { PictureSource } from './pictures.js';
import { type BotName, mentions, withoutMention, wordsOf } from './spoken.js';

export const CHANNEL = 'telegram';

export interface Reader {
  readonly bot: BotName;
  readonly pictures: PictureSource;
}

const milliseconds = (seconds: number): number => seconds * 1_000;

/** Groups, channels and anonymous administrators speak through `sender_chat`; its `from` is a stand-in. */
function speakerOf(message: Message, bot: BotName): string | null {
  if ('is_automatic_forward' in message && message.is_automatic_forward) return null;
  if ('via_bot' in message && message.via_bot?.id === bot.id) return null;
  if (message.sender_chat) return String(message.sender_chat.id);
  return message.from && !message.from.is_bot ? String(message.from.id) : null;
}

const isReplyTo = (message: Message, bot: BotName): boolean =>
  'reply_to_message' in message && message.reply_to_message?.from?.id === bot.id;

const albumOf = (message: Message): string | null => ('media_group_id' in message && message.media_group_id) || null;

interface Said {
  readonly content: Content;
  /** A command of this bot stands in it. */
  readonly isCalled: boolean;
}

/** What is said to the bot: its name and its commands are no part of it. What was passed on stays as it is. */
function saidTo(bot: BotName, content: Content): Said {
  if ((content.kind !== 'text' && content.kind !== 'image') || content.forwarded !== null) return { content, isCalled: false };
  const words = withoutMention(content.kind === 'text' ? content.text : content.caption, bot);
  const command = commandIn(words, bot);
  const isCalled = command?.isOurs ?? false;
  if (content.kind === 'image')
    return { content: { ...content, caption: isCalled ? (command?.argument ?? '') : words }, isCalled };
  return { content: command ? commandContent(command) : { ...content, text: words }, isCalled };
}

/** What a message points at, without the words by which that was said to the bot. */
function pointedAt(message: Message, { bot, pictures }: Reader): Content | null {
  const about = aboutOf(message, bot.id, pictures);
  if (about?.kind !== 'text' || about.forwarded !== null) return about;
  const words = withoutMention(about.text, bot);
  return { ...about, text: commandIn(words, bot)?.argument ?? words };
}

/** A message as an event; null when it is nobody's, the bot's own, another bot's, or one in which nothing is said. */
export function readMessage(updateId: number, message: Message, reader: Reader): IncomingEvent | null {
  const { bot, pictures } = reader;
  const person = speakerOf(message, bot);
  const shown = contentOf(message, pictures);
  if (person === null || shown === null || message.chat.type === 'channel') return null;
  const { content, isCalled } = saidTo(bot, shown);
  const words = wordsOf(message);
  const isGroup = message.chat.type !== 'private';
  const edited = 'edit_date' in message ? message.edit_date : undefined;
  return {
    id: String(updateId),
    channel: CHANNEL,
    person,
    conversation: String(message.chat.id),
    isGroup,
    isAddressed: !isGroup || isCalled || isReplyTo(message, bot) || (words !== null && mentions(words, bot)),
    at: milliseconds(edited ?? message.date),
    message: String(message.message_id),
    album: albumOf(message),
    isEdit: edited !== undefined,
    language: languageOf(message.from?.language_code),
    content,
    about: pointedAt(message, reader),
  };
}

/** A pressed button; null when Telegram does not say under which message, as below inline results. */
export function readPress(updateId: number, query: CallbackQuery, now: number, reader: Reader): IncomingEvent | null {
  const { message, from } = query;
  if (!('data' in query) || message === undefined || from.is_bot) return null;
  const isGroup = message.chat.type !== 'private';
  return {
    id: String(updateId),
    channel: CHANNEL,
    person: String(from.id),
    conversation: String(message.chat.id),
    isGroup,
    isAddressed: true,
    at: now,
    message: String(message.message_id),
    album: null,
    isEdit: false,
    language: languageOf(from.language_code),
    content: { kind: 'button', id: query.data },
    about: message.date === 0 ? null : pointedAt(message as Message, reader),
  };
}

const isIn = ({ status, ...rest }: ChatMemberUpdated['new_chat_member']): boolean =>
  ['member', 'administrator', 'creator'].includes(status) || ('is_member' in rest && rest.is_member);

/** The bot was put into a group; null for every other change of its standing. */
export function readJoin(updateId: number, change: ChatMemberUpdated): IncomingEvent | null {
  const { chat, from, date } = change;
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  if (!isGroup || isIn(change.old_chat_member) || !isIn(change.new_chat_member)) return null;
  return {
    id: String(updateId),
    channel: CHANNEL,
    person: String(from.id),
    conversation: String(chat.id),
    isGroup,
    isAddressed: true,
    at: milliseconds(date),
    message: null,
    album: null,
    isEdit: false,
    language: languageOf(from.language_code),
    content: { kind: 'join' },
    about: null,
  };
}
