import { withAutoLinks } from './auto-links.js';
import { type ParsedText, parseHtml } from './parse-html.js';
import { ApiError, type Button, type Chat, type SentMessage, type UploadedFile } from './shapes.js';
import type { StoredFile, World } from './world.js';

/** Parameters of a call; what was uploaded stands in `files`. */
export interface Parameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

type Method = (world: World, parameters: Parameters) => unknown;

const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
/** Styles beyond this one are dropped without a word. */
const MOST_STYLES = 100;
const LARGEST_FILE = 20 * 1024 * 1024;

const refuse = (description: string): ApiError => new ApiError(400, `Bad Request: ${description}`);

/** Uploads carry everything as text. */
function objectIn<Shape>(value: unknown): Shape | null {
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' ? JSON.parse(value) : value) as Shape;
}

function chatIn(world: World, values: Parameters['values']): Chat {
  const id = Number(values.chat_id);
  const chat = world.chats.get(id);
  if (!chat) throw refuse('chat not found');
  if (world.blocked.has(id)) throw new ApiError(403, 'Forbidden: bot was blocked by the user');
  return chat;
}

/** Telegram trims a text and counts what is left, in UTF-16 units. */
function readText(raw: unknown, mode: unknown, longest: number, tooLong: string): ParsedText {
  const source = String(raw ?? '');
  if (/\p{Surrogate}/u.test(source)) throw refuse('strings must be encoded in UTF-8');
  const { text, entities } = mode === 'HTML' ? parseHtml(source) : { text: source, entities: [] };
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (trimmed.length > longest) throw refuse(tooLong);
  const kept = entities.slice(0, MOST_STYLES).map((entity) => ({ ...entity, offset: entity.offset - start }));
  return { text: trimmed, entities: withAutoLinks(trimmed, kept) };
}

function checkButton({ text, callback_data: data }: Button): void {
  if (typeof text !== 'string' || text.trim() === '') throw refuse('BUTTON_TEXT_INVALID');
  const bytes = Buffer.byteLength(String(data ?? ''));
  if (bytes < 1 || bytes > 64) throw refuse('BUTTON_DATA_INVALID');
}

function buttonsIn(values: Parameters['values']): Button[][] {
  const rows = objectIn<{ inline_keyboard?: Button[][] }>(values.reply_markup)?.inline_keyboard ?? [];
  for (const button of rows.flat()) checkButton(button);
  return rows;
}

interface ReplyParameters {
  readonly message_id: number;
  readonly allow_sending_without_reply?: boolean;
}

const isKnown = (world: World, chat: Chat, id: number): boolean =>
  world.said.has(`${chat.id}/${id}`) || world.sent.some((message) => message.chat.id === chat.id && message.message_id === id);

function replyIn(world: World, chat: Chat, values: Parameters['values']): number | null {
  const reply = objectIn<ReplyParameters>(values.reply_parameters);
  if (reply === null) return null;
  if (isKnown(world, chat, reply.message_id)) return reply.message_id;
  if (reply.allow_sending_without_reply !== true) throw refuse('message to be replied not found');
  return null;
}

function keep(world: World, { values }: Parameters, parsed: ParsedText, document: UploadedFile | null): unknown {
  const chat = chatIn(world, values);
  const message: SentMessage = {
    message_id: world.nextMessageId(),
    chat,
    ...parsed,
    buttons: buttonsIn(values),
    replyTo: replyIn(world, chat, values),
    thread: values.message_thread_id === undefined ? null : Number(values.message_thread_id),
    document,
    isPlain: values.parse_mode === undefined,
    linkPreview: objectIn<{ is_disabled?: boolean }>(values.link_preview_options)?.is_disabled !== true,
  };
  world.sent.push(message);
  return asMessage(world, message);
}

/** A sent message as Telegram shows it to the bot again, for instance below a pressed button. */
export function asMessage(world: World, { message_id, chat, text, document, replyTo }: SentMessage): Record<string, unknown> {
  const pointedAt = replyTo === null ? undefined : world.said.get(`${chat.id}/${replyTo}`);
  const { reply_to_message: _, ...shown }: Record<string, unknown> = pointedAt ?? {};
  return {
    message_id,
    date: world.seconds(),
    chat,
    from: world.bot,
    ...(document ? { document: { file_id: `sent-${message_id}`, file_unique_id: 'x' }, caption: text } : { text }),
    ...(pointedAt ? { reply_to_message: shown } : {}),
  };
}

function sendMessage(world: World, parameters: Parameters): unknown {
  const { values } = parameters;
  chatIn(world, values);
  const parsed = readText(values.text, values.parse_mode, LONGEST_TEXT, 'message is too long');
  if (parsed.text === '') throw refuse('message text is empty');
  return keep(world, parameters, parsed, null);
}

function sendDocument(world: World, parameters: Parameters): unknown {
  const { values, files } = parameters;
  chatIn(world, values);
  const parsed = readText(values.caption, values.parse_mode, LONGEST_CAPTION, 'message caption is too long');
  const document = files.document;
  if (!document) throw refuse('there is no document in the request');
  return keep(world, parameters, parsed, document);
}

function fileIn(world: World, values: Parameters['values']): StoredFile {
  const file = world.files.get(String(values.file_id));
  if (!file) throw refuse('wrong file_id or the file is temporarily unavailable');
  if (file.size > LARGEST_FILE) throw refuse('file is too big');
  return file;
}

function setMyCommands(_: World, { values }: Parameters): true {
  for (const { command, description } of objectIn<{ command: string; description: string }[]>(values.commands) ?? []) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw refuse('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) throw refuse('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return true;
}

interface InlineArticle {
  readonly title: string;
  readonly input_message_content: { readonly message_text: string; readonly parse_mode?: string };
}

function answerInlineQuery(_: World, { values }: Parameters): true {
  for (const { title, input_message_content: content } of objectIn<InlineArticle[]>(values.results) ?? []) {
    if (title.trim() === '') throw refuse('ARTICLE_TITLE_EMPTY');
    const { text } = readText(content.message_text, content.parse_mode, LONGEST_TEXT, 'message is too long');
    if (text === '') throw refuse('message text is empty');
  }
  return true;
}

/** Methods other than those by which updates travel. */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: (world) => world.bot,
  sendMessage,
  sendDocument,
  sendChatAction: (world, { values }) => chatIn(world, values) !== undefined,
  answerCallbackQuery: () => true,
  answerInlineQuery,
  setMyCommands,
  getFile: (world, { values }) => {
    const { path, size } = fileIn(world, values);
    return { file_id: values.file_id, file_unique_id: 'x', file_path: path, file_size: size };
  },
};
