import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Sighting } from '../../../src/dialogue/ports.js';
import type { Fingerprint } from '../../../src/notice/fingerprint.js';
import type { Store } from '../../../src/store/open-store.js';
import { loadDataFiles, loadFingerprint, loadKeyRing, loadRead, loadRegistry, loadStore, loadWordings } from '../built.js';
import { createCampaigns, createRandom } from '../campaign-texts.js';
import { againstGoal, figure, quantile, table } from '../figures.js';

const KEY = 'ab'.repeat(32);
const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-11-21T12:00:00+08:00');
const TODAY = Math.floor((NOW + 8 * 3_600_000) / DAY);
/** Sightings in each campaign, on average; few are in thousands. */
const PER_CAMPAIGN = 10;
const KEPT_DAYS = 400;
const MEASURED = 3_000;
const WARM_UP = 300;

/** Sightings in the memory, and how long one may take to be looked up and stored. Milliseconds. */
const GOALS = [
  [1_000, 2],
  [1_000_000, 4],
] as const;

type Mark = (campaign: number, variant: number) => Fingerprint;

async function createMark(messages: readonly string[]): Promise<Mark> {
  const [{ fingerprintOf }, { readNotices }, { createRegistry }, { readSnapshot }] = await Promise.all([
    loadFingerprint(),
    loadRead(),
    loadRegistry(),
    loadDataFiles(),
  ]);
  const { plan } = createRegistry(readSnapshot());
  const textOf = createCampaigns(messages);
  return (campaign, variant) => {
    const [notice] = readNotices({ text: textOf(campaign, variant) }, plan).notices;
    if (!notice) throw new Error('no notice');
    return fingerprintOf(notice);
  };
}

/** Days for which a campaign is sent. */
const CAMPAIGN_DAYS = 14;

interface Draw {
  /** Of any time; few are in very many. */
  campaign(): number;
  /** Nine of ten times one of this month. */
  recentCampaign(): number;
  dayOf(campaign: number): number;
  person(): string;
}

/** Campaigns in the order in which they came up, from 1; each has its fortnight. */
function createDraw(campaigns: number): Draw {
  const random = createRandom(7);
  // Far apart from one rank to the next, so that the large ones are spread over all days.
  const ofRank = (rank: number): number => ((rank * 7_919) % campaigns) + 1;
  const campaign = (): number => ofRank(Math.floor(campaigns ** random()));
  return {
    campaign,
    recentCampaign: () => (random() < 0.1 ? campaign() : Math.ceil(campaigns * (1 - (30 / KEPT_DAYS) * random()))),
    dayOf: (one) =>
      Math.min(TODAY, TODAY - KEPT_DAYS + Math.floor((KEPT_DAYS * one) / campaigns) + Math.floor(CAMPAIGN_DAYS * random())),
    person: () =>
      Math.floor(1e7 * random() ** 2)
        .toString(16)
        .padStart(32, '0'),
  };
}

/** Fills the file of a store past its own doors, in one transaction: through them it would take an hour. */
async function fill(file: string, sightings: number, markOf: Mark): Promise<void> {
  const [{ loadKeys }, wordings] = await Promise.all([loadKeyRing(), loadWordings()]);
  const [key] = await loadKeys('', KEY);
  const campaigns = sightings / PER_CAMPAIGN;
  const draw = createDraw(campaigns);
  const database = new Database(file);
  const wording = database.prepare('insert into wordings (key_id, sketch, first_day, last_day) values (?, ?, ?, ?)');
  const lookup = database.prepare('insert into wording_keys values (?, ?)');
  const sighting = database.prepare('insert or ignore into sightings values (?, ?, ?, ?, ?, ?, ?)');
  const address = database.prepare('insert or ignore into addresses values (?, ?, ?, ?, ?)');
  database.exec('begin');
  for (let campaign = 1; campaign <= campaigns; campaign += 1) {
    const { sketch, lookups } = wordings.markOf(key, markOf(campaign, 0));
    wording.run([key.id, wordings.written(sketch), TODAY, TODAY]);
    for (const one of lookups) lookup.run([one, campaign]);
  }
  for (let at = 0; at < sightings; at += 1) {
    const campaign = draw.campaign();
    const [person, day] = [draw.person(), draw.dayOf(campaign)];
    sighting.run([campaign, person, day, day, 'scam', null, 'telegram']);
    address.run(['host', `c${campaign}v${at % 5}.example`, person, day, day]);
  }
  database.exec('commit');
  database.close();
}

