import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../src/commands/configuration.js';
import { runKeys } from '../../src/commands/keys.js';
import { runLookup } from '../../src/commands/lookup.js';
import { runReview } from '../../src/commands/review.js';
import { UsageError } from '../../src/commands/usage.js';
import { openStore } from '../../src/store/open-store.js';
import { recordedRegistry } from '../recorded-registry.js';

let home: string;
const environment = () => ({ NOTICE_CHECK_HOME: home });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'notice-check-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(home, { recursive: true });
});

async function printed(run: () => Promise<void>): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await run();
  const text = write.mock.calls.map(([part]) => String(part)).join('');
  write.mockRestore();
  return text;
}

const TEMPLATE = '您的白条已逾期请登录#处理';

async function remember(): Promise<void> {
  const store = await openStore({ home, databaseUrl: null, clock: { now: Date.now }, key: null });
  const nothing = { fingerprint: { sketch: [], keys: [] }, verdict: 'scam', now: Date.now() } as const;
  await store.feedback.record({
    ...nothing,
    person: 'a',
    findings: ['link.not-on-record'],
    fingerprint: null,
    template: TEMPLATE,
  });
  for (const person of ['a', 'b', 'c']) {
    const addresses = [{ kind: 'host', value: 'jd-huankuan.top', isPrivate: false }] as const;
    await store.sightings.record({ ...nothing, person, addresses, platform: null, channel: 'test' });
  }
  await store.close();
}

describe('review', () => {
  it('lists what people said was wrong, and settles it', async () => {
    await remember();
    const list = await printed(() => runReview(['list'], environment()));
    expect(list).toContain('link.not-on-record');
    expect(list).toContain(TEMPLATE);
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(list)?.[0] ?? '';
    const accepted = await printed(() => runReview(['accept', id], environment()));
    expect(accepted).toContain(`${id} is accepted`);
    expect(accepted).toContain(TEMPLATE);
    expect(await printed(() => runReview(['list'], environment()))).toContain('nobody says');
    await expect(runReview(['reject', id], environment())).rejects.toThrow(UsageError);
  });

  it('makes no memory where there is none, and says where to look', async () => {
    await expect(runReview(['list'], environment())).rejects.toThrow('set NOTICE_CHECK_HOME or DATABASE_URL');
  });

  it('says that a server cannot be reached, without its password', async () => {
    const gone = { ...environment(), DATABASE_URL: 'postgres://me:hunter22@127.0.0.1:1/none' };
    const failure = await runReview(['list'], gone).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigurationError);
    expect(String(failure)).not.toContain('hunter22');
  });

  it.each([[['']], [['burn']], [['accept']], [['accept', 'a', 'b']]])('refuses %j', async (args) => {
    await remember();
    await expect(runReview(args, environment())).rejects.toThrow(UsageError);
  });
});

describe('lookup beside a memory', () => {
  const lookup = (query: string, where: Readonly<Record<string, string>>) =>
    printed(() => runLookup([query, '--json'], () => recordedRegistry(), where));

  it('tells how often an address was seen', async () => {
    await remember();
    expect(JSON.parse(await lookup('www.jd-huankuan.top', environment()))).toMatchObject({ sightings: { count: 3, people: 3 } });
    expect(JSON.parse(await lookup('jd.com', environment()))).not.toHaveProperty('sightings');
  });

  it('answers from the records alone where there is none', async () => {
    expect(JSON.parse(await lookup('jd-huankuan.top', environment()))).not.toHaveProperty('sightings');
  });
});

describe('keys rotate', () => {
  it('puts a new key in front and keeps the old one', async () => {
    await remember();
    const before = readFileSync(join(home, 'store.keys'), 'utf8').trim();
    await printed(() => runKeys(['rotate'], environment()));
    const after = readFileSync(join(home, 'store.keys'), 'utf8').trim().split('\n');
    expect(after).toHaveLength(2);
    expect(after[1]).toBe(before);
  });
});

describe('the configuration of the memory', () => {
  it('takes an address of PostgreSQL and keys, or neither', () => {
    expect(readConfiguration({})).toMatchObject({
      home: './var',
      databaseUrl: null,
      storeKey: null,
      keepDays: 400,
      keepTalkDays: 30,
    });
    expect(readConfiguration({ NOTICE_CHECK_KEEP_DAYS: '90', NOTICE_CHECK_KEEP_TALK_DAYS: '7' })).toMatchObject({
      keepDays: 90,
      keepTalkDays: 7,
    });
    const key = 'ab'.repeat(32);
    expect(readConfiguration({ DATABASE_URL: 'postgres://a@b/c', NOTICE_CHECK_KEY: `${key},${key}` })).toMatchObject({
      databaseUrl: 'postgres://a@b/c',
      storeKey: `${key},${key}`,
    });
  });

  it.each([
    [{ DATABASE_URL: 'mysql://me:hunter22@b/c' }, 'DATABASE_URL is no address of PostgreSQL'],
    [{ DATABASE_URL: 'hunter22' }, 'DATABASE_URL is no address of PostgreSQL'],
    [{ NOTICE_CHECK_KEY: 'hunter22' }, 'openssl rand -hex 32'],
    [{ NOTICE_CHECK_KEEP_DAYS: 'for ever' }, 'write a number from 1 to 3650'],
    [{ NOTICE_CHECK_KEEP_TALK_DAYS: '0' }, 'write a number from 1 to 3650'],
  ])('refuses %j with what to write, and without the value', (environment, told) => {
    let message = '';
    try {
      readConfiguration(environment);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(told);
    expect(message).not.toContain('hunter22');
  });
});
