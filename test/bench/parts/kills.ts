import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killInTheMiddle } from '../../store/kill-in-the-middle.js';
import { loadStore } from '../built.js';
import { againstGoal } from '../figures.js';

const ROUNDS = 30;

/** Whether anything is lost that was said to be kept, when the process is killed in the middle of writing. */
export async function benchKills(): Promise<void> {
  const { openStore } = await loadStore();
  const home = mkdtempSync(join(tmpdir(), 'notice-check-bench-'));
  try {
    const kept = await killInTheMiddle(home, ROUNDS);
    const store = await openStore({ home, databaseUrl: null, clock: { now: Date.now }, key: null });
    const found = await Promise.all(
      kept.map((person) => store.conversations.read(JSON.stringify(['test', 'home', person]), Date.now())),
    );
    await store.close();
    const lost = found.filter((state) => state === null).length;
    console.log(`kills: ${kept.length} conversations were said to be kept in ${ROUNDS} rounds of kill -9`);
    console.log(againstGoal('of them lost', lost, 0, 'at most', ''));
  } finally {
    rmSync(home, { recursive: true });
  }
}
