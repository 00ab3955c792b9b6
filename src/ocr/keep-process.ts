import type { Clock, ImageReading } from '../dialogue/ports.js';
import { NotReadyError, type ReadingProcess } from './launch-process.js';
import type { ReaderLimits } from './limits.js';
import type { ReaderHealth } from './types.js';

/** The one process that reads, whichever it is at the moment. */
export interface KeptProcess {
  /** Never throws, never takes longer than the limits allow. One picture at a time. */
  read(picture: Uint8Array): Promise<ImageReading>;
  health(): Omit<ReaderHealth, 'waiting'>;
  end(): Promise<void>;
}

const failed = (why: Extract<ImageReading, { kind: 'failed' }>['why']): ImageReading => ({ kind: 'failed', why });

/** China keeps one time the year round. Milliseconds. */
const CHINA = 8 * 3_600_000;

const dayInChina = (now: number): string => new Date(now + CHINA).toISOString().slice(0, 10);

/**
 * Keeps a process that reads pictures: started when a picture comes, replaced when it died, took too long or grew too
 * large, ended when no picture has come for a while.
 */
export function keepProcess(launch: () => ReadingProcess, limits: ReaderLimits, clock: Clock): KeptProcess {
  let current: ReadingProcess | null = null;
  let health: Omit<ReaderHealth, 'waiting'> = { state: 'up', detail: '' };
  let cancelIdleEnd = (): void => undefined;

  async function end(): Promise<void> {
    cancelIdleEnd();
    const ending = current;
    current = null;
    await ending?.end();
  }

  function start(): ReadingProcess {
    health = { state: 'starting', detail: '' };
    current = launch();
    return current;
  }

  async function readWith(process: ReadingProcess, picture: Uint8Array): Promise<ImageReading> {
    let isLate = false;
    const today = dayInChina(clock.now());
    const cancel = clock.after(limits.milliseconds, () => {
      isLate = true;
      void process.end();
    });
    try {
      const { reading, memory } = await process.read({ picture, today });
      health = { state: 'up', detail: '' };
      if (memory > limits.memory) await end();
      return reading;
    } catch (error) {
      health = { state: 'down', detail: isLate ? 'a picture took too long' : (error as Error).message };
      await end();
      return failed(isLate ? 'unclear' : error instanceof NotReadyError ? 'busy' : 'broken');
    } finally {
      cancel();
    }
  }

  return {
    health: () => health,
    end,
    async read(picture) {
      cancelIdleEnd();
      const reading = await readWith(current ?? start(), picture);
      cancelIdleEnd = clock.after(limits.idleMilliseconds, () => void end());
      return reading;
    },
  };
}
