import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot, SnapshotError } from '../../src/data-files.js';
import { createChecker } from '../../src/index.js';
import { signSnapshot } from '../../src/registry/signed-snapshot.js';
import { runCli } from './run-cli.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'notice-check-'));
const at = (name: string): string => join(FOLDER, name);
const PUBLIC = at('keys/public.pem');
const PRIVATE = at('keys/private.pem');
const PACKED = at('records.signed');
const SCAM = '【工商银行】您的电子密码器将于今日失效，请登录 wap.icbc-mmq.cc 升级。';

/** The embedded records with another day and without their scam patterns, so that an answer shows which ones were used. */
function signedAsOf(asOf: string, name: string): string {
  const snapshot = {
    ...readSnapshot(),
    asOf,
    patterns: [],
    platforms: readSnapshot().platforms.filter(({ id }) => id !== 'icbc'),
  };
  writeFileSync(at(name), signSnapshot(snapshot, readFileSync(PRIVATE, 'utf8')));
  return at(name);
}
const over = (file: string, key = PUBLIC): string[] => ['--registry', file, '--registry-key', key];

beforeAll(() => {
  expect(runCli(['data', 'keygen', '--out', at('keys')])).toMatchObject({ status: 0, err: '' });
  expect(runCli(['data', 'keygen', '--out', at('other')])).toMatchObject({ status: 0 });
  expect(runCli(['data', 'pack', '--key', PRIVATE, '--out', PACKED])).toMatchObject({ status: 0, err: '' });
});

describe('new keys', () => {
  it('are a private one that its owner alone may read, and a public one', () => {
    expect(statSync(PRIVATE).mode & 0o777).toBe(0o600);
    expect(readFileSync(PUBLIC, 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  });

  it('never take the place of others', () => {
    const before = readFileSync(PRIVATE, 'utf8');
    const { status, err } = runCli(['data', 'keygen', '--out', at('keys')]);
    expect(status).toBe(2);
    expect(err).toContain(`${PRIVATE} is there already; a key is not overwritten`);
    expect(readFileSync(PRIVATE, 'utf8')).toBe(before);
  });
});

describe('packed records', () => {
  it('are verified with the public key', () => {
    const { status, out } = runCli(['data', 'verify', PACKED, '--key', PUBLIC]);
    expect(status).toBe(0);
    expect(out).toMatch(
      /records\.signed: the signature fits; as of \d{4}-\d\d-\d\d, \d+ platforms, \d+ scam patterns, hash [0-9a-f]{12}\n$/,
    );
  });

  it('answer as the embedded ones do, from which they were made', () => {
    expect(runCli(['check', SCAM, ...over(PACKED)])).toEqual(runCli(['check', SCAM]));
  });

  it('are what check, lookup, chat and evaluate use when they are newer', () => {
    const newer = over(signedAsOf('2099-01-01', 'newer.signed'));
    expect(runCli(['check', '--json', SCAM, ...newer]).out).not.toContain('"pattern.');
    expect(runCli(['check', '--json', SCAM]).out).toContain('"pattern.');
    expect(JSON.parse(runCli(['lookup', '95588', '--json', ...newer]).out).matches[0].id).toBeNull();
    expect(JSON.parse(runCli(['lookup', '95588', '--json']).out).matches[0]).toMatchObject({ id: 'icbc' });
    expect(runCli(['chat', ...newer], SCAM).status).toBe(0);
    const rows = at('rows.jsonl');
    writeFileSync(rows, JSON.stringify({ id: '1', text: SCAM, expected_verdict: 'scam' }));
    expect(runCli(['evaluate', ...newer, rows]).status).toBe(0);
  });

  it.each([
    [
      'another key',
      () => over(PACKED, at('other/public.pem')),
      'is refused: the signature does not fit: other bytes or another key',
    ],
    [
      'an older day',
      () => over(signedAsOf('2020-01-01', 'older.signed')),
      'is refused: it is as of 2020-01-01, older than the records in use',
    ],
    ['no signature', () => over(PUBLIC), 'is refused: it is no signed snapshot; make one with notice-check data pack'],
    ['no such file', () => over(at('nowhere.signed')), 'There is no file'],
    ['the private key', () => over(PACKED, PRIVATE), 'The public key cannot be used: this is a private key'],
  ])('are refused with %s: one line, no answer, status 1', (_, options, message) => {
    const { status, out, err } = runCli(['check', SCAM, ...options()]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['check', 'x', '--registry', PACKED], '--registry FILE and --registry-key PUBLIC.pem go together'],
    [['check', 'x', `--registry-key=${PUBLIC}`], '--registry FILE and --registry-key PUBLIC.pem go together'],
    [['check', 'x', '--registry'], '--registry needs a file'],
    [['check', 'x', ...over(PACKED, 'nowhere.pem')], "no file 'nowhere.pem'"],
    [['data', 'pack'], 'data pack needs --key PRIVATE.pem; data keygen makes one'],
    [['data', 'pack', '--key', PUBLIC], 'public.pem: this is no private key'],
    [['data', 'verify', PACKED], 'data verify needs one file and --key PUBLIC.pem'],
    [['data', 'keygen'], 'data keygen needs --out DIR'],
  ])('need their options: %j', (args, message) => {
    const { status, out, err } = runCli(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.split('\n')[0]).toContain(message);
  });

  it('leave text behind -- alone', () => {
    expect(runCli(['check', '--json', '--', '--registry']).status).toBe(0);
  });
});

describe('the library', () => {
  const key = (): string => readFileSync(PUBLIC, 'utf8');

  it('starts on a signed snapshot, and not on one that the key does not fit', async () => {
    const checker = await createChecker({ snapshot: PACKED, publicKey: key() });
    expect(checker.check({ text: SCAM }).verdict).toBe('scam');
    const other = readFileSync(at('other/public.pem'), 'utf8');
    await expect(createChecker({ snapshot: PACKED, publicKey: other })).rejects.toThrow(SnapshotError);
    await expect(createChecker({ publicKey: key() })).rejects.toThrow('A public key was given without a snapshot');
  });

  it('takes newer records while it runs, and keeps its own when they are refused', async () => {
    const checker = await createChecker();
    const before = checker.registry;
    expect(checker.accept(Buffer.from('{}'), key())).toEqual({ refused: expect.stringContaining('no signed snapshot') });
    expect(checker.registry).toBe(before);
    const newer = readFileSync(signedAsOf('2099-01-01', 'running.signed'));
    expect(checker.accept(newer, key())).toEqual({ accepted: checker.registry });
    expect(checker.asOf).toBe('2099-01-01');
    expect(checker.check({ text: SCAM }).claim).toBeNull();
  });
});

describe('a lint of the whole', () => {
  it('is clean, and the committed report is what the data say', () => {
    expect(runCli(['data', 'lint'])).toMatchObject({ status: 0, out: expect.stringContaining('no problems') });
  });

  it('prints the report as the tables that are committed, and as JSON', () => {
    const tables = JSON.parse(runCli(['data', 'report', '--json']).out) as { title: string; head: string[] }[];
    const committed = readFileSync('data/COVERAGE.md', 'utf8');
    for (const { title, head } of tables) expect(committed).toContain(`## ${title}\n\n| ${head.join(' | ')} |`);
  });
});
