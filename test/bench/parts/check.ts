import type { Registry } from '../../../src/registry/types.js';
import { loadChecker, loadCompose, loadDataFiles, loadRegistry } from '../built.js';
import { againstGoal, figure, median, quantile, table } from '../figures.js';
import { holdsCandidate, mandatoryFloor } from '../floor.js';
import { interleave, throughput } from '../interleave.js';
import { longMessage } from '../messages.js';

const LENGTHS = [100, 200, 400, 800, 1_600, 3_200, 6_400, 8_000];
/** Enough that the median of a message is steady; fewer for large corpora, which steady themselves. */
const roundsFor = (messages: number): number => Math.max(7, Math.min(60, Math.ceil(30_000 / messages)));

const NOTHING = new Float64Array();

interface Ways {
  readonly check: (text: string) => unknown;
  readonly checkAndReply: (text: string) => unknown;
}

async function waysOf(): Promise<Ways> {
  const [{ checkNotice }, { composeReply }, { createRegistry }, { readSnapshot }] = await Promise.all([
    loadChecker(),
    loadCompose(),
    loadRegistry(),
    loadDataFiles(),
  ]);
  const registry: Registry = createRegistry(readSnapshot());
  return {
    check: (text) => checkNotice({ text }, registry),
    checkAndReply: (text) => composeReply(checkNotice({ text }, registry).gravest, registry, 'zh'),
  };
}

const spread = (name: string, times: Float64Array): string[] => [
  name,
  figure(median(times)),
  figure(quantile(times, 0.9)),
  figure(quantile(times, 0.99)),
  figure(times.reduce((sum, time) => sum + time, 0) / times.length),
];

/** Ratio of the medians over the messages that a test picks, with their share. */
function ratioWhere(name: string, picked: readonly boolean[], floor: Float64Array, check: Float64Array): string {
  const of = (times: Float64Array): Float64Array => times.filter((_, at) => picked[at]);
  const share = (100 * of(floor).length) / floor.length;
  return `  check / floor ${name} (${share.toFixed(0)}%): ${figure(median(of(check)) / median(of(floor)))}x (${figure(median(of(check)))} over ${figure(median(of(floor)))} µs)`;
}

function printRatios(messages: readonly string[], floor: Float64Array, check: Float64Array): void {
  const perMessage = check.map((time, at) => time / (floor[at] ?? Number.NaN));
  const carries = messages.map(holdsCandidate);
  const bare = carries.map((carry) => !carry);
  console.log(againstGoal('check / floor, median over median', median(check) / median(floor), 3, 'at most', 'x'));
  console.log(againstGoal('check / floor, p99 over p99', quantile(check, 0.99) / quantile(floor, 0.99), 6, 'at most', 'x'));
  console.log(
    `  check / floor, message by message: median ${figure(median(perMessage))}x, p99 ${figure(quantile(perMessage, 0.99))}x`,
  );
  console.log(ratioWhere('with a link or number', carries, floor, check));
  console.log(ratioWhere('with neither', bare, floor, check));
}

function printGrowth({ check }: Ways): void {
  const kinds = ['as they come', 'no links or numbers'] as const;
  const items = LENGTHS.flatMap((length) => kinds.map((kind) => longMessage(length, kind)));
  const [floor = NOTHING, whole = NOTHING] = interleave(items, [mandatoryFloor, check], {
    rounds: 200,
    warmUp: 20,
  });
  const per1000 = (times: Float64Array, at: number): string =>
    figure(((times[at] ?? Number.NaN) * 1000) / (items[at]?.length ?? 1));
  const rows = LENGTHS.map((length, at) => [
    String(length),
    per1000(whole, 2 * at),
    per1000(floor, 2 * at),
    per1000(whole, 2 * at + 1),
    per1000(floor, 2 * at + 1),
  ]);
  console.log('\nµs per 1 000 characters, by length (steady or falling = linear)');
  console.log(table(['characters', 'check, dense', 'floor, dense', 'check, prose', 'floor, prose'], rows));
}

/**
 * The whole check beside the mandatory floor, on every message: what the judging costs over the reading. The reply has a
 * run of its own, since it would push the check out of the processor's caches.
 */
export async function benchCheck(messages: readonly string[]): Promise<void> {
  const ways = await waysOf();
  const rounds = roundsFor(messages.length);
  const options = { rounds, warmUp: Math.ceil(rounds / 3) };
  const [floor = NOTHING, check = NOTHING] = interleave(messages, [mandatoryFloor, ways.check], options);
  const [reply = NOTHING] = interleave(messages, [ways.checkAndReply], options);
  console.log(`check: ${messages.length} messages, ${rounds} rounds, µs per message`);
  console.log(
    table(['', 'median', 'p90', 'p99', 'mean'], [spread('floor', floor), spread('check', check), spread('check + reply', reply)]),
  );
  printRatios(messages, floor, check);
  console.log(
    againstGoal(
      'checks per second, one core, garbage collection included',
      throughput(messages, ways.check, 2),
      20_000,
      'at least',
      '',
    ),
  );
  printGrowth(ways);
}
