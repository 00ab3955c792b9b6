import type { SnapshotPlatform } from '../../../src/registry/snapshot.js';
import { brand, withBrands } from '../brands.js';
import { loadDataFiles, loadLookup, loadRegistry } from '../built.js';
import { figure, median, table } from '../figures.js';
import { interleave } from '../interleave.js';

const ENTRIES = 100_000;
const PLATFORMS = 10_000;
/** A single look-up is shorter than the clock's step: this many different keys are timed together. */
const BATCH = 200;
const BATCHES = 50;

const numberOf = (entry: number): string => `4000${String(entry).padStart(6, '0')}`;
const hostOf = (entry: number): string => `h${entry}.lizi-mulu.com`;

/** Every platform with its share of 100 000 numbers and 100 000 hosts. */
function crowded(platform: SnapshotPlatform, at: number): SnapshotPlatform {
  const share = ENTRIES / PLATFORMS;
  const contact = {
    usedFor: '客服',
    tier: 'confirmed',
    status: 'current',
    scope: null,
    replacedBy: null,
    checked: '2026-11-21',
    sources: [],
    note: null,
  } as const;
  const contacts = Array.from({ length: share }, (_, step) => at * share + step).flatMap((entry) => [
    { ...contact, kind: 'phone' as const, value: numberOf(entry), key: numberOf(entry) },
    { ...contact, kind: 'host' as const, value: hostOf(entry), key: hostOf(entry) },
  ]);
  return { ...platform, contacts };
}

const each =
  (lookUp: (key: string) => unknown) =>
  (keys: readonly string[]): unknown => {
    let last: unknown;
    for (const key of keys) last = lookUp(key);
    return last;
  };

/** Batches of keys spread over all entries; half of the keys are on record, half are not. */
const batches = (keyOf: (entry: number) => string): string[][] =>
  Array.from({ length: BATCHES }, (_, batch) =>
    Array.from({ length: BATCH }, (_, at) => keyOf(((batch * BATCH + at) * 7919) % ENTRIES) + (at % 2 === 0 ? '' : '0')),
  );

/** Names as people mistype them: a wrong character, one too few, one too many, pinyin, and no name at all. */
const TYPED = [
  '京冬金融',
  '招商银',
  '支付宝宝',
  '工行',
  'zhifubao',
  '马上消费金蓉',
  '度小慢',
  '蚂蚁花被',
  '美团月付付',
  '没有这一家公司',
];

/** Names typed with a slip, in the records as they are, beside names typed right. */
async function benchTypedNames(): Promise<void> {
  const [{ createRegistry }, { readSnapshot }, { lookUp }] = await Promise.all([loadRegistry(), loadDataFiles(), loadLookup()]);
  const registry = createRegistry(readSnapshot());
  const right = registry.platforms().map(({ name }) => name);
  const [exact = new Float64Array()] = interleave(right, [(name) => lookUp(name, registry)], { rounds: 15, warmUp: 3 });
  const [slips = new Float64Array()] = interleave(TYPED, [(name) => lookUp(name, registry)], { rounds: 60, warmUp: 20 });
  const row = (name: string, times: Float64Array): string[] => [
    name,
    ...[median(times), Math.max(...times)].map((us) => figure(us / 1000)),
  ];
  console.log(`\ntyped names: ${right.length} platforms, ms per look-up`);
  console.log(table(['', 'median', 'slowest'], [row('as recorded', exact), row('with a slip', slips)]));
}

/** Exact look-ups in a registry of 100 000 entries, beside a bare Map with the same keys; then names typed with a slip. */
export async function benchLookup(): Promise<void> {
  const [{ createRegistry }, { readSnapshot }] = await Promise.all([loadRegistry(), loadDataFiles()]);
  const snapshot = withBrands(
    readSnapshot(),
    Array.from({ length: PLATFORMS }, (_, index) => brand(index)),
  );
  const registry = createRegistry({ ...snapshot, platforms: snapshot.platforms.map(crowded) });
  const rows = [
    { name: 'number', keyOf: numberOf, ours: (key: string) => registry.number(key) },
    { name: 'host', keyOf: hostOf, ours: (key: string) => registry.host(key) },
  ].map(({ name, keyOf, ours }) => {
    const bare = new Map(Array.from({ length: ENTRIES }, (_, entry) => [keyOf(entry), entry] as const));
    const [map = new Float64Array(), own = new Float64Array()] = interleave(
      batches(keyOf),
      [each((key) => bare.get(key)), each(ours)],
      { rounds: 15, warmUp: 3 },
    );
    return [name, figure(median(own) / BATCH), figure(median(map) / BATCH), `${figure(median(own) / median(map))}x`];
  });
  console.log(`lookup: ${ENTRIES.toLocaleString('en-US')} entries, median µs per exact look-up`);
  console.log(table(['', 'registry', 'bare Map', 'ratio'], rows));
  await benchTypedNames();
}
