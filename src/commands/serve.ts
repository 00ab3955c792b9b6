import { systemClock } from '../channels/system-clock.js';
import { type Channel, ChannelError } from '../channels/types.js';
import { createDialogue } from '../dialogue/dialogue.js';
import type { Registry } from '../registry/types.js';
import { openStore, type Store } from '../store/open-store.js';
import type { Configuration } from './configuration.js';
import { createJournal, createLog, type Log } from './journal.js';
import { type Opened, openChannels } from './open-channels.js';
import { tellWhatWaits } from './tell-later.js';
import { createWebhookServer, type WebhookServer } from './webhook-server.js';

/** How often the health of every channel is written down. Milliseconds. */
const HEALTH_EVERY = 5 * 60_000;

/** How often it is looked for what somebody is to be told. Milliseconds. */
const TELL_EVERY = 60_000;

/** How often what is past its time is deleted from the memory. Milliseconds. */
const PRUNE_EVERY = 6 * 3_600_000;

export const hasChannels = ({ telegram, wechat }: Configuration): boolean => telegram !== null || wechat !== null;

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

/** Settles on the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      process.once('SIGINT', () => process.exit(130));
      process.once('SIGTERM', () => process.exit(143));
      resolve(signal);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

/**
 * One channel that cannot start does not keep the others from their people; without any, there is nothing to serve.
 * @throws ChannelError when none could start.
 */
async function startAll(channels: readonly Channel[], log: Log): Promise<void> {
  const started = await Promise.allSettled(channels.map((channel) => channel.start()));
  const failures = started.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  for (const failure of failures) {
    if (!(failure instanceof ChannelError)) throw failure;
    log.error({}, failure.message);
  }
  if (failures.length === channels.length) throw failures[0];
}

async function stopAll(channels: readonly Channel[], server: WebhookServer | null): Promise<void> {
  await Promise.allSettled(channels.map((channel) => channel.stop()));
  await server?.close();
}

function open(configuration: Configuration, registry: Registry, store: Store, log: Log): Promise<Opened> {
  const journal = createJournal(log);
  const dialogue = createDialogue(
    {
      registry: () => registry,
      store: store.conversations,
      sightings: store.sightings,
      feedback: store.feedback,
      limits: store.limits,
      inbox: store.inbox,
      textFromImage: null,
      clock: systemClock,
      journal,
    },
    { speakUpInGroups: configuration.speakUpInGroups, keepDays: configuration.keepTalkDays },
  );
  return openChannels(configuration, { dialogue, clock: systemClock, journal, registry, log });
}

async function serveChannels(
  { channels, webhooks }: Opened,
  configuration: Configuration,
  store: Store,
  registry: Registry,
  log: Log,
): Promise<void> {
  const server = webhooks.length > 0 ? await createWebhookServer(webhooks, configuration) : null;
  const stopped = stopSignal();
  try {
    await startAll(channels, log);
    const report = (): void => {
      reportHealth(channels, log);
      void reportMemory(store, log);
    };
    report();
    void pruneMemory(store, log);
    const tell = (): void => void tellWhatWaits({ store, channels, registry: () => registry, log });
    tell();
    // Also what keeps the process alive while every channel waits.
    const timers = [
      setInterval(report, HEALTH_EVERY),
      setInterval(() => void pruneMemory(store, log), PRUNE_EVERY),
      setInterval(tell, TELL_EVERY),
    ];
    log.info({ signal: await stopped }, 'stopping');
    for (const timer of timers) clearInterval(timer);
  } finally {
    await stopAll(channels, server);
  }
}

/**
 * Runs every configured channel until it is told to stop.
 * @throws ChannelError when no channel could start, and ConfigurationError for an address that is taken.
 */
export async function runServe(configuration: Configuration, registry: Registry): Promise<void> {
  const log = createLog(configuration.logLevel);
  const { home, databaseUrl, storeKey, keepDays } = configuration;
  const store = await openStore({ home, databaseUrl, clock: systemClock, key: storeKey, keepDays });
  try {
    await serveChannels(await open(configuration, registry, store, log), configuration, store, registry, log);
  } finally {
    await store.close();
  }
}
