import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/channels/system-clock.js';
import { openMcp } from '../../src/commands/open-mcp.js';
import { createChecking } from '../../src/dialogue/checking.js';
import type { JournalEntry } from '../../src/dialogue/ports.js';
import { connectOverHttp } from '../mcp/client.js';
import { recordedRegistry } from '../recorded-registry.js';
import { type Served, serve } from '../web/served.js';

const notes: JournalEntry[] = [];
const checking = createChecking({
  registry: recordedRegistry,
  sightings: null,
  textFromImage: null,
  clock: systemClock,
  journal: { note: (entry) => void notes.push(entry) },
});
let served: Served;

beforeAll(async () => {
  served = await serve({ mcp: await openMcp(recordedRegistry, checking, '1.2.3'), most: 12 });
});
afterAll(() => served.close());

it('an assistant that asks the server is answered, counted and limited as any other caller', async () => {
  const { client, hangUp } = await connectOverHttp({ url: new URL('/mcp', served.origin) });
  expect(client.getServerVersion()).toMatchObject({ name: 'notice-check', version: '1.2.3' });
  const args = { text: '【京东金融】您的白条已逾期12天，请尽快处理。' };
  const { structuredContent } = await client.callTool({ name: 'check_notice', arguments: args });
  expect(structuredContent).toMatchObject({ verdict: 'unverified' });
  expect(notes).toEqual([expect.objectContaining({ kind: 'answered', channel: 'web', verdict: 'unverified' })]);
  const many = Promise.all(Array.from({ length: 12 }, () => client.callTool({ name: 'check_notice', arguments: args })));
  await expect(many).rejects.toThrow(/too many|429/i);
  await hangUp();
});
