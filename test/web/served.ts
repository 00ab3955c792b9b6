import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/channels/system-clock.js';
import { createChecking } from '../../src/dialogue/checking.js';
import type { JournalEntry, TextFromImage } from '../../src/dialogue/ports.js';
import { openStore } from '../../src/store/open-store.js';
import { readPicture } from '../../src/testing/pictures.js';
import { type AppPorts, createWebApp } from '../../src/web/app.js';
import type { Health } from '../../src/web/health.js';
import { createMetrics } from '../../src/web/metrics.js';
import { readNetworks } from '../../src/web/network.js';
import { createPage } from '../../src/web/page/page.js';
import { type RequestHandler, serveWeb } from '../../src/web/server.js';
import { recordedRegistry } from '../recorded-registry.js';

export interface Served {
  readonly origin: string;
  readonly port: number;
  readonly notes: readonly JournalEntry[];
  readonly health: { current: Health };
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON to `/v1/checks`. */
  check(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends bytes as they stand, and gives everything that comes back until the connection is closed. */
  raw(bytes: string): Promise<string>;
  /** Settles when the traces of what was checked are kept. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface ServedOptions extends Partial<AppPorts> {
  readonly textFromImage?: TextFromImage | null;
  readonly handlers?: readonly RequestHandler[];
  readonly patience?: { readonly headers: number; readonly request: number };
  /** Checks that an address may ask for within a minute. */
  readonly most?: number;
}

function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(received) : reject(error)));
  });
}

const HEALTH: Health = {
  version: '0.0.0-test',
  data: { as_of: '2026-11-20', hash: 'abc' },
  store: { state: 'up', detail: null },
  reader: { state: 'up', detail: '', waiting: 0 },
  channels: [{ name: 'telegram', state: 'up', detail: '', since: 0 }],
};

/** The whole door on a free port of this machine, over a memory of its own. */
export async function serve({
  textFromImage = readPicture,
  handlers = [],
  most = 10_000,
  patience,
  ...ports
}: ServedOptions = {}): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), 'notice-check-'));
  const store = await openStore({ home, databaseUrl: null, clock: systemClock, key: null });
  const registry = recordedRegistry();
  const notes: JournalEntry[] = [];
  const health = { current: HEALTH };
  const metrics = createMetrics(() => health.current, systemClock.now);
  const journal = metrics.counting({ note: (entry) => void notes.push(entry) });
  const checking = createChecking({
    registry: () => registry,
    sightings: store.sightings,
    textFromImage,
    clock: systemClock,
    journal,
  });
  const own = { store: store.conversations, sightings: store.sightings, feedback: store.feedback };
  const app = createWebApp({
    registry: () => registry,
    checking,
    clock: systemClock,
    journal,
    own,
    rates: {
      stranger: store.rate({ name: 'stranger', most }),
      keyed: store.rate({ name: 'keyed', most: 10 * most }),
      browsing: store.rate({ name: 'browsing', most: 10 * most }),
    },
    access: { keys: [], trusted: readNetworks([]) as NonNullable<ReturnType<typeof readNetworks>> },
    origins: [],
    version: '0.0.0-test',
    page: createPage({ registry: () => registry, checking, clock: systemClock, journal, own }),
    mcp: null,
    health: () => health.current,
    metrics,
    isReady: () => true,
    operatorToken: null,
    ...ports,
  });
  const server = await serveWeb(app, handlers, { host: '127.0.0.1', port: 0, ...(patience ? { patience } : {}) });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    origin,
    port: server.port,
    notes,
    health,
    fetch: (path, init) => fetch(`${origin}${path}`, init),
    check: (body, headers = {}) =>
      fetch(`${origin}/v1/checks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    raw: (bytes) => exchange(server.port, bytes),
    idle: checking.idle,
    async close() {
      await server.close();
      await checking.idle();
      await store.close();
      rmSync(home, { recursive: true });
    },
  };
}
