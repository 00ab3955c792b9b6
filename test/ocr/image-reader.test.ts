import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/channels/system-clock.js';
import { createImageReader } from '../../src/ocr/image-reader.js';
import type { ImageReader } from '../../src/ocr/types.js';

let modelFolder: string;
let reader: ImageReader;

beforeAll(async () => {
  modelFolder = mkdtempSync(join(tmpdir(), 'notice-check-test-'));
  reader = await createImageReader({ engine: 'tesseract', modelFolder, clock: systemClock });
});

afterAll(async () => {
  await reader.close();
  rmSync(modelFolder, { recursive: true, force: true });
});

describe('a picture', () => {
  it('of nothing holds no text', async () => {
    const blank = await sharp({ create: { width: 400, height: 600, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await reader.read(blank)).toEqual({ kind: 'failed', why: 'no_text' });
  });

  it('of no bytes is broken', async () => {
    expect(await reader.read(new Uint8Array())).toEqual({ kind: 'failed', why: 'broken' });
  });
});
