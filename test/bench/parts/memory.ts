import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import type { Store } from '../../../src/store/open-store.js';
import { loadDataFiles, loadDialogue, loadRegistry, loadStore, loadSystemClock } from '../built.js';
import { againstGoal, figure } from '../figures.js';

const CHECKS = 100_000;
const STEP = 20_000;
const PEOPLE = 5_000;
/** Conversations that are answered at the same time. */
const AT_ONCE = 50;
/** From this step on everything that is remembered in memory is full. */
const FULL = 2;

/** Nothing is measured of the disk: files that are in memory save an hour of waiting for it. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const MIB = 2 ** 20;

interface Step {
  readonly checks: number;
  readonly heap: number;
  readonly resident: number;
}

async function talk(store: Store): Promise<Dialogue> {
  const [{ createDialogue }, { createRegistry }, { readSnapshot }, { systemClock }] = await Promise.all([
    loadDialogue(),
    loadRegistry(),
    loadDataFiles(),
    loadSystemClock(),
  ]);
  const registry = createRegistry(readSnapshot());
  const { conversations, ...ports } = store;
  const journal = {
    note: ({ kind }: { kind: string }) => {
      if (kind === 'failed') throw new Error('the memory failed: its figures would mean nothing');
    },
  };
  return createDialogue({
    ...ports,
    registry: () => registry,
    store: conversations,
    textFromImage: null,
    clock: systemClock,
    journal,
  });
}

const eventOf = (at: number, text: string): IncomingEvent => ({
  id: String(at),
  channel: 'telegram',
  person: `person ${at % PEOPLE}`,
  conversation: `person ${at % PEOPLE}`,
  isGroup: false,
  isAddressed: true,
  at: Date.now(),
  message: String(at),
  album: null,
  isEdit: false,
  language: 'zh',
  content: { kind: 'text', text, forwarded: null },
  about: null,
});

/** Checks through the whole conversation with a store, and what memory it takes after each step once the garbage is gone. */
async function run(dialogue: Dialogue, messages: readonly string[]): Promise<Step[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const responder = { say: async () => {}, working: () => {} };
  const long = messages.filter((text) => text.length > 30);
  const steps: Step[] = [];
  for (let at = 0; at < CHECKS; at += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, beside) =>
      dialogue.accept(eventOf(at + beside, `${long[(at + beside) % long.length]}${at + beside}`), responder),
    );
    await Promise.all(batch);
    // As between two messages of a network: libsql gives back what it has of a query in a turn of the event loop of its own.
    await turn();
    if ((at + AT_ONCE) % STEP > 0) continue;
    collect();
    await turn();
    const { heapUsed, rss } = process.memoryUsage();
    steps.push({ checks: at + AT_ONCE, heap: heapUsed / MIB, resident: rss / MIB });
    console.log(`  ${figure(at + AT_ONCE)} checks: heap ${figure(heapUsed / MIB)} MB, resident ${figure(rss / MIB)} MB`);
  }
  return steps;
}

/** Whether memory stays where it is over many checks. */
export async function benchMemory(messages: readonly string[]): Promise<void> {
  const { openStore } = await loadStore();
  const home = mkdtempSync(join(FOLDER, 'notice-check-bench-'));
  const store = await openStore({ home, databaseUrl: null, clock: { now: Date.now }, key: null });
  try {
    console.log(`memory: ${figure(CHECKS)} checks of ${figure(PEOPLE)} people, with a store, after each collection`);
    const steps = await run(await talk(store), messages);
    const [full, last] = [steps[FULL - 1], steps.at(-1)];
    if (!full || !last) return;
    const grown = (now: number, before: number): number => (100 * (now - before)) / before;
    console.log(againstGoal(`heap grown since ${figure(full.checks)} checks, %`, grown(last.heap, full.heap), 5, 'at most', ''));
    const resident = grown(last.resident, full.resident);
    console.log(againstGoal(`resident memory grown since ${figure(full.checks)} checks, %`, resident, 10, 'at most', ''));
  } finally {
    await store.close();
    rmSync(home, { recursive: true });
  }
}
