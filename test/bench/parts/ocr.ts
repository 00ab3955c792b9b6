import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ImageReading } from '../../../src/dialogue/ports.js';
import type { ImageReader } from '../../../src/ocr/types.js';
import { loadAnswer, loadChecker, loadDataFiles, loadImageReader, loadRegistry, loadSystemClock } from '../built.js';
import { againstGoal, figure, median, quantile, table } from '../figures.js';
import { type Ask, type Count, FIGURES, type Judged, judgeCopy, judgeReading, sumUp } from '../judge-reading.js';
import { peakMemory } from '../peak-memory.js';
import { readPictures, type TruePicture } from '../pictures.js';

/** Where labelled pictures lie beside the project, on machines that have some. */
const BESIDE = '../shared/eval/screenshots';

/** Per cent, except for the errors. */
const GOALS: Readonly<Partial<Record<keyof Judged, number>>> = { verdict: 94, hosts: 88, phones: 98, senders: 97, platform: 96 };

const NAMES: Readonly<Record<keyof Judged, string>> = {
  verdict: 'verdict accepted',
  serious: 'serious errors',
  hosts: 'hosts, look-alikes folded',
  phones: 'phone numbers',
  senders: 'senders',
  platform: 'claimed platform',
  times: 'times shown',
  codes: 'QR codes',
  notices: 'right number of notices',
};

interface Read {
  readonly reading: ImageReading;
  readonly seconds: number;
}

async function asking(): Promise<Ask> {
  const [{ checkNotices }, { answerPaste }, { createRegistry }, { readSnapshot }] = await Promise.all([
    loadChecker(),
    loadAnswer(),
    loadRegistry(),
    loadDataFiles(),
  ]);
  const registry = createRegistry(readSnapshot());
  return (inputs) => answerPaste(checkNotices(inputs, registry), registry);
}

async function timed(reader: ImageReader, path: string): Promise<Read> {
  const picture = readFileSync(path);
  const started = performance.now();
  const reading = await reader.read(picture);
  return { reading, seconds: (performance.now() - started) / 1_000 };
}

const share = ({ right, whole }: Count): number => (100 * right) / whole;
const cell = (count: Count): string => (count.whole === 0 ? '-' : `${count.right}/${count.whole}`);

function verdictOn(name: keyof Judged, count: Count): string {
  const goal = name === 'serious' ? 0 : GOALS[name];
  if (goal === undefined || count.whole === 0) return '';
  const isMet = name === 'serious' ? count.right === 0 : share(count) >= goal;
  return `${name === 'serious' ? '0' : `>= ${goal} %`}  ${isMet ? 'met' : 'NOT MET'}`;
}

function printFigures(read: Judged, copied: Judged): void {
  const rows = FIGURES.map((name) => [
    NAMES[name],
    cell(copied[name]),
    cell(read[name]),
    name === 'serious' || read[name].whole === 0 ? '' : `${figure(share(read[name]))} %`,
    verdictOn(name, read[name]),
  ]);
  console.log(table(['', 'words copied', 'picture read', '', 'goal'], rows));
}

function printMisses(pictures: readonly TruePicture[], reads: readonly Read[], judged: readonly Judged[]): void {
  pictures.forEach(({ file, style, post }, at) => {
    const missed = FIGURES.filter(
      (name) => (judged[at]?.[name].right === judged[at]?.[name].whole) === (name === 'serious'),
    ).filter((name) => judged[at]?.[name].whole !== 0);
    const reading = reads[at]?.reading;
    if (missed.length > 0)
      console.log(`  ${file} ${style} ${post}: ${missed.join(', ')}${reading?.kind === 'failed' ? ` (${reading.why})` : ''}`);
  });
}

/** Each picture is read on the day on which it was taken. The first is read twice: once until the process has started. */
async function readAll(folder: string, pictures: readonly TruePicture[], modelFolder: string): Promise<Read[]> {
  const [{ createImageReader }, { systemClock }] = await Promise.all([loadImageReader(), loadSystemClock()]);
  let now = Date.now();
  const clock = { ...systemClock, now: () => now };
  const reader = await createImageReader({ engine: 'tesseract', modelFolder, clock });
  const reads: Read[] = [];
  try {
    for (const { file, day } of [...pictures.slice(0, 1), ...pictures]) {
      now = day === undefined ? Date.now() : Date.parse(day);
      reads.push(await timed(reader, join(folder, file)));
    }
  } finally {
    await reader.close();
  }
  return reads.slice(1);
}

/** How well pictures are read: the answers that they get, beside those that their words would get, and what it costs. */
export async function benchOcr(folder: string = BESIDE): Promise<void> {
  const pictures = readPictures(folder);
  if (pictures.length === 0) return console.log(`ocr: no truth.json in ${folder}; name a folder with --pictures DIR`);
  const modelFolder = mkdtempSync(join(tmpdir(), 'notice-check-bench-'));
  try {
    const ask = await asking();
    const reads = await readAll(folder, pictures, modelFolder);
    const judged = pictures.map((truth, at) => {
      const reading = reads[at]?.reading;
      return judgeReading(truth, reading?.kind === 'read' ? reading.notices : [], ask);
    });
    console.log(`ocr: ${pictures.length} pictures of ${folder}`);
    printFigures(sumUp(judged), sumUp(pictures.map((truth) => judgeCopy(truth, ask))));
    const seconds = reads.map((read) => read.seconds);
    console.log(againstGoal('seconds a picture, median', median(seconds), 1.5, 'at most', ' s'));
    console.log(`  seconds a picture, p90: ${figure(quantile(seconds, 0.9))} s`);
    const memory = await peakMemory(
      pictures.slice(0, 40).map(({ file }) => join(folder, file)),
      modelFolder,
    );
    console.log(againstGoal('resident memory, the checker and the reading process together', memory, 450, 'at most', ' MB'));
    printMisses(pictures, reads, judged);
  } finally {
    rmSync(modelFolder, { recursive: true, force: true });
  }
}
