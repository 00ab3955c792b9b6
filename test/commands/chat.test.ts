import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from './run-cli.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PROMPT = '粘贴短信或提问 >';
const WAITING = { timeout: 20_000, interval: 20 };

/** script(1) of util-linux gives a program a terminal of its own; others take other arguments. */
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** A chat in a real terminal. */
interface Terminal {
  readonly program: ChildProcess;
  readonly folder: string;
  /** Keys, all at once, as a paste comes. */
  press(keys: string): void;
  shows(words: string | RegExp): Promise<void>;
  screen(): string;
}

const open: ChildProcess[] = [];

async function openTerminal(): Promise<Terminal> {
  const folder = mkdtempSync(join(tmpdir(), 'notice-check-'));
  const command = `stty cols 100 rows 40; exec "${process.execPath}" "${CLI}" chat`;
  const program = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  open.push(program);
  let written = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const screen = (): string => stripVTControlCharacters(written).replaceAll('\r', '');
  const shows = (words: string | RegExp): Promise<void> => vi.waitFor(() => expect(screen()).toMatch(words), WAITING);
  await shows(PROMPT);
  await shows('怎么投诉');
  return { program, folder, screen, shows, press: (keys) => void program.stdin.write(keys) };
}

describe.skipIf(!hasTerminal)('chat in a terminal', () => {
  afterEach(() => {
    for (const program of open.splice(0)) program.kill();
  });

  it('takes a paste of several lines as one message, and a number for a button', async () => {
    const terminal = await openTerminal();
    terminal.press(
      '【京东金融】您的亲属孙某白条已严重逾期，今日18点前不处理将上门走访。\r点击 jd-jiejue.example 协商减免，或加专员微信 jdzy0001\r',
    );
    await terminal.shows(/很可能是诈骗[\s\S]*［1 转了钱］[\s\S]*仅供参考[\s\S]*>/);
    expect(terminal.screen().match(/很可能是诈骗|这不像通知短信/g)).toEqual(['很可能是诈骗']);
    terminal.press('4\r');
    await terminal.shows('钱和验证码都没给出去');
  });

  it('writes a letter to a file', async () => {
    const terminal = await openTerminal();
    terminal.press('帮我写投诉信\r');
    await terminal.shows(/［\d 短信举报材料］/);
    const number = /［(\d) 短信举报材料］/.exec(terminal.screen())?.[1] ?? '';
    terminal.press(`${number}\r`);
    await terminal.shows(/已存成文件：\S+\.html/);
    expect(readdirSync(terminal.folder)).toEqual([expect.stringMatching(/\.html$/)]);
  });

  it.each([
    ['退出', '退出\r'],
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
  ])('ends with %s', async (_, keys) => {
    const terminal = await openTerminal();
    terminal.press(keys);
    const [status] = await once(terminal.program, 'exit');
    expect(status).toBe(0);
    expect(terminal.screen()).toContain('再见');
  });
});

describe('chat in a pipe', () => {
  it('answers each paragraph, takes numbers and commands, and ends', () => {
    const { status, out, err } = runCli(['chat'], '【京东金融】您的白条已逾期12天，请尽快处理。\n\n我是借款人\n\n/privacy\n');
    expect(status).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^⚪ 先别转账[\s\S]*只在官方 App 里还[\s\S]*不会存下来/);
    expect(out).not.toContain(PROMPT);
  });

  it('speaks English when it is told to', () => {
    expect(runCli(['chat', '--lang', 'en'], '/help').out).toMatch(/^💬 This is how to use me[\s\S]*\/lookup/);
  });
});
