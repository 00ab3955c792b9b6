import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { DIST } from './built.js';

/** Milliseconds between two looks. */
const EVERY = 150;

const from = (file: string): string => JSON.stringify(new URL(`file://${DIST}${file}`).href);

/** Holds a checker, as every process does, and reads pictures one after the other. */
const script = (pictures: readonly string[], modelFolder: string): string => `
import { readFileSync } from 'node:fs';
const { createChecker } = await import(${from('index.js')});
const { createImageReader } = await import(${from('ocr/image-reader.js')});
const { systemClock } = await import(${from('channels/system-clock.js')});
globalThis.checker = await createChecker();
const reader = await createImageReader({ engine: 'tesseract', modelFolder: ${JSON.stringify(modelFolder)}, clock: systemClock });
for (const path of ${JSON.stringify(pictures)}) await reader.read(readFileSync(path));
await reader.close();`;

/** Resident memory of a process and all that it started, MB. What processes share counts for each of them. */
function memoryOfTree(root: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (pid: number): number =>
    rows.reduce((sum, [own, parent, kilobytes = 0]) => {
      if (own === pid) return sum + kilobytes / 1024;
      return parent === pid ? sum + below(own ?? 0) : sum;
    }, 0);
  return below(root);
}

/** The most memory that a fresh process holds while it reads pictures, together with its reading process. MB. */
export async function peakMemory(pictures: readonly string[], modelFolder: string): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script(pictures, modelFolder)], { stdio: 'inherit' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOfTree(child.pid ?? 0));
  }, EVERY);
  const [status] = await once(child, 'exit');
  clearInterval(watch);
  if (status !== 0) throw new Error(`reading pictures in a fresh process ended with ${status}`);
  return peak;
}
