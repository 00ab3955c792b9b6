import type { Clock, ImageReading } from '../dialogue/ports.js';
import { keepProcess } from './keep-process.js';
import { launchReadingProcess } from './launch-process.js';
import { limitsOf, type ReaderLimits } from './limits.js';
import { INSTALL_PADDLE, isPaddleInstalled } from './paddle/installed.js';
import { formatOf, isDecodable, type Unread } from './picture-format.js';
import type { EngineOptions } from './process-messages.js';
import type { ImageReader } from './types.js';

export interface ReaderOptions extends EngineOptions {
  readonly clock: Clock;
  readonly limits?: Partial<ReaderLimits>;
}

/** The engine is not installed; `install` is the command that installs it. */
export class EngineMissingError extends Error {
  override readonly name = 'EngineMissingError';
  readonly install: string;

  constructor(install: string) {
    super(`the engine is not installed; run: ${install}`);
    this.install = install;
  }
}

interface Waiting {
  readonly picture: Uint8Array;
  readonly answer: (reading: ImageReading) => void;
}

const failed = (why: Unread): ImageReading => ({ kind: 'failed', why });

/** Why a picture is not even queued; null when it is. */
function refusal(picture: Uint8Array, limits: ReaderLimits): Unread | null {
  if (picture.length > limits.bytes) return 'too_large';
  const format = formatOf(picture);
  return isDecodable(format) ? null : format;
}

/**
 * Opens a reader of pictures. They are read one after the other, in the order in which they came, by a process of their
 * own, which is started by the first one; so nothing here waits, and a program that is sent no pictures pays nothing.
 * @throws EngineMissingError when the engine has to be installed first.
 */
export async function createImageReader({ clock, limits: given, ...options }: ReaderOptions): Promise<ImageReader> {
  if (options.engine === 'paddle' && !isPaddleInstalled()) throw new EngineMissingError(INSTALL_PADDLE);
  const limits = { ...limitsOf(options.engine), ...given };
  const kept = keepProcess(() => launchReadingProcess(options, limits.heap), limits, clock);
  const queue: Waiting[] = [];
  let working: Promise<void> | null = null;
  let isClosed = false;

  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) next.answer(await kept.read(next.picture));
    working = null;
  }

  const isFull = (picture: Uint8Array): boolean =>
    queue.length >= limits.waiting ||
    queue.reduce((sum, waiting) => sum + waiting.picture.length, picture.length) > limits.waitingBytes;

  return {
    read(picture) {
      const why = refusal(picture, limits) ?? (isClosed || isFull(picture) ? 'busy' : null);
      if (why !== null) return Promise.resolve(failed(why));
      return new Promise((answer) => {
        queue.push({ picture, answer });
        working ??= work();
      });
    },
    health: () => ({ ...kept.health(), waiting: queue.length }),
    async close() {
      isClosed = true;
      for (const { answer } of queue.splice(0)) answer(failed('busy'));
      await kept.end();
      await working;
    },
  };
}
