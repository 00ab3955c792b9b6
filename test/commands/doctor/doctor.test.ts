import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

function doctor(
  environment: Record<string, string>,
  ...args: string[]
): { status: number | null; out: string; err: string; home: string } {
  const home = mkdtempSync(join(tmpdir(), 'notice-check-doctor-'));
  const env = { PATH: process.env.PATH, PORT: '0', NOTICE_CHECK_HOME: home, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'doctor', ...args], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, out: stdout, err: stderr, home };
}

it('doctor lists every part, ends well when nothing is broken, and leaves everything as it is', () => {
  const { status, out, err, home } = doctor({});
  expect({ status, err }).toEqual({ status: 0, err: '' });
  for (const part of [
    'program',
    'records',
    'configuration',
    'home',
    'memory',
    'port',
    'telegram',
    'wechat',
    'pictures',
    'assistants',
  ])
    expect(out).toMatch(new RegExp(`^  (?:ok|off|look) +${part} `, 'm'));
  expect(out).toContain('What to do:');
  expect(readdirSync(home)).toEqual([]);
});

const SECRETS = {
  TELEGRAM_BOT_TOKEN: '123456:AAgeheimgeheimgeheimgeheim',
  TELEGRAM_WEBHOOK_URL: 'https://a.example/hook',
  TELEGRAM_WEBHOOK_SECRET: 'geheim-geheim-geheim',
  TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
  DATABASE_URL: 'postgres://user:geheim@127.0.0.1:1/memory',
  NOTICE_CHECK_KEY: 'fe'.repeat(32),
  OPERATOR_TOKEN: 'geheim-operator-geheim',
  WECHATY_PUPPET: 'wechaty-puppet-lizi',
  WECHATY_PUPPET_SERVICE_TOKEN: 'geheim',
};

it('doctor ends with status 1 when something is broken, and tells programs what, without a secret', () => {
  const { status, out, err } = doctor(SECRETS, '--json');
  expect({ status, err }).toEqual({ status: 1, err: '' });
  const { ok, parts } = JSON.parse(out) as { ok: boolean; parts: { part: string; state: string; todo: string | null }[] };
  expect(ok).toBe(false);
  const broken = parts.filter(({ state }) => state === 'broken');
  expect(broken.map(({ part }) => part)).toEqual(['memory', 'telegram', 'wechat']);
  for (const { todo } of broken) expect(todo).not.toBeNull();
  expect(out).not.toMatch(/geheim|fefefe/);
});

it('doctor says what is wrong with a variable', () => {
  const { status, out } = doctor({ PORT: 'web' });
  expect(status).toBe(1);
  expect(out).toMatch(/BROKEN +configuration +PORT is 'web'; write a number/);
});
