import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../src/commands/configuration.js';
import { VARIABLES } from '../../src/commands/variables.js';
import { PROJECT } from '../structure/source-tree.js';

const HASH = 'a'.repeat(64);
const SECRET_KEY = `shop:${HASH.slice(1)}`;

describe('the environment', () => {
  it('may be empty', () => {
    const { web, telegram, wechat, home } = readConfiguration({});
    expect(web).toMatchObject({ host: '127.0.0.1', port: 8787, apiKeys: [], origins: [], operatorToken: null, mcp: false });
    expect([telegram, wechat, home]).toEqual([null, null, './var']);
  });

  it('is read with what it says', () => {
    const { web } = readConfiguration({
      PORT: '0',
      API_KEYS: `shop:${HASH}, city-app:${HASH.toUpperCase()}`,
      CORS_ORIGINS: 'https://example.com,http://localhost:3000',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      OPERATOR_TOKEN: 'x'.repeat(16),
      MCP: 'yes',
    });
    expect(web.apiKeys).toEqual([
      { id: 'shop', hash: HASH },
      { id: 'city-app', hash: HASH },
    ]);
    expect(web.origins).toEqual(['https://example.com', 'http://localhost:3000']);
    expect(web.trusted.holds('10.1.2.3')).toBe(true);
    expect(web.mcp).toBe(true);
  });

  it.each([
    ['PORT', '65536', "PORT is '65536'; write a number from 0 to 65535, such as 8787"],
    ['CHECKS_PER_MINUTE', '0', 'write a number from 1 to 1000000, such as 60'],
    ['LOG_LEVEL', 'loud', "LOG_LEVEL is 'loud'; write one of fatal"],
    ['MCP', 'on', "MCP is 'on'; write one of yes, no"],
    ['API_KEYS', SECRET_KEY, 'API_KEYS holds something else than keys; write name:HASH'],
    ['API_KEYS', `shop:${HASH},shop:${HASH}`, "API_KEYS names 'shop' twice"],
    ['CORS_ORIGINS', 'example.com', "CORS_ORIGINS holds 'example.com'; write origins such as https://example.com"],
    ['CORS_ORIGINS', 'https://example.com/', 'write origins such as https://example.com'],
    ['TRUSTED_PROXIES', 'nginx', "TRUSTED_PROXIES is 'nginx'; write addresses or networks"],
    ['OPERATOR_TOKEN', 'short', 'OPERATOR_TOKEN is too plain; write 16 to 256'],
    ['TELEGRAM_API_ROOT', 'telegram', 'TELEGRAM_API_ROOT is no address; write one such as https://example.com'],
    ['DATABASE_URL', 'mysql://user:secret@host/db', 'DATABASE_URL is no address of PostgreSQL'],
  ])('stops the start when %s is %j, with one line that says what to write', (name, value, message) => {
    const read = () => readConfiguration({ [name]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n/);
  });

  it.each([
    ['API_KEYS', SECRET_KEY],
    ['OPERATOR_TOKEN', 'hunter2'],
    ['TELEGRAM_BOT_TOKEN', 'hunter2'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/db'],
    ['NOTICE_CHECK_KEY', 'hunter2'],
  ])('is not quoted when it is wrong and secret: %s', (name, value) => {
    expect(() => readConfiguration({ [name]: value })).toThrow(new RegExp(`^(?!.*(?:hunter2|${HASH.slice(1)}))${name} `));
  });
});

/** Rows of the table of variables: the names of the first column, and the last column. */
function tableIn(readme: string): { names: string[]; otherwise: string }[] {
  const rows = readFileSync(join(PROJECT, readme), 'utf8')
    .split('\n')
    .filter((line) => /^\| `[A-Z]/.test(line));
  return rows.map((row) => {
    const [, first = '', ...cells] = row.split(/(?<!\\)\|/);
    return { names: [...first.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name), otherwise: cells.at(-2) ?? '' };
  });
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (readme) => {
  const rows = tableIn(readme);

  it('has every variable that is read, each once, and no other', () => {
    expect(rows.flatMap(({ names }) => names).sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  it('tells the defaults', () => {
    const told = rows.map(({ names, otherwise }) => {
      const defaults = names.flatMap((name) => VARIABLES[name as keyof typeof VARIABLES] ?? []);
      return { names, missing: defaults.filter((value) => !otherwise.includes(`\`${value}\``)) };
    });
    expect(told.filter(({ missing }) => missing.length > 0)).toEqual([]);
  });
});
