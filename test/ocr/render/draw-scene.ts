import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../chromium.js';
import { codeImage } from './code-image.js';
import type { Layout } from './layout.js';
import { LAYOUTS } from './layouts/all.js';
import { type Measured, messagesOf, type Rectangle, type Scene } from './scene.js';

const MEASURE = readFileSync(new URL('./measure-page.js', import.meta.url), 'utf8');

/** Draws scenes with one browser, until it is closed. */
export interface Drawer {
  draw(scene: Scene): Promise<{ readonly screenshot: Buffer; readonly measured: Measured }>;
  close(): Promise<void>;
}

/** Throws when this machine has no Chromium: ask `findChromium` before. */
export async function openDrawer(): Promise<Drawer> {
  const browser = await openBrowser();
  return { draw: (scene) => drawWith(browser, scene), close: () => browser.close() };
}

async function drawWith(browser: Browser, scene: Scene): ReturnType<Drawer['draw']> {
  const layout = LAYOUTS.get(scene.layout);
  if (!layout) throw new Error(`no layout '${scene.layout}' (known: ${[...LAYOUTS.keys()].join(', ')})`);
  const page = await browser.newPage({
    viewport: { width: scene.width, height: scene.height },
    deviceScaleFactor: scene.scale,
  });
  try {
    await page.setContent(await pageOf(layout, scene), { waitUntil: 'load' });
    const height = heightFor(layout, scene, await measure(page));
    await page.setViewportSize({ width: scene.width, height });
    const measured = inPixels(await measure(page), scene.scale);
    return { screenshot: await page.screenshot({ type: 'png' }), measured };
  } finally {
    await page.close();
  }
}

async function pageOf(layout: Layout, scene: Scene): Promise<string> {
  const contents = messagesOf(scene).flatMap(({ code }) => code ?? []);
  const codes = new Map(await Promise.all(contents.map(async (content) => [content, await codeImage(content)] as const)));
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
    html, body { margin: 0; height: 100%; overflow: hidden; }
    a { color: inherit; text-decoration: none; }
    ${layout.style(scene)}
  </style><body>${layout.draw(scene, codes)}</body></html>`;
}

type OnPage = Measured & { readonly bottom: number };

const measure = (page: Page): Promise<OnPage> => page.evaluate(MEASURE);

/** Room for the input line below the last bubble. */
const FOOT = 96;

/** Bare words end where they end; a conversation longer than the screen becomes a long screenshot. */
function heightFor(layout: Layout, scene: Scene, { bottom }: OnPage): number {
  return layout.shows === 'bare' ? Math.ceil(bottom) : Math.max(scene.height, Math.ceil(bottom) + FOOT);
}

function inPixels({ lines, bubbles }: Measured, scale: number): Measured {
  const pixels = ({ left, top, width, height }: Rectangle): Rectangle => ({
    left: left * scale,
    top: top * scale,
    width: width * scale,
    height: height * scale,
  });
  return { lines: lines.map((line) => ({ ...line, box: pixels(line.box) })), bubbles: bubbles.map(pixels) };
}
