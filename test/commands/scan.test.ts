import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'notice-check-scan-'));

const LURE = '【京东金融】您的亲属李某白条已严重逾期，点击 jd-huanqing.top 协商，或加专员微信 jdzy8801';
const ROWS = [
  { text: '晚上回家吃饭吗', sender: '15400001111', received_at: '2026-11-20T18:00' },
  { text: LURE, sender: '15400002222', received_at: '2026-11-20T19:00' },
  { text: '【京东金融】您的白条已逾期12天，请尽快处理。', sender: '95118', received_at: '2026-11-19T19:00' },
];

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const inbox = fileOf('inbox.jsonl', ROWS.map((row) => JSON.stringify(row)).join('\n'));

/** script(1) of util-linux gives a program a terminal of its own; others take other arguments. */
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

describe('scan', () => {
  it('prints a table, the worst first and defanged, with counts and that nothing was sent', () => {
    const { status, out, err } = runCli(['scan', inbox]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [head = '', first = '', second = '', blank] = out.split('\n');
    expect(head).toMatch(/收到时间.*结论.*自称/);
    expect(first).toMatch(/2026-11-20 19:00 .*154·0000·2222 .*很可能是诈骗 .*京东金融 .*×1 .*jd-huanqing\[\.\]top/);
    expect(second).toContain('无法核实');
    expect(blank).toBe('');
    expect(out).toMatch(/共检查 3 条：.*很可能是诈骗 1.*没有上传，也没有保存/s);
  });

  it('writes a report in English into a new file, and overwrites none', () => {
    const path = join(folder, 'report.html');
    const { status, out } = runCli(['scan', inbox, '--html', path, '--lang', 'en', '--only', 'scam']);
    expect(status).toBe(0);
    expect(out).toContain(`The report is in ${path}.`);
    expect(readFileSync(path, 'utf8').match(/<article class="(\w+)"/g)).toEqual(['<article class="scam"']);
    const again = runCli(['scan', inbox, '--html', path]);
    expect(again).toMatchObject({ status: 2, out: '' });
    expect(again.err).toContain('is not overwritten');
  });

  it('gives programs one object, or one line per message', () => {
    const whole = JSON.parse(runCli(['scan', inbox, '--json', '--since', '2026-11-20']).out);
    expect(whole).toMatchObject({ interrupted: false, counts: { scam: 1 }, skipped: { older: 1 } });
    expect(whole.groups[0]).toMatchObject({
      count: 1,
      sender: '15400002222',
      answer: { verdict: 'scam', platform: 'jd-finance' },
    });
    const lines = runCli(['scan', inbox, '--jsonl', '--only', 'not_a_notice,scam']).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).verdict)).toEqual(['not_a_notice', 'scam']);
  });

  it.each([
    ['no file', [], /scan needs one file/],
    ['a file that is not there', ['none.xml'], /no file 'none\.xml'/],
    ['a folder', [folder], /is no file/],
    ['an unknown verdict', [inbox, '--only', 'bad'], /--only takes scam/],
    ['a day in words', [inbox, '--since', 'monday'], /2026-11-01/],
    ['an unknown format', [inbox, '--format', 'doc'], /sms-backup, csv, jsonl/],
  ])('says what to write instead of %s', (_, args, message) => {
    const { status, err } = runCli(['scan', ...args]);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  it('says what a file is that is no inbox, and what to give instead', () => {
    const path = fileOf('letter.txt', '这是一封信');
    const { status, out, err } = runCli(['scan', path]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^notice-check: .*letter\.txt: this is no inbox that can be read; give an XML file[^\n]*\n$/);
  });

  it('gives the table so far when it is interrupted', async () => {
    const row = `${JSON.stringify({ text: LURE, sender: '15400002222' })}\n`;
    const path = fileOf('large.jsonl', row.repeat(100_000));
    const report = join(folder, 'interrupted.html');
    const program = spawn(process.execPath, [CLI, 'scan', path, '--html', report, '--jsonl'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(program, 'close');
    await once(program.stdout, 'data');
    program.kill('SIGINT');
    program.stdout.resume();
    expect(await ended).toEqual([0, null]);
    expect(existsSync(report)).toBe(true);
    expect(readFileSync(report, 'utf8')).toContain('还没查完就停下了');
  });

  it.skipIf(!hasTerminal)('draws a bar on a terminal and cuts the words to fit its width', () => {
    const path = fileOf('many.jsonl', `${JSON.stringify({ text: `${LURE}${'，请尽快处理'.repeat(20)}` })}\n`.repeat(6_000));
    const command = `stty cols 70 rows 20; exec "${process.execPath}" "${CLI}" scan "${path}"`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', timeout: 60_000 });
    expect(stdout).toMatch(/\[#+\.*\] \d+%，已查 [\d,]+ 条，还需 \d+:\d\d/);
    expect(stdout).toMatch(/×6000 +【京东金融】.*…\r?\n/);
  });
});
