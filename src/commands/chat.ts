import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { drawReply } from '../channels/console/draw.js';
import { checkNotice } from '../checker.js';
import type { Registry } from '../registry/types.js';
import { composeReply } from '../reply/compose.js';
import type { Language } from '../reply/types.js';
import { languageOf } from './input.js';

/** Lines that arrive this close together are one paste. Milliseconds. */
const PASTE_PAUSE = 120;

const columns = (): number => Math.min(process.stdout.columns ?? 80, 88);

/** Asks on the terminal, one paste at a time, until the input ends or the person types exit. */
function converse(registry: Registry, language: Language): Promise<void> {
  const wording = registry.wording(language);
  const colour = process.stdout.isTTY === true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: `${wording['chat.prompt']} ` });
  let lines: string[] = [];
  let pause: NodeJS.Timeout | undefined;

  const answer = (): void => {
    const text = lines.join('\n').trim();
    lines = [];
    if (text !== '')
      process.stdout.write(
        `\n${drawReply(composeReply(checkNotice({ text }, registry).gravest, registry, language), { colour, width: columns() })}\n\n`,
      );
    terminal.prompt();
  };

  process.stdout.write(`${wording['chat.greeting']}\n\n`);
  terminal.prompt();
  terminal.on('line', (line) => {
    if (/^(?:exit|quit|退出)$/i.test(line.trim()) && lines.length === 0) return terminal.close();
    lines.push(line);
    clearTimeout(pause);
    pause = setTimeout(answer, PASTE_PAUSE);
  });
  return new Promise((resolve) => {
    terminal.on('close', () => {
      clearTimeout(pause);
      if (lines.length > 0) answer();
      process.stdout.write(`${wording['chat.goodbye']}\n`);
      resolve();
    });
  });
}

/** Runs `chat`: a conversation in the terminal, with pastes of several lines taken as one message. */
export async function runChat(args: readonly string[], loadRegistry: () => Registry): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { lang: { type: 'string' } } });
  const language = languageOf(values.lang);
  await converse(loadRegistry(), language);
}
