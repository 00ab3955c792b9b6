import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTesseractEngine } from '../../../src/ocr/tesseract/engine.js';
import type { Pixels, TextEngine } from '../../../src/ocr/types.js';
import { pixelsOf, writtenIn } from './pictures.js';

/** Wide and narrow punctuation look the same in a picture, and Chinese knows no spaces. */
const compared = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replace(/。/g, '.');

const messageOf = (file: string): string =>
  writtenIn(file)
    .filter((line) => line.part !== null)
    .map((line) => line.text)
    .join('');

const plain = (level: number, width = 300, height = 200): Pixels => ({
  data: new Uint8Array(width * height).fill(level),
  width,
  height,
  channels: 1,
});

describe('the engine that reads with tesseract.js', () => {
  let folder: string;
  let engine: TextEngine;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocr-models-'));
    engine = await createTesseractEngine({ modelFolder: join(folder, 'models') });
  }, 120_000);

  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  const textOf = async (file: string): Promise<string> => {
    const lines = await engine.readLines(await pixelsOf(file));
    return compared(lines.map((line) => line.text).join(''));
  };

  it('prepares a model of a few megabytes where it is told to', async () => {
    const { size } = await stat(join(folder, 'models', 'chi_sim.traineddata'));
    expect(size).toBeLessThan(4_000_000);
  });

  it('reads a message in dark writing', async () => {
    expect(await textOf('bare-bubble.jpg')).toContain(compared(messageOf('bare-bubble.jpg')));
  });

  it('reads a message in light writing on a dark ground', async () => {
    expect(await textOf('ios-messages-dark.jpg')).toContain(compared(messageOf('ios-messages-dark.jpg')));
  });

  it('reads a link that stands between Chinese, letter by letter', async () => {
    expect(await textOf('lock-screen.jpg')).toContain('wap.huankuan.life');
  });

  it('reads the sender above the message', async () => {
    expect(await textOf('lock-screen.jpg')).toContain('+85237656874');
  });

  it('gives the lines from top to bottom, each where it stands', async () => {
    const lines = await engine.readLines(await pixelsOf('bare-bubble.jpg'));
    const truth = writtenIn('bare-bubble.jpg');
    expect(lines).toHaveLength(truth.length);
    lines.forEach(({ box }, at) => {
      const written = truth[at]?.box ?? { left: 0, top: 0, width: 0, height: 0 };
      expect(box.top).toBeGreaterThan(written.top - 6);
      expect(box.top + box.height).toBeLessThan(written.top + written.height + 6);
      expect(box.left).toBeGreaterThan(written.left - 6);
      expect(box.left + box.width).toBeLessThan(written.left + written.width + 6);
    });
  });

  it('is sure of clear writing', async () => {
    const lines = await engine.readLines(await pixelsOf('bare-bubble.jpg'));
    expect(Math.min(...lines.map((line) => line.confidence))).toBeGreaterThan(0.9);
    expect(Math.max(...lines.map((line) => line.confidence))).toBeLessThanOrEqual(1);
  });

  it.each([
    ['white', plain(255)],
    ['black', plain(0)],
    ['one pixel', plain(128, 1, 1)],
    ['one row', plain(128, 400, 1)],
    ['one column', plain(128, 1, 400)],
  ])('finds no line in an empty picture: %s', async (_, pixels) => {
    expect(await engine.readLines(pixels)).toEqual([]);
  });
});
