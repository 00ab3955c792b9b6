import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signSnapshot } from '../../src/registry/signed-snapshot.js';
import { MENU, SAMPLES, snapshotWith } from '../help-samples.js';
import { runCli } from './run-cli.js';

/** The built program over the sample texts, which come to it as signed records do. */
function withSamples(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'notice-check-'));
  const keys = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  // As of a later day than any record: older ones would be refused.
  const snapshot = { ...snapshotWith(...SAMPLES, MENU), asOf: '2099-01-01' };
  writeFileSync(join(folder, 'records.signed'), signSnapshot(snapshot, keys.privateKey));
  writeFileSync(join(folder, 'public.pem'), keys.publicKey);
  return ['--registry', join(folder, 'records.signed'), '--registry-key', join(folder, 'public.pem')];
}

const SAMPLE_RECORDS = withSamples();
const help = (words: readonly string[], input = '') => runCli(['help', ...words, ...SAMPLE_RECORDS], input);

describe('help', () => {
  it('lists the topics by reader, with the ids by which they are called', () => {
    const { status, out } = help([]);
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual([
      '  给借款人的家人、亲友',
      '  sample-guide          样例：先做什么',
      '',
      '  给所有人',
      '  sample-interview  样例：我要还吗',
      '',
      '  常见问题',
      '  sample-question  样例短信会打扰我多久？',
      '',
      '看哪一条：notice-check help 左边的名字，或直接写上您的问题',
    ]);
    expect(help(['--lang', 'en']).out).toContain('sample-interview  Sample: do I owe it?');
  });

  it('shows the text with an id', () => {
    expect(help(['sample-guide']).out).toContain('📖 样例：先做什么');
    expect(help(['sample-question', '--lang', 'en']).out).toContain('📖 How long will the sample go on?');
  });

  it('answers a question that is known in these or nearly these words', () => {
    expect(help(['别人欠债', '为什么找我？']).out).toContain('📖 样例：先做什么');
    expect(help(['when will the texts stop', '--lang', 'en']).out).toContain('📖 How long');
  });

  it('says that it has no answer, and offers the menu', () => {
    const { status, out } = help(['红烧肉放多少糖']);
    expect(status).toBe(0);
    expect(out).toContain('这个问题，我这里没有现成的答案');
    expect(out).toContain('［样例短信会打扰我多久？］');
  });

  it('asks an interview from standard input, by number or by label, again where neither was typed', () => {
    const { status, out } = help(['sample-interview'], '没有\n7\n1\n');
    expect(status).toBe(0);
    expect(out.match(/您签过字吗/g)).toHaveLength(1);
    expect(out.match(/您继承了他的遗产吗/g)).toHaveLength(2);
    expect(out).toContain('📖 以遗产为限');
  });

  it('ends where the input ends in the middle of an interview', () => {
    const { status, out } = help(['sample-interview'], '2\n');
    expect(status).toBe(0);
    expect(out).not.toContain('📖');
  });

  it('leaves --help to the usage', () => {
    expect(runCli(['help', '--help']).out).toContain('notice-check help [ID | QUESTION]');
  });
});
