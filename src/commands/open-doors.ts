import { systemClock } from '../channels/system-clock.js';
import type { Channel } from '../channels/types.js';
import { type Checking, createChecking } from '../dialogue/checking.js';
import { createDialogue } from '../dialogue/dialogue.js';
import type { ImageReader } from '../ocr/types.js';
import type { Registry } from '../registry/types.js';
import type { Store } from '../store/open-store.js';
import type { createWebApp } from '../web/app.js';
import type { Health } from '../web/health.js';
import { createMetrics } from '../web/metrics.js';
import type { RequestHandler } from '../web/server.js';
import type { Configuration } from './configuration.js';
import { createJournal, type Log } from './journal.js';
import { openChannels } from './open-channels.js';
import { openWeb } from './open-web.js';
import { version } from './version.js';

/** Every way in: chat networks, and what is served over HTTP. */
export interface Doors {
  readonly channels: readonly Channel[];
  /** Calls of chat networks that come over HTTP. */
  readonly webhooks: readonly RequestHandler[];
  readonly app: ReturnType<typeof createWebApp>;
  readonly checking: Checking;
  /** Says whether new work is welcome. */
  setReady(isReady: boolean): void;
}

/** What is opened before any door, and closed behind the last. */
export interface Kept {
  readonly store: Store;
  /** Null when pictures are not to be read. */
  readonly reader: ImageReader | null;
}

/** Makes every door that is configured; none takes anybody in before it is started. */
export async function openDoors(
  configuration: Configuration,
  records: Registry,
  { store, reader }: Kept,
  log: Log,
): Promise<Doors> {
  let channels: readonly Channel[] = [];
  let isReady = false;
  const registry = (): Registry => records;
  const programVersion = version();

  const health = (): Health => ({
    version: programVersion,
    data: { as_of: records.asOf, hash: records.hash },
    store: store.health(),
    reader: reader?.health() ?? null,
    channels: channels.map((channel) => ({ name: channel.name, ...channel.health() })),
  });
  const metrics = createMetrics(health, systemClock.now);
  const shared = { registry, textFromImage: reader, clock: systemClock, journal: metrics.counting(createJournal(log)) };

  const { conversations, sightings, feedback, limits, inbox } = store;
  const dialogue = createDialogue(
    { ...shared, store: conversations, sightings, feedback, limits, inbox },
    { speakUpInGroups: configuration.speakUpInGroups, keepDays: configuration.keepTalkDays },
  );
  const opened = await openChannels(configuration, { ...shared, dialogue, registry: records, log });
  channels = opened.channels;

  const checking = createChecking({ ...shared, sightings });
  const app = await openWeb(configuration.web, store, {
    ...shared,
    checking,
    version: programVersion,
    health,
    metrics,
    isReady: () => isReady,
  });
  const setReady = (ready: boolean): void => {
    isReady = ready;
  };
  return { ...opened, app, checking, setReady };
}
