import { readFileSync } from 'node:fs';
import type { Fingerprint } from '../../../src/notice/fingerprint.js';
import { loadDataFiles, loadFingerprint, loadRead, loadRegistry } from '../built.js';
import { againstGoal, figure, median, table } from '../figures.js';

interface Marked {
  readonly cluster: string;
  readonly mark: Fingerprint;
  readonly bands: readonly number[];
}

const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75];

function clustersIn(path: string): { text: string; cluster: string }[] {
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return rows
    .map((row) => JSON.parse(row))
    .filter(({ text, cluster }) => typeof text === 'string' && typeof cluster === 'string');
}

function mixed(value: number): number {
  const hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ (hash >>> 16)) >>> 0;
}

/** The four 16-bit bands of a 64-bit SimHash (Charikar 2002) of the same pairs, to compare with. */
function simhashBands({ sketch }: Fingerprint): number[] {
  const sums = new Int32Array(64);
  for (const pair of sketch)
    for (const [word, hash] of [mixed(pair), mixed(pair ^ 0x9e3779b9)].entries())
      for (let bit = 0; bit < 32; bit += 1) sums[32 * word + bit] = (sums[32 * word + bit] ?? 0) + ((hash >>> bit) & 1 ? 1 : -1);
  return [0, 16, 32, 48].map((from) =>
    sums.slice(from, from + 16).reduce((band, sum, bit) => band | (sum > 0 ? 1 << bit : 0), from << 16),
  );
}

async function marksOf(path: string): Promise<Marked[]> {
  const [{ fingerprintOf }, { readNotices }, { createRegistry }, { readSnapshot }] = await Promise.all([
    loadFingerprint(),
    loadRead(),
    loadRegistry(),
    loadDataFiles(),
  ]);
  const { plan } = createRegistry(readSnapshot());
  const times: number[] = [];
  const marked = clustersIn(path).flatMap(({ text, cluster }) => {
    const [notice] = readNotices({ text }, plan).notices;
    if (!notice) return [];
    const started = performance.now();
    const mark = fingerprintOf(notice);
    times.push((performance.now() - started) * 1000);
    return [{ cluster, mark, bands: simhashBands(mark) }];
  });
  console.log(`campaigns: ${marked.length} messages, ${figure(median(times))} µs for a fingerprint`);
  return marked;
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;

interface Counted {
  /** Messages with an earlier one of their cluster. */
  later: number;
  byKeys: number;
  byBands: number;
  otherPairs: number;
  joined: number;
}

function count(
  marked: readonly Marked[],
  threshold: number,
  likenessOf: (a: readonly number[], b: readonly number[]) => number,
): Counted {
  const counted: Counted = { later: 0, byKeys: 0, byBands: 0, otherPairs: 0, joined: 0 };
  for (const [at, one] of marked.entries()) {
    const keys = new Set(one.mark.keys);
    const earlier = marked.slice(0, at);
    const alike = earlier.filter(({ mark }) => likenessOf(one.mark.sketch, mark.sketch) >= threshold);
    const byKeys = alike.filter(({ mark }) => mark.keys.some((key) => keys.has(key)));
    const own = ({ cluster }: Marked): boolean => cluster === one.cluster;
    counted.later += Number(earlier.some(own));
    counted.byKeys += Number(byKeys.some(own));
    counted.byBands += Number(alike.filter(own).some(({ bands }) => bands.some((band, index) => band === one.bands[index])));
    counted.otherPairs += earlier.filter((other) => !own(other)).length;
    counted.joined += byKeys.filter((other) => !own(other)).length;
  }
  return counted;
}

/**
 * How well the fingerprint finds the campaign that a message belongs to, on messages labelled with their `cluster`. Labels are
 * narrow: one text under two banks' names is often two clusters, which counts as joined here.
 */
export async function benchCampaigns(_: readonly string[], corpora: readonly string[]): Promise<void> {
  if (corpora.length === 0) return console.log('campaigns: needs --corpus FILE whose rows have a text and a cluster');
  const { likenessOf, SAME_CAMPAIGN } = await loadFingerprint();
  const marked = (await Promise.all(corpora.map(marksOf))).flat();
  if (marked.length === 0) return console.log('campaigns: no row of these files has a text and a cluster');
  const rows = THRESHOLDS.map((threshold) => ({ threshold, ...count(marked, threshold, likenessOf) }));
  console.log(
    table(
      ['Dice', 'same found', 'by SimHash bands', 'other pairs joined'],
      rows.map((row) => [
        `${row.threshold}${row.threshold === SAME_CAMPAIGN ? ' *' : ''}`,
        share(row.byKeys, row.later),
        share(row.byBands, row.later),
        share(row.joined, row.otherPairs),
      ]),
    ),
  );
  const used = rows.find(({ threshold }) => threshold === SAME_CAMPAIGN);
  if (!used) return;
  console.log(againstGoal('same campaign found, %', (100 * used.byKeys) / used.later, 95, 'at least', ''));
  console.log(againstGoal('pairs of other campaigns joined, %', (100 * used.joined) / used.otherPairs, 0.5, 'at most', ''));
}
