/** Shapes of the Bot API, as far as the server speaks it: https://core.telegram.org/bots/api */

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly first_name?: string;
}

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: User;
}

export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** A message that somebody sent to the bot. */
export interface IncomingMessage {
  readonly message_id: number;
  readonly date: number;
  readonly chat: Chat;
  readonly from?: User;
  readonly [field: string]: unknown;
}

/** A file as the bot uploaded it. */
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A message that the bot sent, as its reader sees it. */
export interface SentMessage {
  readonly message_id: number;
  readonly chat: Chat;
  /** Text or caption, without mark-up. */
  readonly text: string;
  /** Styles, and what Telegram made tappable by itself. */
  readonly entities: readonly Entity[];
  readonly buttons: readonly (readonly Button[])[];
  readonly replyTo: number | null;
  readonly thread: number | null;
  readonly document: UploadedFile | null;
  readonly isPlain: boolean;
  readonly linkPreview: boolean;
}

/** One call of a method, as it came in. */
export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The answer of a method that says no. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>>;

  constructor(code: number, description: string, parameters: Readonly<Record<string, number>> = {}) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}
