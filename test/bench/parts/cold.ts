import { spawnSync } from 'node:child_process';
import { DIST } from '../built.js';
import { againstGoal, figure, median, table } from '../figures.js';

const RUNS = 15;
const TEXT = '【京东金融】您的借款已逾期，请点击 jd-xieshang-lizi.top 处理，或加微信 lizi8866';

/** Milliseconds that a Node process takes, from start to exit. */
function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

/** Resident memory of a fresh process after it ran a script, MB. The script may hold a checker. */
function memoryAfter(script: string): number {
  const code = `${script}\nprocess.stdout.write(String(process.memoryUsage().rss));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout) / 1024 / 1024;
}

const holdingAChecker = `
const { createChecker } = await import(${JSON.stringify(new URL(`file://${DIST}index.js`).href)});
const checker = await createChecker();
globalThis.checker = checker;
for (let turn = 0; turn < 1000; turn += 1) checker.check({ text: ${JSON.stringify(TEXT)} + turn });`;

/** What one call on the command line costs beside starting Node at all, and what a process that holds a checker weighs. */
export async function benchCold(): Promise<void> {
  const bare: number[] = [];
  const check: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(timeOf(['-e', '0']));
    check.push(timeOf([`${DIST}cli.js`, 'check', TEXT]));
  }
  console.log(`cold: ${RUNS} runs each, interleaved, ms from start to exit`);
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    figure(median(times)),
    figure(Math.min(...times)),
    figure(Math.max(...times)),
  ];
  console.log(table(['', 'median', 'least', 'most'], [row('node -e 0', bare), row('cli.js check TEXT', check)]));
  console.log(againstGoal('cold start', median(check) / median(bare), 5, 'at most', 'x'));
  console.log(againstGoal('resident memory after 1 000 checks', memoryAfter(holdingAChecker), 120, 'at most', ' MB'));
  console.log(`  resident memory of an empty Node: ${figure(memoryAfter(''))} MB`);
}
