import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { OwnData } from '../../src/dialogue/own-data.js';
import type { Rate, Sightings } from '../../src/dialogue/ports.js';
import type { Registry } from '../../src/registry/types.js';
import type { AccessOptions } from '../../src/web/ports.js';
import {
  loadAnswer,
  loadChecker,
  loadChecking,
  loadDataFiles,
  loadMetrics,
  loadNetwork,
  loadRegistry,
  loadStore,
  loadSystemClock,
  loadWebApp,
  loadWebServer,
} from './built.js';

/*
 * A server in a process of its own, for the part `http`: `bare`, `bare-answer`, `door` or `door-with-memory`. Says its port to the parent,
 * and on any message what it has used: processor time in µs, resident memory in MB.
 */

const UNLIMITED: Rate = { take: async () => ({ granted: true, secondsLeft: 0 }) };

/** The least that a server like ours can do: parse, one check, and the body sent back as it came. */
async function bare(registry: Registry) {
  const { checkNotice } = await loadChecker();
  return new Hono().post('/v1/checks', async (c) => {
    const body = await c.req.json();
    checkNotice(body, registry);
    return c.json(body);
  });
}

/** The same that answers with our object: what composing the reply and sending ten times the bytes cost by themselves. */
async function bareAnswer(registry: Registry) {
  const [{ checkNotice }, { answerInFull }] = await Promise.all([loadChecker(), loadAnswer()]);
  return new Hono().post('/v1/checks', async (c) =>
    c.json(answerInFull(checkNotice(await c.req.json(), registry), registry, 'zh')),
  );
}

interface Memory {
  readonly sightings: Sightings | null;
  readonly own: OwnData | null;
}

/** Our door with everything that stands in front of a check: limits, headers, counters, validation. */
async function door(registry: Registry, { sightings, own }: Memory) {
  const [{ createChecking }, { createWebApp }, { createMetrics }, { readNetworks }, { systemClock }] = await Promise.all([
    loadChecking(),
    loadWebApp(),
    loadMetrics(),
    loadNetwork(),
    loadSystemClock(),
  ]);
  const health = () => ({
    version: '',
    data: { as_of: registry.asOf, hash: '' },
    store: { state: 'up' as const, detail: null },
    reader: null,
    channels: [],
  });
  const metrics = createMetrics(health, systemClock.now);
  const journal = metrics.counting({ note: () => undefined });
  const shared = { registry: () => registry, clock: systemClock, journal };
  return createWebApp({
    ...shared,
    checking: createChecking({ ...shared, sightings, textFromImage: null }),
    own: own as OwnData,
    rates: { stranger: UNLIMITED, keyed: UNLIMITED, browsing: UNLIMITED },
    access: { keys: [], trusted: readNetworks([]) } as AccessOptions,
    origins: [],
    version: '',
    page: null,
    mcp: null,
    health,
    metrics,
    isReady: () => true,
    operatorToken: null,
  });
}

async function remembering(registry: Registry) {
  const [{ openStore }, { systemClock }] = await Promise.all([loadStore(), loadSystemClock()]);
  const home = mkdtempSync(join(tmpdir(), 'notice-check-bench-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const store = await openStore({ home, databaseUrl: null, clock: systemClock, key: null });
  const own = { store: store.conversations, sightings: store.sightings, feedback: store.feedback };
  return door(registry, { sightings: store.sightings, own });
}

const [{ createRegistry }, { readSnapshot }, { serveWeb }] = await Promise.all([
  loadRegistry(),
  loadDataFiles(),
  loadWebServer(),
]);
const registry = createRegistry(readSnapshot());
const APPS = {
  bare: () => bare(registry),
  'bare-answer': () => bareAnswer(registry),
  door: () => door(registry, { sightings: null, own: null }),
  'door-with-memory': () => remembering(registry),
};
const app = await APPS[process.argv[2] as keyof typeof APPS]();
const { port } = await serveWeb(app, [], { host: '127.0.0.1', port: 0 });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, memory: process.memoryUsage().rss / 1024 / 1024 });
});
process.once('disconnect', () => process.exit(0));
process.send?.(port);
