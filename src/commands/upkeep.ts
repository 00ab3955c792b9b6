import type { Channel } from '../channels/types.js';
import type { ImageReader } from '../ocr/types.js';
import type { Registry } from '../registry/types.js';
import type { Store } from '../store/open-store.js';
import type { Log } from './journal.js';
import type { Kept } from './open-doors.js';
import { tellWhatWaits } from './tell-later.js';

/** How often the health of every part is written down. Milliseconds. */
const HEALTH_EVERY = 5 * 60_000;

/** How often it is looked for what somebody is to be told. Milliseconds. */
const TELL_EVERY = 60_000;

/** How often what is past its time is deleted from the memory. Milliseconds. */
const PRUNE_EVERY = 6 * 3_600_000;

async function reportMemory(store: Store, log: Log): Promise<void> {
  const { state, detail } = await store.probe();
  if (state === 'up') log.info({ state, detail }, 'the memory is up');
  else log.warn({ state, detail }, 'the memory is down; checks go on without it');
}

async function pruneMemory(store: Store, log: Log): Promise<void> {
  try {
    log.info({ deleted: await store.prune() }, 'what was past its time is deleted');
  } catch {
    await reportMemory(store, log);
  }
}

function reportHealth(channels: readonly Channel[], log: Log): void {
  for (const channel of channels) {
    const { state, detail } = channel.health();
    const line = `${channel.name} is ${state}`;
    if (state === 'up' || state === 'starting') log.info({ channel: channel.name, state }, line);
    else log.warn({ channel: channel.name, state, detail }, line);
  }
}

function reportReader(reader: ImageReader | null, log: Log): void {
  const { state, ...more } = reader?.health() ?? { state: 'off', detail: 'pictures are not read' };
  const line = `the reader of pictures is ${state}`;
  if (state === 'down') log.warn({ state, ...more }, line);
  else log.info({ state, ...more }, line);
}

interface Running extends Kept {
  readonly channels: readonly Channel[];
  readonly registry: Registry;
}

/**
 * Writes down how everything is, deletes what is past its time and tells people what waits for them, now and again until the
 * answer is called.
 */
export function keepUp({ channels, store, reader, registry }: Running, log: Log): () => void {
  const report = (): void => {
    reportHealth(channels, log);
    void reportMemory(store, log);
    reportReader(reader, log);
  };
  const prune = (): void => void pruneMemory(store, log);
  const tell = (): void => void tellWhatWaits({ store, channels, registry: () => registry, log });
  report();
  prune();
  tell();
  const timers = [setInterval(report, HEALTH_EVERY), setInterval(prune, PRUNE_EVERY), setInterval(tell, TELL_EVERY)];
  return () => timers.forEach(clearInterval);
}
