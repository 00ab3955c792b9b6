import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const SCAM = '【工商银行】您的电子密码器将于今日失效，请登录 wap.icbc-mmq.cc 升级。';
const REMINDER = '【京东金融】您的白条本期账单328.50元，还款日为12月9日，请在App内还款，客服95118。';

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('check', () => {
  it('answers the words of the command line in Chinese', () => {
    const { status, out } = runCli(['check', SCAM]);
    expect(status).toBe(0);
    expect(out).toContain('很可能是诈骗');
    expect(out).toContain('icbc-mmq[.]cc');
    expect(out).not.toContain('icbc-mmq.cc');
  });

  it('answers standard input in English', () => {
    const { out } = runCli(['check', '-', '--lang', 'en'], SCAM);
    expect(out).toMatch(/scam/i);
    expect(out).toContain('95588');
  });

  it('gives the whole answer as JSON', () => {
    const answer = JSON.parse(runCli(['check', REMINDER, '--sender', '10690000123456', '--json']).out);
    expect(answer).toMatchObject({
      verdict: 'consistent',
      decided_by: 'leads-only-to-the-claimed',
      platform: 'jd-finance',
      links: [],
      phones: ['95118'],
      sender_class: 'sms_port_106',
    });
    expect(answer.contacts[0]).toMatchObject({
      number: '95118',
      tier: 'confirmed',
      checked: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(answer.reply.headline).toEqual(expect.any(String));
  });

  it('answers every line of a run, the bad ones with their error, and goes on', () => {
    const input = [
      JSON.stringify({ id: 'a', text: SCAM }),
      '{"id": "b", ',
      JSON.stringify({ id: 'c' }),
      JSON.stringify({ id: 'd', text: REMINDER, role: 'neighbour' }),
      JSON.stringify([1]),
      JSON.stringify({ id: 'e', text: REMINDER, sender: null, received_at: '2026-11-20T22:30', role: 'borrower' }),
    ].join('\n');
    const { status, out } = runCli(['check', '--jsonl'], input);
    expect(status).toBe(0);
    const answers = linesOf(out);
    expect(answers.map(({ id, verdict, error }) => [id, verdict ?? error])).toEqual([
      ['a', 'scam'],
      [null, 'not valid JSON'],
      ['c', 'text must be a string'],
      ['d', "--role must be relative or borrower, not 'neighbour'"],
      [null, 'a line must be an object such as {"id":"1","text":"…"}'],
      ['e', 'consistent'],
    ]);
  });

  it('keeps every notice of a paste and answers for the gravest', () => {
    const answer = JSON.parse(runCli(['check', '--json', '-'], `${REMINDER}\n\n${SCAM}`).out);
    expect(answer.verdict).toBe('scam');
    expect(answer.notices.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['consistent', 'scam']);
  });
});

describe('a paste that is more than one message', () => {
  it('says how many there were', () => {
    expect(runCli(['check', '-'], `${REMINDER}\n\n${SCAM}`).out).toContain('这里有2条短信');
    expect(runCli(['check', SCAM]).out).not.toContain('条短信，按最严重');
  });

  it('says that it was not read to the end', () => {
    expect(runCli(['check', '-'], `${REMINDER}${'谢谢。'.repeat(4_000)}`).out).toContain('后面的没有看');
  });
});

describe('a mistake on the command line', () => {
  it.each([
    [['chekc', 'x'], "unknown command 'chekc'"],
    [['check', 'x', '--langue', 'zh'], "Unknown option '--langue'"],
    [['check', 'x', '--lang', 'fr'], "--lang must be zh or en, not 'fr'"],
    [['check', 'x', '--received', 'yesterday'], "--received must be a time such as 2026-11-20T22:30, not 'yesterday'"],
    [['data', 'lnit'], "data takes one of lint, build, stale, report, pack, verify, keygen, not 'lnit'"],
    [['data', 'stale', '--months', 'six'], "--months must be a whole number, not 'six'"],
    [['evaluate'], 'evaluate needs at least one JSONL file'],
    [['evaluate', 'nowhere.jsonl'], "no file 'nowhere.jsonl'"],
  ])('%j ends with one line, the usage and status 2', (args, message) => {
    const { status, out, err } = runCli(args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n')[0]).toContain(message);
    expect(err).toContain('notice-check check [TEXT | -]');
  });
});

describe('the other commands', () => {
  it('print the usage and the version', () => {
    expect(runCli(['--help']).out).toContain('notice-check lookup QUERY');
    expect(runCli(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('list what is due, and count what is there', () => {
    expect(runCli(['data', 'stale', '--months', '600']).out).toContain('nothing is older than 600 months');
    expect(runCli(['data', 'report']).out).toContain('Platforms');
  });

  it('score labelled messages', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'notice-check-')), 'labelled.jsonl');
    const rows = [
      { id: '1', text: SCAM, expected_verdict: 'scam', must_not: ['consistent'], claimed_platform: 'icbc' },
      { id: '2', text: REMINDER, expected_verdict: 'unverified', acceptable: ['consistent'] },
    ];
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const { status, out } = runCli(['evaluate', file]);
    expect(status).toBe(0);
    expect(out).toMatch(/2\s+50\.0%\s+100\.0%\s+0\s+100\.0%/);
  });

  it('take a lone number in a conversation as something to look up', () => {
    expect(runCli(['chat'], '95588').out).toContain('中国工商银行');
  });

  it('hold a conversation until the input ends', () => {
    const { status, out } = runCli(['chat'], SCAM);
    expect(status).toBe(0);
    expect(out).toContain('很可能是诈骗');
  });
});
