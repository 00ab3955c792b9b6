import { systemClock } from '../channels/system-clock.js';
import { type Channel, ChannelError } from '../channels/types.js';
import { createDialogue } from '../dialogue/dialogue.js';
import type { Registry } from '../registry/types.js';
import { createMemoryStore } from '../store/memory.js';
import type { Configuration } from './configuration.js';
import { createJournal, createLog, type Log } from './journal.js';
import { type Opened, openChannels } from './open-channels.js';
import { createWebhookServer, type WebhookServer } from './webhook-server.js';

/** How often the health of every channel is written down. Milliseconds. */
const HEALTH_EVERY = 5 * 60_000;

export const hasChannels = ({ telegram, wechat }: Configuration): boolean => telegram !== null || wechat !== null;

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

function open(configuration: Configuration, registry: Registry, log: Log): Promise<Opened> {
  const journal = createJournal(log);
  const dialogue = createDialogue(
    { registry: () => registry, store: createMemoryStore(), textFromImage: null, clock: systemClock, journal },
    { speakUpInGroups: configuration.speakUpInGroups },
  );
  return openChannels(configuration, { dialogue, clock: systemClock, journal, registry, log });
}

/**
 * Runs every configured channel until it is told to stop.
 * @throws ChannelError when no channel could start, and ConfigurationError for an address that is taken.
 */
export async function runServe(configuration: Configuration, registry: Registry): Promise<void> {
  const log = createLog(configuration.logLevel);
  const { channels, webhooks } = await open(configuration, registry, log);
  const server = webhooks.length > 0 ? await createWebhookServer(webhooks, configuration) : null;
  const stopped = stopSignal();
  try {
    await startAll(channels, log);
    reportHealth(channels, log);
    // Also what keeps the process alive while every channel waits.
    const timer = setInterval(() => reportHealth(channels, log), HEALTH_EVERY);
    log.info({ signal: await stopped }, 'stopping');
    clearInterval(timer);
  } finally {
    await stopAll(channels, server);
  }
}
