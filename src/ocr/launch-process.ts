import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Asked, EngineOptions, Told } from './process-messages.js';

/** Stands in the build, also for whoever runs the sources: a process of its own is started from a file. */
const ENTRY = fileURLToPath(new URL('../../dist/ocr/reading-process.js', import.meta.url));

/** It could not be started, or cannot read any picture. The message is one line for the operator. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

/** A process that reads one picture at a time. */
export interface ReadingProcess {
  /**
   * What is in the picture; the first one also waits until the models are loaded.
   * @throws NotReadyError when it cannot read any picture, and another Error when it ended over this one.
   */
  read(asked: Asked): Promise<Answer>;
  /** Ends it at once, whatever it is at, and waits until it is gone. */
  end(): Promise<void>;
}

/** Settles with the reason when the process is gone. */
const whenGone = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(`the reading process ended with ${signal ?? code}`));
    child.once('error', ({ message }) => resolve(`the reading process does not start: ${message}`));
  });

/** What the process says next, or the reason why it says nothing more. */
const nextWord = (child: ChildProcess, gone: Promise<string>): Promise<Told> =>
  Promise.race([
    new Promise<Told>((resolve) => child.once('message', (told) => resolve(told as Told))),
    gone.then((reason): Told => ({ kind: 'gone', reason })),
  ]);

async function untilReady(firstWord: Promise<Told>): Promise<void> {
  const told = await firstWord;
  if (told.kind !== 'ready') throw new NotReadyError('reason' in told ? told.reason : 'the reading process does not start');
}

/**
 * Starts a process that reads pictures. Decoding is native code that meets hostile bytes: in a process of its own, what
 * crashes, hangs or grows there takes nothing with it, all memory is given back, and no secret is in its environment.
 */
export function launchReadingProcess(options: EngineOptions, heap: number): ReadingProcess {
  const child = fork(ENTRY, [JSON.stringify(options)], {
    // Fewer arenas: what the decoder frees is given back sooner.
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: [`--max-old-space-size=${Math.round(heap / 1e6)}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = whenGone(child);
  const ready = untilReady(nextWord(child, gone));
  // It may be ended before anybody asks.
  ready.catch(() => undefined);
  return {
    async read(asked) {
      await ready;
      const answer = nextWord(child, gone);
      // That it cannot be sent means that the process is gone, which the answer tells.
      child.send(asked, () => undefined);
      const told = await answer;
      if (told.kind === 'read') return told.answer;
      throw new Error('reason' in told ? told.reason : 'the reading process answered out of turn');
    },
    async end() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