/** Messages as they come: seven of ten belong to a campaign that others forwarded. */
function incoming(campaigns: number, markOf: Mark): { sightings: Sighting[]; unknown: number } {
  const random = createRandom(99);
  const draw = createDraw(campaigns);
  let unknown = 0;
  const sightings = Array.from({ length: WARM_UP + MEASURED }, (_, at): Sighting => {
    const isKnown = random() < 0.7;
    if (!isKnown) unknown += 1;
    const campaign = isKnown ? draw.recentCampaign() : 1e9 + at;
    return {
      fingerprint: markOf(campaign, 1 + at),
      addresses: [{ kind: 'host', value: `c${campaign}v${at % 5}.example`, isPrivate: false }],
      person: `person ${at}`,
      verdict: 'scam',
      platform: null,
      channel: 'telegram',
      now: NOW,
    };
  });
  return { sightings, unknown };
}

interface Taken {
  readonly lookUp: number[];
  readonly store: number[];
  readonly both: number[];
  /** Of the processor, for each message; the rest is waiting for the disk and for other programs. */
  readonly processor: number;
}

async function measure({ sightings }: Store, messages: readonly Sighting[]): Promise<Taken> {
  const taken = { lookUp: [] as number[], store: [] as number[], both: [] as number[] };
  let before = process.cpuUsage();
  for (const [at, sighting] of messages.entries()) {
    if (at === WARM_UP) before = process.cpuUsage();
    const started = performance.now();
    await sightings.seen(sighting, NOW);
    const seen = performance.now();
    await sightings.record(sighting);
    const stored = performance.now();
    if (at < WARM_UP) continue;
    taken.lookUp.push(seen - started);
    taken.store.push(stored - seen);
    taken.both.push(stored - started);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...taken, processor: (user + system) / 1_000 / (messages.length - WARM_UP) };
}

function wordingsIn(file: string): number {
  const database = new Database(file, { readonly: true });
  const { kept } = database.prepare('select count(*) as kept from wordings').get([]) as { kept: number };
  database.close();
  return kept;
}

/** What the disk asks for one commit. Milliseconds; the median. */
function flushTime(home: string): number {
  const file = openSync(join(home, 'flushed'), 'w');
  const times = Array.from({ length: 50 }, (_, at) => {
    const started = performance.now();
    writeSync(file, Buffer.alloc(32_768), 0, 32_768, at * 32_768);
    fdatasyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  return quantile(times, 0.5);
}

function report(sightings: number, goal: number, taken: Taken, flush: number): void {
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    ...[0.5, 0.99].map((q) => `${figure(quantile(values, q))} ms`),
  ];
  console.log(table(['', 'p50', 'p99'], [row('looked up', taken.lookUp), row('stored', taken.store), row('both', taken.both)]));
  console.log(`  of the processor ${figure(taken.processor)} ms; the disk takes ${figure(flush)} ms for one commit just now`);
  for (const q of [0.5, 0.99]) {
    const name = `looked up and stored at ${figure(sightings)}, p${100 * q}`;
    console.log(againstGoal(name, quantile(taken.both, q), goal, 'at most', ' ms'));
  }
}

async function benchAt(sightings: number, goal: number, markOf: Mark): Promise<void> {
  const { openStore, DATABASE_FILE } = await loadStore();
  const home = mkdtempSync(join(tmpdir(), 'notice-check-bench-'));
  const file = join(home, DATABASE_FILE);
  const open = () => openStore({ home, databaseUrl: null, clock: { now: () => NOW }, key: KEY });
  try {
    await (await open()).close();
    await fill(file, sightings, markOf);
    const campaigns = sightings / PER_CAMPAIGN;
    console.log(`sightings: ${figure(sightings)} of ${figure(campaigns)} campaigns, ${figure(statSync(file).size / 2 ** 20)} MB`);
    const { sightings: messages, unknown } = incoming(campaigns, markOf);
    const store = await open();
    report(sightings, goal, await measure(store, messages), flushTime(home));
    await store.close();
    // A campaign that is found again is not kept as a new one.
    const missed = Math.max(0, wordingsIn(file) - campaigns - unknown);
    const known = messages.length - unknown;
    console.log(againstGoal('messages of known campaigns found again, %', (100 * (known - missed)) / known, 95, 'at least', ''));
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** How long it takes to look up what others forwarded and to keep one more, in a file whose every commit reaches the disk. */
export async function benchSightings(messages: readonly string[]): Promise<void> {
  const markOf = await createMark(messages);
  for (const [sightings, goal] of GOALS) await benchAt(sightings, goal, markOf);
}
