import { ConfigurationError, type Environment, isOn, oneOf, url, variable, wholeNumber } from './variables.js';
import { readWebConfiguration, type WebConfiguration } from './web-configuration.js';

export { ConfigurationError } from './variables.js';

export interface TelegramConfiguration {
  readonly token: string;
  /** Where the Bot API is; another one for a local server. */
  readonly apiRoot: string;
  /** Null: messages are polled for. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
}

export interface WechatConfiguration {
  /** Package of the puppet. */
  readonly puppet: string;
  readonly token: string | null;
  readonly endpoint: string | null;
  /** Word in a friend request that gets it accepted; null accepts none. */
  readonly friendWord: string | null;
}

/** Where the memory is. */
export interface StoreConfiguration {
  readonly home: string;
  /** Of PostgreSQL; null for the embedded store in `home`. */
  readonly databaseUrl: string | null;
  /** Keys of the store, newest first; null for those in `home`. */
  readonly storeKey: string | null;
  /** Sightings and complaints are kept for so many days. */
  readonly keepDays: number;
}

const OCR_ENGINES = ['tesseract', 'paddle', 'off'] as const;

/** What pictures are read with. */
export interface PictureConfiguration {
  readonly home: string;
  readonly ocrEngine: (typeof OCR_ENGINES)[number];
}

export interface Configuration extends StoreConfiguration, PictureConfiguration {
  readonly web: WebConfiguration;
  readonly logLevel: LogLevel;
  /** Conversations are remembered for so many days after their last message. */
  readonly keepTalkDays: number;
  /** Also speak unasked in a group when a message is decisively a fraud. */
  readonly speakUpInGroups: boolean;
  readonly telegram: TelegramConfiguration | null;
  readonly wechat: WechatConfiguration | null;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Holds a password: the value itself stands in no message. */
function databaseUrl(environment: Environment): string | null {
  const value = variable(environment, 'DATABASE_URL');
  const parsed = value !== null && URL.canParse(value) ? new URL(value) : null;
  if (value !== null && !/^postgres(?:ql)?:$/.test(parsed?.protocol ?? ''))
    throw new ConfigurationError(
      'DATABASE_URL is no address of PostgreSQL; write postgres://user:password@host:5432/database, or leave it out for the embedded store',
    );
  return value;
}

/** Fewest and most days that anything may be kept. */
const KEPT_DAYS = [1, 3_650] as const;

const STORE_KEY = /^[0-9a-f]{64}(?:,[0-9a-f]{64})*$/;

function storeKey(environment: Environment): string | null {
  const value = variable(environment, 'NOTICE_CHECK_KEY');
  if (value !== null && !STORE_KEY.test(value))
    throw new ConfigurationError(
      'NOTICE_CHECK_KEY is no key; write 64 hexadecimal digits, such as the output of: openssl rand -hex 32 (older keys behind it, after commas)',
    );
  return value;
}

/** As BotFather gives it. The value itself is secret and stands in no message. */
const TOKEN = /^\d{5,20}:[\w-]{20,100}$/;
/** What Telegram allows in a secret. */
const SECRET = /^[\w-]{16,256}$/;

function telegram(environment: Environment): TelegramConfiguration | null {
  const token = variable(environment, 'TELEGRAM_BOT_TOKEN');
  const apiRoot = url(environment, 'TELEGRAM_API_ROOT', ['http:', 'https:']);
  const webhook = url(environment, 'TELEGRAM_WEBHOOK_URL', ['http:', 'https:']);
  const secret = variable(environment, 'TELEGRAM_WEBHOOK_SECRET');
  if (token === null) {
    if (webhook !== null) throw new ConfigurationError('TELEGRAM_WEBHOOK_URL is set without TELEGRAM_BOT_TOKEN; set both');
    return null;
  }
  if (!TOKEN.test(token))
    throw new ConfigurationError(
      'TELEGRAM_BOT_TOKEN does not look like a token; write what @BotFather gave you, such as 123456:AA…',
    );
  if (webhook === null) return { token, apiRoot, webhook: null };
  if (secret === null || !SECRET.test(secret)) {
    throw new ConfigurationError(
      'TELEGRAM_WEBHOOK_SECRET is missing or too plain; write 16 to 256 letters, digits, _ or -, such as the output of: openssl rand -hex 24',
    );
  }
  return { token, apiRoot, webhook: { url: webhook, secret } };
}

/** Names of npm packages; what is loaded by name must be nothing else. */
const PACKAGE = /^(?:@[a-z0-9-]+\/)?[a-z0-9-]+$/;

function wechat(environment: Environment): WechatConfiguration | null {
  const puppet = variable(environment, 'WECHATY_PUPPET');
  if (puppet === null) return null;
  if (!PACKAGE.test(puppet))
    throw new ConfigurationError(`WECHATY_PUPPET is '${puppet}'; write the name of a package, such as wechaty-puppet-service`);
  return {
    puppet,
    token: variable(environment, 'WECHATY_PUPPET_SERVICE_TOKEN') ?? variable(environment, 'WECHATY_TOKEN'),
    endpoint: variable(environment, 'WECHATY_PUPPET_SERVICE_ENDPOINT'),
    friendWord: variable(environment, 'WECHAT_FRIEND_WORD'),
  };
}

/** @throws ConfigurationError with one line that names the variable and says what to write. */
export const readPictureConfiguration = (environment: Environment): PictureConfiguration => ({
  home: variable(environment, 'NOTICE_CHECK_HOME'),
  ocrEngine: oneOf(environment, 'OCR_ENGINE', OCR_ENGINES),
});

/** @throws ConfigurationError with one line that names the variable and says what to write. */
export const readStoreConfiguration = (environment: Environment): StoreConfiguration => ({
  home: variable(environment, 'NOTICE_CHECK_HOME'),
  databaseUrl: databaseUrl(environment),
  storeKey: storeKey(environment),
  keepDays: wholeNumber(environment, 'NOTICE_CHECK_KEEP_DAYS', KEPT_DAYS),
});

/**
 * Reads the environment of a server.
 * @throws ConfigurationError with one line that names the variable and says what to write.
 */
export function readConfiguration(environment: Environment): Configuration {
  return {
    web: readWebConfiguration(environment),
    ...readStoreConfiguration(environment),
    ...readPictureConfiguration(environment),
    logLevel: oneOf(environment, 'LOG_LEVEL', LOG_LEVELS),
    keepTalkDays: wholeNumber(environment, 'NOTICE_CHECK_KEEP_TALK_DAYS', KEPT_DAYS),
    speakUpInGroups: isOn(environment, 'SPEAK_UP_IN_GROUPS'),
    telegram: telegram(environment),
    wechat: wechat(environment),
  };
}
