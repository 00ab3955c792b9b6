/** How much and how fast one account speaks, and how long things may take. Times in milliseconds. */
export interface WechatLimits {
  /** Messages that leave within any 60 seconds. WeChat publishes no figure; fewer is safer. */
  readonly perMinute: number;
  /** Messages that leave within any 24 hours. */
  readonly perDay: number;
  /** Answers that may wait to leave, in all and for one conversation; more are refused. */
  readonly queue: number;
  readonly queuePerConversation: number;
  /** An answer that could only leave later than this is dropped: nobody expects it any more. */
  readonly longestWait: number;
  /** The pause before a message: at least, at most more by chance, and for each character on top, up to a longest. */
  readonly pause: { readonly least: number; readonly chance: number; readonly perCharacter: number; readonly longest: number };
  /** Characters of one message. */
  readonly messageLength: number;
  /** Older messages are replays of a log-in, and are not answered. */
  readonly oldestMessage: number;
  /** How long the numbers of a question may be chosen. */
  readonly choiceLifetime: number;
  /** Bytes of a picture. */
  readonly imageBytes: number;
  /** How often the gateway is asked for a sign of life, and after how long without one it counts as dead. */
  readonly dingEvery: number;
  readonly silence: number;
  /** Without a log-in or a new QR code for so long, the bot is made anew. */
  readonly loginSilence: number;
  /** The longest pause between two attempts to make the bot anew. */
  readonly longestRetry: number;
  /** What one call of the puppet, a start and a stop may take. */
  readonly callWithin: number;
  readonly startWithin: number;
  readonly stopWithin: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const DEFAULT_LIMITS: WechatLimits = {
  perMinute: 20,
  perDay: 1000,
  queue: 200,
  queuePerConversation: 6,
  longestWait: 10 * MINUTE,
  pause: { least: 800, chance: 1200, perCharacter: 4, longest: 6 * SECOND },
  messageLength: 1800,
  oldestMessage: 10 * MINUTE,
  choiceLifetime: 30 * MINUTE,
  imageBytes: 10 * 1024 * 1024,
  dingEvery: 15 * SECOND,
  silence: 50 * SECOND,
  loginSilence: 5 * MINUTE,
  longestRetry: 5 * MINUTE,
  callWithin: 30 * SECOND,
  startWithin: 45 * SECOND,
  stopWithin: 20 * SECOND,
};

export interface WechatOptions {
  /** Package of the puppet, such as `wechaty-puppet-service`. */
  readonly puppet: string;
  readonly puppetOptions: Readonly<Record<string, unknown>>;
  /** Label of the account where there are several: the channel is then `wechat:<name>`. '' for a single one. */
  readonly name: string;
  /** Friend requests whose hello holds this word are accepted; `*` accepts all; null leaves all of them to the owner. */
  readonly friendWord: string | null;
  /** Where the puppet keeps its log-in between starts: a path without extension. Null asks for a scan at every start. */
  readonly session: string | null;
  readonly limits: Partial<WechatLimits>;
}
