import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkNotice } from '../checker.js';
import type { Registry } from '../registry/types.js';
import { VERDICTS } from '../verdict/types.js';
import { inputOfRow } from './input.js';
import { showProgress } from './progress.js';
import { table } from './table.js';
import { UsageError } from './usage.js';

interface Labelled {
  readonly expected_verdict?: string;
  readonly acceptable?: readonly string[];
  readonly must_not?: readonly string[];
  readonly claimed_platform?: string | null;
  readonly claimed_also?: readonly string[];
}

interface Score {
  rows: number;
  exact: number;
  accepted: number;
  serious: number;
  platforms: number;
  platformsRight: number;
  readonly answers: Map<string, Map<string, number>>;
}

const emptyScore = (): Score => ({
  rows: 0,
  exact: 0,
  accepted: 0,
  serious: 0,
  platforms: 0,
  platformsRight: 0,
  answers: new Map(),
});

function count(score: Score, row: Labelled, verdict: string, platform: string | null): void {
  const expected = row.expected_verdict ?? 'unlabelled';
  const exact = verdict === expected;
  score.rows += 1;
  score.exact += Number(exact);
  score.accepted += Number(exact || (row.acceptable ?? []).includes(verdict));
  score.serious += Number((row.must_not ?? []).includes(verdict));
  if (row.claimed_platform) {
    score.platforms += 1;
    score.platformsRight += Number([row.claimed_platform, ...(row.claimed_also ?? [])].includes(platform ?? ''));
  }
  const line = score.answers.get(expected) ?? new Map<string, number>();
  line.set(verdict, (line.get(verdict) ?? 0) + 1);
  score.answers.set(expected, line);
}

async function scoreFile(path: string, registry: Registry): Promise<Score> {
  const score = emptyScore();
  const progress = showProgress();
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    at += 1;
    if (line.trim() === '') continue;
    try {
      const row = JSON.parse(line) as Labelled;
      const { gravest } = checkNotice(inputOfRow(row), registry);
      count(score, row, gravest.verdict, gravest.claim?.platform.id ?? null);
    } catch (error) {
      throw new UsageError(`${path}:${at}: ${error instanceof Error ? error.message : String(error)}`);
    }
    progress.step();
  }
  progress.end();
  return score;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`);

function tablesOf(path: string, score: Score): string {
  const figures = table(
    ['rows', 'exact', 'accepted', 'serious', 'platform right'],
    [
      [
        score.rows,
        percent(score.exact, score.rows),
        percent(score.accepted, score.rows),
        score.serious,
        percent(score.platformsRight, score.platforms),
      ],
    ],
  );
  const confusion = table(
    ['label \\ answer', ...VERDICTS],
    [...score.answers].sort().map(([label, answers]) => [label, ...VERDICTS.map((verdict) => answers.get(verdict) ?? 0)]),
  );
  return `${path}\n${figures}\n\n${confusion}\n`;
}

/**
 * Runs `evaluate FILE…`: scores labelled JSONL. A row is a message as `check --jsonl` reads it, with `expected_verdict`
 * and, where they matter, `acceptable`, `must_not` (a serious error), `claimed_platform` and `claimed_also`.
 */
export async function runEvaluate(paths: readonly string[], loadRegistry: () => Registry): Promise<void> {
  if (paths.length === 0) throw new UsageError('evaluate needs at least one JSONL file');
  for (const path of paths) if (!existsSync(path)) throw new UsageError(`no file '${path}'`);
  const registry = loadRegistry();
  for (const path of paths) process.stdout.write(`${tablesOf(path, await scoreFile(path, registry))}\n`);
}
