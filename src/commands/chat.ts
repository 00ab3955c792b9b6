import { parseArgs } from 'node:util';
import { createConsoleChannel } from '../channels/console/channel.js';
import { systemClock } from '../channels/system-clock.js';
import { createDialogue } from '../dialogue/dialogue.js';
import type { Journal } from '../dialogue/ports.js';
import type { Registry } from '../registry/types.js';
import { createMemoryStore } from '../store/memory.js';
import { readPictureConfiguration } from './configuration.js';
import { languageOf } from './input.js';
import { openReader } from './open-reader.js';
import { drawingWidth } from './terminal.js';
import type { Environment } from './variables.js';

/** Only what went wrong is told: the conversation itself stands on the screen. */
const journal: Journal = {
  note(entry) {
    if (entry.kind === 'failed') process.stderr.write(`notice-check: ${entry.where} failed: ${entry.error}\n`);
  },
};

/** Runs `chat`: a conversation in the terminal, or the answers to what comes through a pipe. */
export async function runChat(args: readonly string[], loadRegistry: () => Registry, environment: Environment): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { lang: { type: 'string' } } });
  const language = languageOf(values.lang);
  const configuration = readPictureConfiguration(environment);
  const registry = loadRegistry();
  const reader = await openReader(configuration, systemClock);
  const dialogue = createDialogue({
    registry: () => registry,
    store: createMemoryStore(),
    textFromImage: reader,
    clock: systemClock,
    journal,
  });
  const { stdin: input, stdout: output } = process;
  const channel = createConsoleChannel({
    dialogue,
    clock: systemClock,
    input,
    output,
    isTerminal: input.isTTY === true && output.isTTY === true,
    colour: output.isTTY === true,
    width: drawingWidth,
    language,
    registry,
    folder: process.cwd(),
  });
  try {
    await channel.start();
    await channel.ended;
  } finally {
    await reader?.close();
  }
}
