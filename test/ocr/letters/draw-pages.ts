import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../../chromium.js';
import type { Random } from '../render/random.js';
import { someLine } from './words.js';

/** One character of a drawn line, in pixels of the picture. */
export interface PlacedLetter {
  readonly letter: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LetterPage {
  readonly picture: Buffer;
  readonly lines: readonly (readonly PlacedLetter[])[];
}

const INSTALLED = ['Noto Sans CJK SC', 'Liberation Sans', 'DejaVu Sans'];
const LINES = 18;

/** Where every character of every line stands, measured by the browser that drew it. */
const MEASURE = `[...document.querySelectorAll('span')].map((span) => [...span.firstChild.data].map((letter, at) => {
  const range = document.createRange();
  range.setStart(span.firstChild, at);
  range.setEnd(span.firstChild, at + 1);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return { letter, left, right, top, bottom };
}))`;

/** Pages of letters in the fonts of a folder (woff2, ttf, otf) and those installed, sent around as screenshots are. */
export async function* drawPages(count: number, folder: string, random: Random): AsyncGenerator<LetterPage> {
  const faces = readdirSync(folder).map((file, at) => ({ family: `font${at}`, css: faceOf(`font${at}`, join(folder, file)) }));
  const browser = await openBrowser();
  try {
    for (let page = 0; page < count; page++) yield await drawPage(browser, faces, random);
  } finally {
    await browser.close();
  }
}

const faceOf = (family: string, file: string): string =>
  `@font-face { font-family: ${family}; src: url(data:font/x;base64,${readFileSync(file).toString('base64')}) }`;

async function drawPage(browser: Browser, faces: readonly { family: string; css: string }[], random: Random) {
  const width = random.pick([360, 390, 412]);
  const scale = random.pick([2, 2.625, 3]);
  const page = await browser.newPage({ viewport: { width, height: 700 }, deviceScaleFactor: scale });
  try {
    await page.setContent(pageOf(width, faces, random));
    await page.evaluate('document.fonts.ready.then(() => true)');
    const lines = await page.evaluate<PlacedLetter[][]>(MEASURE);
    return await sent(await page.screenshot(), width * scale, scale, lines, random);
  } finally {
    await page.close();
  }
}

function pageOf(width: number, faces: readonly { family: string; css: string }[], random: Random): string {
  const dark = random.chance(0.4);
  const ground = dark ? ['#111', '#26262a', '#000'] : ['#fff', '#e9e9eb', '#f1f3f4', '#95ec69'];
  const families = [...faces.map(({ family }) => family), ...INSTALLED.flatMap((family) => [family, family])];
  const lines = Array.from({ length: LINES }, () => lineOf(width, dark, families, random));
  return `<style>${faces.map(({ css }) => css).join('')}
    body { margin: 0; padding: 14px; background: ${random.pick(ground)} } p { margin: 0 0 13px; white-space: pre }
    </style>${lines.join('')}`;
}

function lineOf(width: number, dark: boolean, families: readonly string[], random: Random): string {
  const size = random.pick([12, 14, 15, 16, 17, 18, 20]);
  const isLink = random.chance(0.35);
  const words = dark ? ['#e8e8e8'] : ['#111', '#000', '#444'];
  const links = dark ? ['#8ab4f8', '#4da3ff'] : ['#0b57d0', '#0a7aff', '#576b95'];
  const underline =
    isLink && random.chance(0.6) ? `underline; text-decoration-skip-ink: ${random.pick(['auto', 'none'])}` : 'none';
  const text = someLine(random, Math.floor((width * 0.86) / (size * 0.72)));
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<p><span style="font: ${random.pick([400, 400, 400, 500, 700])} ${size}px '${random.pick(families)}', 'Noto Sans CJK SC';
    color: ${random.pick(isLink ? links : words)}; text-decoration: ${underline}">${escaped}</span></p>`;
}

/** As a chat network passes it on: smaller, compressed, a little unsharp, or as it was. */
async function sent(
  screenshot: Buffer,
  width: number,
  scale: number,
  lines: readonly PlacedLetter[][],
  random: Random,
): Promise<LetterPage> {
  const target = random.pick([width, width, width, 720, 720, 540, 540, 900]);
  const drawn = sharp(screenshot).removeAlpha().resize(Math.round(target));
  const soft = random.chance(0.15) ? drawn.blur(0.7) : drawn;
  const picture = random.chance(0.2)
    ? await soft.png().toBuffer()
    : await soft.jpeg({ quality: random.whole(50, 80) }).toBuffer();
  const by = (scale * target) / width;
  const placed = ({ letter, left, right, top, bottom }: PlacedLetter): PlacedLetter => ({
    letter,
    left: left * by,
    right: right * by,
    top: top * by,
    bottom: bottom * by,
  });
  return { picture, lines: lines.map((line) => line.map(placed)) };
}
