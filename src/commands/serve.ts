import { systemClock } from '../channels/system-clock.js';
import { type Channel, ChannelError } from '../channels/types.js';
import type { Registry } from '../registry/types.js';
import { openStore } from '../store/open-store.js';
import { serveWeb, type WebServer } from '../web/server.js';
import { type Configuration, ConfigurationError } from './configuration.js';
import { createLog, type Log } from './journal.js';
import { type Doors, type Kept, openDoors } from './open-doors.js';
import { openReader } from './open-reader.js';
import { keepUp } from './upkeep.js';

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
 * One channel that cannot start does not keep the others from their people. When all that were configured fail, somebody has
 * to mend it: the page alone would hide that.
 * @throws ChannelError when none could start.
 */
async function startAll(channels: readonly Channel[], log: Log): Promise<void> {
  const started = await Promise.allSettled(channels.map((channel) => channel.start()));
  const failures = started.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  for (const failure of failures) {
    if (!(failure instanceof ChannelError)) throw failure;
    log.error({}, failure.message);
  }
  if (failures.length > 0 && failures.length === channels.length) throw failures[0];
}

/** @throws ConfigurationError when the address cannot be listened on. */
async function listen({ app, webhooks }: Doors, { web }: Configuration): Promise<WebServer> {
  try {
    return await serveWeb(app, webhooks, web);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`Cannot listen on ${web.host}:${web.port} (${code}); write another HOST or PORT`);
  }
}

/** Where a browser on this machine finds the page. */
function addressOf(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

/** Nobody new comes in, everybody who is in gets an answer, and what is to be kept is kept. */
async function stopAll({ channels, checking, setReady }: Doors, server: WebServer): Promise<void> {
  setReady(false);
  await Promise.allSettled([server.close(), ...channels.map((channel) => channel.stop())]);
  await checking.idle();
}

async function serveDoors(
  doors: Doors,
  configuration: Configuration,
  kept: Kept,
  registry: Registry,
  log: Log,
  announce: (address: string) => void,
): Promise<void> {
  const server = await listen(doors, configuration);
  const stopped = stopSignal();
  try {
    await startAll(doors.channels, log);
    doors.setReady(true);
    const address = addressOf(configuration.web.host, server.port);
    log.info({ address }, 'listening');
    announce(address);
    const stopUpkeep = keepUp({ channels: doors.channels, registry, ...kept }, log);
    log.info({ signal: await stopped }, 'stopping');
    stopUpkeep();
  } finally {
    await stopAll(doors, server);
  }
}

/**
 * Runs every configured channel, the page and the HTTP API until it is told to stop.
 * @param announce is told where the page is, once it is there.
 * @throws ChannelError when no configured channel could start, and ConfigurationError for an address that is taken.
 */
export async function runServe(
  configuration: Configuration,
  registry: Registry,
  announce: (address: string) => void,
): Promise<void> {
  const log = createLog(configuration.logLevel);
  const { home, databaseUrl, storeKey, keepDays } = configuration;
  const store = await openStore({ home, databaseUrl, clock: systemClock, key: storeKey, keepDays });
  try {
    const kept = { store, reader: await openReader(configuration, systemClock) };
    try {
      await serveDoors(await openDoors(configuration, registry, kept, log), configuration, kept, registry, log, announce);
    } finally {
      await kept.reader?.close();
    }
  } finally {
    await store.close();
  }
}
