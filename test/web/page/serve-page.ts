import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { createChecking } from '../../../src/dialogue/checking.js';
import type { Complaint, JournalEntry, TextFromImage } from '../../../src/dialogue/ports.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { readPicture } from '../../../src/testing/pictures.js';
import { createPage } from '../../../src/web/page/page.js';
import { recordedRegistry } from '../../recorded-registry.js';

/** What the page may do: nothing but fetch from where it came. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'blob:', 'data:'],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** The page with memory switched off, and what it noted. */
export function pageWith({ textFromImage = readPicture }: { textFromImage?: TextFromImage | null } = {}) {
  const registry = recordedRegistry();
  const clock = createManualClock(Date.parse('2026-11-21T12:00:00+08:00'));
  const notes: JournalEntry[] = [];
  const complaints: Complaint[] = [];
  const journal = { note: (entry: JournalEntry) => void notes.push(entry) };
  const checking = createChecking({ registry: () => registry, sightings: null, textFromImage, clock, journal });
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: POLICY }));
  app.route(
    '/',
    createPage({
      registry: () => registry,
      checking,
      clock,
      journal,
      callerOf: () => ({ person: 'web:192.0.2.1', channel: 'web' }),
      feedback: {
        record: async (complaint) => void complaints.push(complaint),
        erase: async () => 0,
        export: async () => [],
      },
    }),
  );
  return { app, notes, complaints, registry };
}

/** Serves the page on a free port of this machine. */
export async function servePage(options: Parameters<typeof pageWith>[0] = {}) {
  const page = pageWith(options);
  const server = serve({ fetch: page.app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...page,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
