import type { Asked, EngineOptions, Told } from './process-messages.js';
import { openPictureReader } from './read-picture.js';

/*
 * The process that reads pictures, started by launch-process.ts and by nobody else. It says nothing to the console: what
 * libraries print there may hold words of a message.
 */

const tell = (told: Told): void => {
  process.send?.(told);
};

/** One line for the operator. */
const lineOf = (error: unknown): string => String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';

// The program is gone: engines with threads of their own would go on.
process.once('disconnect', () => process.exit());

try {
  const read = await openPictureReader(JSON.parse(process.argv[2] ?? '{}') as EngineOptions);
  process.on('message', async (asked: Asked) => {
    const reading = await read(asked);
    tell({ kind: 'read', answer: { reading, memory: process.memoryUsage.rss() } });
  });
  tell({ kind: 'ready' });
} catch (error) {
  process.send?.({ kind: 'gone', reason: lineOf(error) } satisfies Told, () => process.exit(1));
}
