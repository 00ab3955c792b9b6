import type { ApiKey } from '../web/api-key.js';
import { type Networks, readNetworks } from '../web/network.js';
import { ConfigurationError, type Environment, isOn, listed, variable, wholeNumber } from './variables.js';

/** Where the page and the HTTP API are, and whom they serve. */
export interface WebConfiguration {
  readonly host: string;
  readonly port: number;
  readonly apiKeys: readonly ApiKey[];
  /** Checks and look-ups that one address, and one key, may ask for within a minute. */
  readonly perMinute: { readonly stranger: number; readonly keyed: number };
  /** Origins of other sites whose pages may call the API; `*` for all. */
  readonly origins: readonly string[];
  /** Proxies whose word on the caller's address is taken. */
  readonly trusted: Networks;
  /** What operators show to see `/metrics`; null: whoever asks from the machine itself may. */
  readonly operatorToken: string | null;
  /** Assistants are served at `/mcp`. */
  readonly mcp: boolean;
}

const API_KEY = /^([\w-]{1,40}):([0-9a-f]{64})$/i;

/** Hashes tell little, and still no value stands in a message. */
function apiKeys(environment: Environment): ApiKey[] {
  const keys = listed(environment, 'API_KEYS').map((written): ApiKey => {
    const [, id = '', hash = ''] = API_KEY.exec(written) ?? [];
    if (id === '')
      throw new ConfigurationError(
        'API_KEYS holds something else than keys; write name:HASH with commas between, where HASH is the output of: printf %s "the key" | sha256sum',
      );
    return { id, hash: hash.toLowerCase() };
  });
  const twice = keys.find(({ id }, at) => keys.findIndex((other) => other.id === id) !== at);
  if (twice) throw new ConfigurationError(`API_KEYS names '${twice.id}' twice; give each key a name of its own`);
  return keys;
}

function origins(environment: Environment): readonly string[] {
  const written = listed(environment, 'CORS_ORIGINS');
  const isOrigin = (one: string): boolean => one === '*' || (URL.canParse(one) && new URL(one).origin === one);
  const wrong = written.find((one) => !isOrigin(one));
  if (wrong !== undefined)
    throw new ConfigurationError(
      `CORS_ORIGINS holds '${wrong}'; write origins such as https://example.com with commas between, or *`,
    );
  return written;
}

function trustedProxies(environment: Environment): Networks {
  const networks = readNetworks(listed(environment, 'TRUSTED_PROXIES'));
  if (!networks)
    throw new ConfigurationError(
      `TRUSTED_PROXIES is '${variable(environment, 'TRUSTED_PROXIES')}'; write addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8`,
    );
  return networks;
}

const OPERATOR_TOKEN = /^[\w-]{16,256}$/;

/** Secret: the value itself stands in no message. */
function operatorToken(environment: Environment): string | null {
  const value = variable(environment, 'OPERATOR_TOKEN');
  if (value !== null && !OPERATOR_TOKEN.test(value))
    throw new ConfigurationError(
      'OPERATOR_TOKEN is too plain; write 16 to 256 letters, digits, _ or -, such as the output of: openssl rand -hex 24',
    );
  return value;
}

const MOST_PER_MINUTE = 1_000_000;

/** @throws ConfigurationError with one line that names the variable and says what to write. */
export const readWebConfiguration = (environment: Environment): WebConfiguration => ({
  host: variable(environment, 'HOST'),
  port: wholeNumber(environment, 'PORT', [0, 65_535]),
  apiKeys: apiKeys(environment),
  perMinute: {
    stranger: wholeNumber(environment, 'CHECKS_PER_MINUTE', [1, MOST_PER_MINUTE]),
    keyed: wholeNumber(environment, 'CHECKS_PER_MINUTE_WITH_KEY', [1, MOST_PER_MINUTE]),
  },
  origins: origins(environment),
  trusted: trustedProxies(environment),
  operatorToken: operatorToken(environment),
  mcp: isOn(environment, 'MCP'),
});
