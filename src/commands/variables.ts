/** One variable is wrong; the message names it and says what to write. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable that the program reads, with its default; null for what is left out. Both READMEs have a line for each. */
export const VARIABLES = {
  HOST: '127.0.0.1',
  PORT: '8787',
  NOTICE_CHECK_HOME: './var',
  DATABASE_URL: null,
  NOTICE_CHECK_KEY: null,
  NOTICE_CHECK_KEEP_DAYS: '400',
  NOTICE_CHECK_KEEP_TALK_DAYS: '30',
  LOG_LEVEL: 'info',
  OCR_ENGINE: 'tesseract',
  API_KEYS: null,
  CHECKS_PER_MINUTE: '60',
  CHECKS_PER_MINUTE_WITH_KEY: '3000',
  CORS_ORIGINS: null,
  TRUSTED_PROXIES: null,
  OPERATOR_TOKEN: null,
  MCP: 'no',
  TELEGRAM_BOT_TOKEN: null,
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  TELEGRAM_WEBHOOK_URL: null,
  TELEGRAM_WEBHOOK_SECRET: null,
  WECHATY_PUPPET: null,
  WECHATY_TOKEN: null,
  WECHATY_PUPPET_SERVICE_TOKEN: null,
  WECHATY_PUPPET_SERVICE_ENDPOINT: null,
  WECHAT_FRIEND_WORD: null,
  SPEAK_UP_IN_GROUPS: 'no',
} as const satisfies Record<string, string | null>;

type Name = keyof typeof VARIABLES;
/** Those with a default always have a value. */
type Value<N extends Name> = (typeof VARIABLES)[N] extends string ? string : string | null;

/** The value of a variable, or its default. An empty variable is one that is not set. */
export const variable = <N extends Name>(environment: Environment, name: N): Value<N> =>
  (environment[name]?.trim() || VARIABLES[name]) as Value<N>;

/** The parts of a variable that is a list; none when it is not set. */
export const listed = (environment: Environment, name: Name): readonly string[] =>
  (variable(environment, name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function oneOf<T extends string>(environment: Environment, name: Name, choices: readonly T[]): T {
  const value = variable(environment, name);
  const choice = choices.find((known) => known === value);
  if (!choice) throw new ConfigurationError(`${name} is '${value}'; write one of ${choices.join(', ')}`);
  return choice;
}

export const isOn = (environment: Environment, name: Name): boolean => oneOf(environment, name, ['yes', 'no']) === 'yes';

export function wholeNumber(environment: Environment, name: Name, [least, most]: readonly [number, number]): number {
  const value = variable(environment, name) ?? '';
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new ConfigurationError(`${name} is '${value}'; write a number from ${least} to ${most}, such as ${VARIABLES[name]}`);
  return number;
}

export function url<N extends Name>(environment: Environment, name: N, protocols: readonly string[]): Value<N> {
  const value = variable(environment, name);
  if (value === null) return value;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  if (!parsed || !protocols.includes(parsed.protocol))
    throw new ConfigurationError(`${name} is no address; write one such as ${protocols.at(-1)}//example.com`);
  return value.replace(/\/+$/, '') as Value<N>;
}
