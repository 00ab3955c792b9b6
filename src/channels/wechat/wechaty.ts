/**
 * What this channel uses of wechaty 1.20, in shapes of our own: wechaty is optional, and neither the program nor its
 * declarations may need it to be installed. A test holds them against wechaty's own types.
 */

export interface WechatyContact {
  readonly id: string;
  name(): string;
  /** A number of `types.Contact`. @throws before the contact is loaded. */
  type(): number;
  self(): boolean;
  say(sayable: string | WechatyFile): Promise<unknown>;
}

export interface WechatyRoom {
  readonly id: string;
  alias(contact: WechatyContact): Promise<string | undefined>;
  say(sayable: string | WechatyFile): Promise<unknown>;
  say(text: string, ...mentioned: WechatyContact[]): Promise<unknown>;
}

export interface WechatyFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes; -1 when unknown. */
  readonly size: number;
  toStream(): Promise<AsyncIterable<Uint8Array | string>>;
}

export interface WechatyLink {
  title(): string;
  description(): string | undefined;
  url(): string;
}

export interface WechatyMessage {
  readonly id: string;
  /** A number of `types.Message`. */
  type(): number;
  text(): string;
  self(): boolean;
  date(): Date;
  talker(): WechatyContact;
  room(): WechatyRoom | undefined;
  /** As the puppet delivered it. */
  readonly payload?: { readonly filename?: string } | undefined;
  mentionSelf(): Promise<boolean>;
  toFileBox(): Promise<WechatyFile>;
  toUrlLink(): Promise<WechatyLink>;
}

export interface WechatyFriendship {
  /** A number of `types.Friendship`. */
  type(): number;
  hello(): string;
  contact(): WechatyContact;
  accept(): Promise<void>;
}

export interface WechatyEvents {
  scan(code: string, status: number): void;
  login(user: WechatyContact): void;
  logout(user: WechatyContact): void;
  message(message: WechatyMessage): void;
  friendship(friendship: WechatyFriendship): void;
  'room-join'(room: WechatyRoom, invited: readonly WechatyContact[], inviter: WechatyContact, date?: Date): void;
  heartbeat(data: unknown): void;
  dong(data?: string): void;
  error(error: Error): void;
}

export interface WechatyBot {
  readonly Contact: { find(query: { id: string }): Promise<WechatyContact | undefined> };
  readonly Room: { find(query: { id: string }): Promise<WechatyRoom | undefined> };
  readonly currentUser: WechatyContact;
  /** Its state is false when the puppet could not start, which wechaty itself reports only as an `error`. */
  readonly puppet: { readonly state: { active(): boolean | 'pending' } };
  on<Name extends keyof WechatyEvents>(event: Name, listener: WechatyEvents[Name]): unknown;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The puppet answers with `dong` when it is alive. */
  ding(data?: string): void;
}

/** Numbers of wechaty's enums to their names, such as 7 to `Text`. */
export type EnumNames = Readonly<Record<number, string>>;

export interface WechatyOptions {
  readonly puppet: string;
  readonly puppetOptions: Readonly<Record<string, unknown>>;
  /** Path of the file that keeps the session, without `.memory-card.json`. */
  readonly name?: string;
}

/** The parts of the loaded packages. */
export interface Wechaty {
  build(options: WechatyOptions): WechatyBot;
  file(base64: string, name: string): WechatyFile;
  readonly messages: EnumNames;
  readonly contacts: EnumNames;
  readonly friendships: EnumNames;
  readonly scans: EnumNames;
}
