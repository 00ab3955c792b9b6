import { createInterface, type Interface } from 'node:readline';
import type { Channel, ChannelHealth } from '../types.js';
import { createPaste, paragraphsOf } from './paste.js';
import { createPipeScreen, createTerminalScreen } from './screen.js';
import { createTalk, type Talk, type TalkOptions } from './talk.js';

export interface ConsoleOptions extends TalkOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export interface ConsoleChannel extends Channel {
  /** Settles when the input has ended, or the person has left, and everything is answered. */
  readonly ended: Promise<void>;
}

/** Messages that the arrow keys bring back; in memory only. */
const HISTORY = 200;

const linesOf = ({ input, output, isTerminal }: ConsoleOptions): Interface =>
  createInterface({
    input,
    terminal: isTerminal,
    historySize: HISTORY,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(isTerminal ? { output } : {}),
  });

/** The conversation in a terminal, or over a pipe. */
export function createConsoleChannel(options: ConsoleOptions): ConsoleChannel {
  const { dialogue, clock, isTerminal } = options;
  let health: ChannelHealth = { state: 'starting', detail: '', since: clock.now() };
  let lines: Interface | null = null;
  let settle = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    settle = resolve;
  });

  async function end(farewell: () => void): Promise<void> {
    if (health.state === 'down') return ended;
    health = { state: 'down', detail: 'the conversation has ended', since: clock.now() };
    lines?.close();
    await dialogue.idle();
    farewell();
    settle();
  }

  const take = (talk: Talk, text: string): boolean => health.state === 'up' && talk.take(text);

  function listen(terminal: Interface): void {
    const talk = createTalk(options, createTerminalScreen(options.output, terminal));
    const paste = createPaste(
      clock,
      () => terminal.line,
      (text) => {
        if (!take(talk, text)) terminal.close();
      },
    );
    terminal.on('line', (line) => paste.add(line));
    terminal.once('close', () => {
      paste.finish();
      void end(() => talk.close());
    });
    talk.open();
  }

  async function answerParagraphs(piped: Interface): Promise<void> {
    const talk = createTalk(options, createPipeScreen(options.output));
    for await (const paragraph of paragraphsOf(piped)) {
      if (!take(talk, paragraph)) break;
      await dialogue.idle();
    }
    await end(() => undefined);
  }

  return {
    name: 'console',
    ended,
    health: () => health,
    stop: () => end(() => undefined),
    async start() {
      health = { state: 'up', detail: '', since: clock.now() };
      lines = linesOf(options);
      if (isTerminal) listen(lines);
      else void answerParagraphs(lines);
    },
  };
}
