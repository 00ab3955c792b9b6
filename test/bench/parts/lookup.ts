import type { SnapshotPlatform } from '../../../src/registry/snapshot.js';
import { brand, withBrands } from '../brands.js';
import { loadDataFiles, loadRegistry } from '../built.js';
import { figure, median, table } from '../figures.js';
import { interleave } from '../interleave.js';

const ENTRIES = 100_000;
const PLATFORMS = 10_000;
const QUERIES = 1_000;
/** A single look-up is shorter than the clock's step: each is timed this many times in a row. */
const BATCH = 100;

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

const repeated =
  (lookUp: (key: string) => unknown) =>
  (key: string): unknown => {
    let last: unknown;
    for (let turn = 0; turn < BATCH; turn += 1) last = lookUp(key);
    return last;
  };

/** Half of the queries are on record, half are not. */
const queries = (keyOf: (entry: number) => string): string[] =>
  Array.from({ length: QUERIES }, (_, at) => keyOf(at % 2 === 0 ? (at * 97) % ENTRIES : ENTRIES + at));

/** Exact look-ups in a registry of 100 000 entries, beside a bare Map with the same keys. */
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
    const keys = queries(keyOf);
    const [map = new Float64Array(), own = new Float64Array()] = interleave(
      keys,
      [repeated((key) => bare.get(key)), repeated(ours)],
      {
        rounds: 15,
        warmUp: 3,
      },
    );
    return [name, figure(median(own) / BATCH), figure(median(map) / BATCH), `${figure(median(own) / median(map))}x`];
  });
  console.log(`lookup: ${ENTRIES.toLocaleString('en-US')} entries, median µs per exact look-up`);
  console.log(table(['', 'registry', 'bare Map', 'ratio'], rows));
}
