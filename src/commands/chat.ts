import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { checkNotice } from '../checker.js';
import type { NoticeInput } from '../notice/types.js';
import { lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { composePaste } from '../reply/compose-paste.js';
import type { Language } from '../reply/types.js';
import { languageOf } from './input.js';
import { drawn, drawnLookup } from './terminal.js';

/** Lines that arrive this close together are one paste. Milliseconds. */
const PASTE_PAUSE = 120;

/** A number or an address alone: not a message, but an answer to our question or something to look up. */
const LONE_NUMBER = /^\+?[\d\s()-]{3,24}$/;
const LONE_ADDRESS = /^\S+@\S+\.\S+$|^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/;

/** Answers one paste after the other; remembers only the last notice, and only while its sender is asked for. */
function createAnswerer(registry: Registry, language: Language): (text: string) => string {
  let waiting: NoticeInput | null = null;

  const check = (input: NoticeInput): string => {
    const checked = checkNotice(input, registry);
    waiting = checked.gravest.ask === 'sender' ? input : null;
    return drawn(composePaste(checked, registry, language));
  };

  return (text) => {
    if (waiting && (LONE_NUMBER.test(text) || /^\S+@\S+$/.test(text))) return check({ ...waiting, sender: text });
    if (LONE_NUMBER.test(text) || LONE_ADDRESS.test(text)) return drawnLookup(lookUp(text, registry), registry, language);
    return check({ text });
  };
}

/** Asks on the terminal, one paste at a time, until the input ends or the person types exit. */
function converse(registry: Registry, language: Language): Promise<void> {
  const wording = registry.wording(language);
  const answer = createAnswerer(registry, language);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: `${wording['chat.prompt']} ` });
  let lines: string[] = [];
  let pause: NodeJS.Timeout | undefined;

  const answerPaste = (): void => {
    const text = lines.join('\n').trim();
    lines = [];
    if (text !== '') process.stdout.write(`\n${answer(text)}\n\n`);
    terminal.prompt();
  };

  process.stdout.write(`${wording['chat.greeting']}\n\n`);
  terminal.prompt();
  terminal.on('line', (line) => {
    if (/^(?:exit|quit|退出)$/i.test(line.trim()) && lines.length === 0) return terminal.close();
    lines.push(line);
    clearTimeout(pause);
    pause = setTimeout(answerPaste, PASTE_PAUSE);
  });
  return new Promise((resolve) => {
    terminal.on('close', () => {
      clearTimeout(pause);
      if (lines.length > 0) answerPaste();
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
