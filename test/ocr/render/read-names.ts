import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { readSnapshot } from '../../../src/data-files.js';
import { foldText } from '../../../src/notice/fold.js';
import { decode } from '../../../src/ocr/decode.js';
import { openEngine } from '../../../src/ocr/open-engine.js';
import type { TextEngine } from '../../../src/ocr/types.js';
import { openBrowser } from '../../chromium.js';
import { type Journey, send } from './encode.js';

/*
 * tsx test/ocr/render/read-names.ts [--font NAME] [--weight 400] [--scale 2] [--width PIXELS] [--quality 65]
 *
 * Draws names of platforms as signatures, until each of their characters was drawn, reads them, and prints each that was read as another of the same
 * length: what was drawn, and what was read. What data/lists/misreadings.yaml says of characters comes from here.
 */

const ON_A_PAGE = 40;
/** Longer ones would not fit into one line. */
const LONGEST = 8;
/** Each character is drawn in so many names, where it has them: what is read depends on the neighbours too. */
const NAMES_EACH = 2;

const { values } = parseArgs({
  options: {
    font: { type: 'string', default: 'Noto Sans CJK SC' },
    weight: { type: 'string', default: '400' },
    scale: { type: 'string', default: '2' },
    width: { type: 'string' },
    quality: { type: 'string', default: '65' },
  },
});

const JOURNEY: Journey = {
  name: 'names',
  photo: null,
  width: values.width === undefined ? null : Number(values.width),
  format: 'jpeg',
  quality: Number(values.quality),
};

function enough(names: readonly string[]): string[] {
  const drawn = new Map<string, number>();
  return names.filter((name) => {
    const isNeeded = [...name].some((character) => (drawn.get(character) ?? 0) < NAMES_EACH);
    if (isNeeded) for (const character of name) drawn.set(character, (drawn.get(character) ?? 0) + 1);
    return isNeeded;
  });
}

const pagesOf = (names: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(names.length / ON_A_PAGE) }, (_, at) => names.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE));

async function picture(browser: Browser, names: readonly string[]): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: 400, height: names.length * 34 + 20 },
    deviceScaleFactor: Number(values.scale),
  });
  const style = `margin: 10px 16px; font: ${values.weight} 17px/34px '${values.font}'; white-space: nowrap`;
  await page.setContent(`<body style="${style}">${names.map((name) => `<div>【${name}】您的账单</div>`).join('')}`);
  const screenshot = await page.screenshot({ type: 'png' });
  await page.close();
  return (await send(screenshot, { lines: [], bubbles: [] }, JOURNEY)).bytes;
}

async function signaturesIn(bytes: Buffer, engine: TextEngine): Promise<string[]> {
  const decoded = await decode(bytes);
  if ('why' in decoded) throw new Error(`the picture was not decoded: ${decoded.why}`);
  const lines = await engine.readLines(decoded.pixels);
  return lines.map(({ text }) => /^.?(.*?)[】\]]/.exec(foldText(text).text)?.[1] ?? '');
}

const modelFolder = mkdtempSync(join(tmpdir(), 'notice-check-names-'));
const browser = await openBrowser();
const engine = await openEngine({ engine: 'tesseract', modelFolder });
try {
  const names = readSnapshot().names.flatMap(({ name }) => (/\D/.test(name) && name.length <= LONGEST ? name : []));
  for (const page of pagesOf(enough(names))) {
    const read = await signaturesIn(await picture(browser, page), engine);
    if (read.length !== page.length) continue;
    page.forEach((name, at) => {
      const seen = read[at] ?? '';
      if (seen !== name && seen.length === name.length) console.log(`${name} ${seen}`);
    });
  }
} finally {
  await Promise.all([browser.close(), engine.close()]);
  rmSync(modelFolder, { recursive: true, force: true });
}
