import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import { type ConsoleChannel, createConsoleChannel } from '../../../src/channels/console/channel.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import type { Language } from '../../../src/reply/types.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { recordedRegistry } from '../../recorded-registry.js';

/** A console without a terminal: what is typed goes in, what is drawn comes out. */
export interface AtConsole {
  readonly channel: ConsoleChannel;
  readonly clock: ManualClock;
  /** Where files are saved. */
  readonly folder: string;
  /** Keys, as a terminal sends them. */
  type(keys: string): void;
  /** Types a line, lets the pause after a paste pass, and waits until everything is answered. */
  send(text: string): Promise<void>;
  /** Ctrl-D, or the end of a pipe. */
  end(): void;
  /** Everything that was written, without styles and movements. */
  screen(): string;
  raw(): string;
}

/** Longer than the pause that ends a paste. Milliseconds. */
const PAUSE = 200;

/** How long a test waits for what is answered at once, and how often it looks. Milliseconds. */
const WAITING = { timeout: 10_000, interval: 5 };

/** Lets readline take what stands in its stream. */
const taken = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Sets a dialogue before a console and starts it. */
export async function atConsole(
  dialogue: Dialogue | ((clock: ManualClock) => Dialogue),
  { isTerminal = true, language = 'zh' as Language } = {},
): Promise<AtConsole> {
  const clock = createManualClock(Date.parse('2026-11-21T12:00:00+08:00'));
  const made = typeof dialogue === 'function' ? dialogue(clock) : dialogue;
  const input = new PassThrough();
  const output = new PassThrough();
  const folder = mkdtempSync(join(tmpdir(), 'notice-check-'));
  let written = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const channel = createConsoleChannel({
    dialogue: made,
    clock,
    input,
    output,
    isTerminal,
    colour: isTerminal,
    width: () => 80,
    language,
    registry: recordedRegistry(),
    folder,
  });
  await channel.start();

  const answered = async (): Promise<void> => {
    let idle = false;
    void made.idle().then(() => {
      idle = true;
    });
    await vi.waitFor(async () => {
      await clock.turn(PAUSE);
      if (!idle) throw new Error('not answered yet');
    }, WAITING);
  };
  return {
    channel,
    clock,
    folder,
    type: (keys) => void input.write(keys),
    async send(text) {
      input.write(`${text}\n`);
      await taken();
      await clock.turn(PAUSE);
      await answered();
    },
    end: () => void input.end(),
    screen: () => stripVTControlCharacters(written),
    raw: () => written,
  };
}
