import { asMessage } from './methods.js';
import type { Button, Chat, Entity, IncomingMessage, SentMessage, User } from './shapes.js';
import { markedIn, type World } from './world.js';

export interface SayOptions {
  /** Where it is said; in private when nothing is given. */
  readonly in?: Chat;
  /** The message that it answers. */
  readonly replyTo?: IncomingMessage | SentMessage;
  /** Where it was passed on from: a `forward_origin` of the Bot API. */
  readonly forwardedFrom?: Readonly<Record<string, unknown>>;
  /** Marked words besides those that Telegram finds. */
  readonly entities?: readonly Entity[];
  /** Any other field of a message. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface PictureOptions extends SayOptions {
  readonly caption?: string;
  /** What Telegram says of the file: its size when it is not the true one, and its type when it is sent as a file. */
  readonly size?: number;
  readonly mediaType?: string;
}

/** Everything in which a message can be said. */
interface Draft extends SayOptions {
  readonly content: Readonly<Record<string, unknown>>;
}

/** Somebody with a phone who writes to the bot. */
export class Person {
  readonly id: number;
  readonly user: User;
  /** The private conversation with the bot. */
  readonly chat: Chat;
  readonly #world: World;

  constructor(world: World, id: number, language: string | null) {
    this.#world = world;
    this.id = id;
    this.user = { id, is_bot: false, first_name: `Person ${id}`, ...(language === null ? {} : { language_code: language }) };
    this.chat = { id, type: 'private', first_name: this.user.first_name };
    world.chats.set(id, this.chat);
  }

  /** What the bot sent to this person in private. */
  get received(): SentMessage[] {
    return this.#world.sent.filter(({ chat }) => chat.id === this.id);
  }

  say(text: string, options: SayOptions = {}): IncomingMessage {
    return this.#send({ ...options, content: { text, entities: this.#marked(text, options) } });
  }

  /** Anything that is no text: `{ sticker: {…} }`. */
  send(content: Readonly<Record<string, unknown>>, options: SayOptions = {}): IncomingMessage {
    return this.#send({ ...options, content });
  }

  /** A photo in three sizes, of which the bytes are the largest. */
  sendPhoto(bytes: Uint8Array, options: PictureOptions = {}): IncomingMessage {
    const size = options.size ?? bytes.byteLength;
    const sizes = [
      { file_id: this.#file(bytes.slice(0, 10), 10), file_unique_id: 's', width: 90, height: 160, file_size: 10 },
      { file_id: this.#file(bytes.slice(0, 20), 20), file_unique_id: 'm', width: 320, height: 568, file_size: 20 },
      { file_id: this.#file(bytes, size), file_unique_id: 'l', width: 1080, height: 1920, file_size: size },
    ];
    return this.#send({ ...options, content: { photo: sizes, ...this.#captioned(options) } });
  }

  sendFile(bytes: Uint8Array, options: PictureOptions = {}): IncomingMessage {
    const size = options.size ?? bytes.byteLength;
    const document = { file_id: this.#file(bytes, size), file_unique_id: 'd', file_size: size, mime_type: options.mediaType };
    return this.#send({ ...options, content: { document, ...this.#captioned(options) } });
  }

  edit(message: IncomingMessage, text: string): IncomingMessage {
    const edited = { ...message, text, entities: markedIn(text), edit_date: this.#world.seconds() };
    this.#world.said.set(`${message.chat.id}/${message.message_id}`, edited);
    this.#world.push({ edited_message: edited });
    return edited;
  }

  /** Presses a button by its label, below the message or else below the last that has it. Answers with the id of the press. */
  press(label: string, below?: SentMessage): string {
    const has = (message: SentMessage): boolean => message.buttons.flat().some(({ text }) => text === label);
    const message = below ?? this.#world.sent.findLast((sent) => has(sent));
    const button = message?.buttons.flat().find(({ text }) => text === label);
    if (!message || !button) throw new Error(`there is no button ${label}`);
    return this.pressAs(button, message);
  }

  /** The same with data of one's own, as an altered client could send it. */
  pressAs({ callback_data: data }: Pick<Button, 'callback_data'>, below: SentMessage): string {
    const id = `press-${this.#world.nextMessageId()}`;
    const message = asMessage(this.#world, below);
    this.#world.push({ callback_query: { id, from: this.user, chat_instance: '1', message, data } });
    return id;
  }

  /** Types in another chat, behind the bot's name. Answers with the id of the query. */
  type(query: string): string {
    const id = `query-${this.#world.nextMessageId()}`;
    this.#world.push({ inline_query: { id, from: this.user, query, offset: '' } });
    return id;
  }

  /** Puts the bot into a group, or takes it out again. */
  changeBot(group: Chat, from: string, to: string): void {
    const member = (status: string) => ({ status, user: this.#world.bot });
    this.#world.push({
      my_chat_member: {
        chat: group,
        from: this.user,
        date: this.#world.seconds(),
        old_chat_member: member(from),
        new_chat_member: member(to),
      },
    });
  }

  /** From now on the bot may not write here. */
  block(): void {
    this.#world.blocked.add(this.id);
  }

  unblock(): void {
    this.#world.blocked.delete(this.id);
  }

  /** Settles when the bot has sent so many messages here, with all of them. */
  async hears(count = 1): Promise<SentMessage[]> {
    await this.#world.until(() => this.received.length >= count);
    return this.received;
  }

  #marked(text: string, { entities }: SayOptions): Entity[] {
    return [...markedIn(text), ...(entities ?? [])];
  }

  #captioned(options: PictureOptions): Record<string, unknown> {
    const { caption } = options;
    return caption === undefined ? {} : { caption, caption_entities: this.#marked(caption, options) };
  }

  #file(bytes: Uint8Array, size: number): string {
    const id = `file-${this.#world.nextMessageId()}`;
    this.#world.files.set(id, { bytes, size, path: `photos/${id}.jpg` });
    return id;
  }

  #send({ content, in: where, replyTo, forwardedFrom, fields }: Draft): IncomingMessage {
    const chat = where ?? this.chat;
    const message: IncomingMessage = {
      message_id: this.#world.nextMessageId(),
      date: this.#world.seconds(),
      chat,
      from: this.user,
      ...content,
      ...(replyTo ? { reply_to_message: this.#shown(replyTo) } : {}),
      ...(forwardedFrom ? { forward_origin: forwardedFrom } : {}),
      ...fields,
    };
    this.#world.said.set(`${chat.id}/${message.message_id}`, message);
    this.#world.push({ message });
    return message;
  }

  /** Messages within messages do not show what they answer in turn. */
  #shown(message: IncomingMessage | SentMessage): Record<string, unknown> {
    if ('buttons' in message) return asMessage(this.#world, message as SentMessage);
    const { reply_to_message: _, ...shown } = message as IncomingMessage;
    return shown;
  }
}
