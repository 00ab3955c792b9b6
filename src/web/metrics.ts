import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry as MetricRegistry } from 'prom-client';
import type { Journal, JournalEntry } from '../dialogue/ports.js';
import type { Health } from './health.js';

/** Counters and gauges of one server, as Prometheus reads them. */
export interface Metrics {
  /** Counts what is noted, and passes it on. */
  counting(journal: Journal): Journal;
  /** Counts an answered request by its route, never by its path: paths are the caller's to choose. */
  answered(route: string, method: string, status: number, seconds: number): void;
  /** The exposition, with gauges as of now. */
  expose(): Promise<string>;
  readonly contentType: string;
}

/** Checks take microseconds, pictures seconds. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Other methods are the caller's to invent. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'PATCH']);

const DAY = 24 * 3_600_000;

function countEntries(registers: MetricRegistry[]): (entry: JournalEntry) => void {
  const checks = new Counter({
    name: 'notice_check_checks_total',
    help: 'Messages that got a verdict, by door and verdict.',
    labelNames: ['channel', 'verdict'],
    registers,
  });
  const answers = new Histogram({
    name: 'notice_check_answer_seconds',
    help: 'Time from a message or request to its answer, by door.',
    labelNames: ['channel'],
    buckets: SECONDS,
    registers,
  });
  const ignored = new Counter({
    name: 'notice_check_ignored_total',
    help: 'Messages that were not answered, and why; over_limit are those of people who ask too much.',
    labelNames: ['channel', 'why'],
    registers,
  });
  const failed = new Counter({
    name: 'notice_check_failures_total',
    help: 'Things that went wrong, by door and place.',
    labelNames: ['channel', 'where'],
    registers,
  });
  return (entry) => {
    const { channel } = entry;
    if (entry.kind === 'ignored') ignored.inc({ channel, why: entry.why });
    else if (entry.kind === 'failed') failed.inc({ channel, where: entry.where });
    else {
      answers.observe({ channel }, entry.milliseconds / 1000);
      if (entry.verdict !== null) checks.inc({ channel, verdict: entry.verdict });
    }
  };
}

/** One gauge whose value is asked for when it is read. */
function gauge(name: string, help: string, registers: MetricRegistry[], read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}

function gaugeHealth(registers: MetricRegistry[], health: () => Health, now: () => number): void {
  gauge('notice_check_store_up', '1 while the memory can be used.', registers, () => Number(health().store.state === 'up'));
  gauge('notice_check_pictures_waiting', 'Pictures that wait to be read.', registers, () => health().reader?.waiting ?? 0);
  gauge('notice_check_reader_up', '1 while pictures can be read.', registers, () => Number(health().reader?.state === 'up'));
  gauge('notice_check_data_age_days', 'Days since the day of the newest record.', registers, () =>
    Math.floor((now() - Date.parse(health().data.as_of)) / DAY),
  );
  new Gauge({
    name: 'notice_check_channel_up',
    help: '1 while a chat network takes messages; 0.5 while it does with trouble.',
    labelNames: ['channel'],
    registers,
    collect() {
      const worth = { up: 1, degraded: 0.5, starting: 0, down: 0 };
      for (const { name, state } of health().channels) this.set({ channel: name }, worth[state]);
    },
  });
}

/** @param health what the gauges show; @param now milliseconds since 1970. */
export function createMetrics(health: () => Health, now: () => number): Metrics {
  const registry = new MetricRegistry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const count = countEntries(registers);
  gaugeHealth(registers, health, now);
  const requests = new Histogram({
    name: 'notice_check_http_seconds',
    help: 'Time to answer a request over HTTP, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  });
  return {
    counting: (journal) => ({
      note(entry) {
        count(entry);
        journal.note(entry);
      },
    }),
    answered: (route, method, status, seconds) =>
      requests.observe({ route, method: METHODS.has(method) ? method : 'other', status }, seconds),
    expose: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
