import { systemClock } from '../channels/system-clock.js';
import type { Channel } from '../channels/types.js';
import { type Checking, createChecking } from '../dialogue/checking.js';
import { createDialogue } from '../dialogue/dialogue.js';
import type { ImageReader } from '../ocr/types.js';
import type { Registry } from '../registry/types.js';
import type { Store } from '../store/open-store.js';
import { type AppPorts, createWebApp } from '../web/app.js';
import type { Health } from '../web/health.js';
import { createMetrics } from '../web/metrics.js';
import type { RequestHandler } from '../web/server.js';
import type { Configuration } from './configuration.js';
import { createJournal, type Log } from './journal.js';
import { openChannels } from './open-channels.js';
import { openMcp } from './open-mcp.js';
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

function ratesFor({ web: { perMinute } }: Configuration, store: Store): AppPorts['rates'] {
  return {
    stranger: store.rate({ name: 'stranger', most: perMinute.stranger }),
    keyed: store.rate({ name: 'keyed', most: perMinute.keyed }),
    // A page is a dozen requests.
    browsing: store.rate({ name: 'browsing', most: perMinute.stranger * 20 }),
  };
}

/** Makes every door that is configured; none takes anybody in before it is started. */
export async function openDoors(
  configuration: Configuration,
  records: Registry,
  { store, reader }: Kept,
  log: Log,
): Promise<Doors> {
  const { web } = configuration;
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
  const journal = metrics.counting(createJournal(log));
  const own = { store: store.conversations, sightings: store.sightings, feedback: store.feedback };
  const shared = { registry, textFromImage: reader, clock: systemClock, journal };

  const dialogue = createDialogue(
    { ...shared, ...own, limits: store.limits, inbox: store.inbox },
    { speakUpInGroups: configuration.speakUpInGroups },
  );
  const opened = await openChannels(configuration, { dialogue, clock: systemClock, journal, registry: records, log });
  channels = opened.channels;

  const checking = createChecking({ ...shared, sightings: store.sightings });
  const app = createWebApp({
    ...shared,
    checking,
    own,
    rates: ratesFor(configuration, store),
    access: { keys: web.apiKeys, trusted: web.trusted },
    origins: web.origins,
    version: programVersion,
    page: null,
    mcp: web.mcp ? await openMcp(registry, checking, programVersion) : null,
    health,
    metrics,
    isReady: () => isReady,
    operatorToken: web.operatorToken,
  });
  return {
    ...opened,
    app,
    checking,
    setReady: (ready) => {
      isReady = ready;
    },
  };
}
