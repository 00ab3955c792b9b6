import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import { createConsoleChannel } from '../../src/channels/console/channel.js';
import { systemClock } from '../../src/channels/system-clock.js';
import { recordedRegistry } from '../recorded-registry.js';
import { type ChannelUnderTest, describeChannel, type SeenMessage } from './channel.js';

const PROMPT = '粘贴短信或提问 > ';
const WORKING = '正在看，请稍等……';
const BUTTON = /［(\d+) ([\s\S]*?)］/g;

describeChannel({
  name: 'console',
  make: async ({ dialogue }): Promise<ChannelUnderTest> => {
    const folder = mkdtempSync(join(tmpdir(), 'notice-check-'));
    const pdf = join(folder, 'bill.pdf');
    writeFileSync(pdf, 'bill');
    const input = new PassThrough();
    const output = new PassThrough();
    let written = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
    const channel = createConsoleChannel({
      dialogue,
      clock: systemClock,
      input,
      output,
      isTerminal: true,
      colour: true,
      width: () => 80,
      language: 'zh',
      registry: recordedRegistry(),
      folder,
    });
    await channel.start();
    await dialogue.idle();
    await vi.waitFor(() => {
      if (!written.includes('退出')) throw new Error('not open yet');
    });
    const opened = written.length;

    /** What stands between two prompts, without the line that was typed at the first. */
    const blocks = (): string[] =>
      stripVTControlCharacters(written.slice(opened))
        .split(PROMPT)
        .map((block) => block.split('\n').slice(1).join('\n').trim())
        .filter((block) => block !== '' && !block.startsWith('再见'));
    const shown = (block: string): SeenMessage => {
      const name = /已存成文件：(\S+)/.exec(block)?.[1];
      return {
        text: block,
        buttons: [...block.matchAll(BUTTON)].map((button) => button[2]?.replace(/\s+/g, '') ?? ''),
        document: name === undefined ? null : { name, text: readFileSync(join(folder, name), 'utf8') },
        links: written.includes('\u001b]') ? ['an escape sequence'] : [],
      };
    };
    const typed = (line: string): void => {
      if (channel.health().state === 'up') input.write(`${line}\n`);
    };
    const say = async (line: string): Promise<void> => {
      typed(line);
      // Lines that follow at once are one paste: a person takes longer.
      await new Promise((resolve) => setTimeout(resolve, 150));
    };
    const seen = (): SeenMessage[] =>
      blocks()
        .filter((block) => block !== WORKING)
        .map(shown);
    return {
      channel,
      say,
      press: (label) => {
        const buttons = [...(seen().at(-1)?.text ?? '').matchAll(BUTTON)];
        return say(buttons.find((button) => button[2] === label)?.[1] ?? '');
      },
      sendUnsupported: () => say(pdf),
      deliverAgain: null,
      seen,
      workShown: () => written.split(WORKING).length - 1,
      close: async () => void input.end(),
    };
  },
});
