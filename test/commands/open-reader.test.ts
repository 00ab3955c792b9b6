import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/channels/system-clock.js';
import { ConfigurationError, readPictureConfiguration } from '../../src/commands/configuration.js';
import { openReader } from '../../src/commands/open-reader.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notice-check-test-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads one picture with the home at this path, and closes. */
async function readWithHome(home: string): Promise<string> {
  const reader = await openReader(readPictureConfiguration({ NOTICE_CHECK_HOME: home }), systemClock);
  const picture = await sharp({ create: { width: 90, height: 90, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const reading = await reader?.read(picture);
  await reader?.close();
  return reading?.kind === 'failed' ? reading.why : 'read';
}

describe('the reader of pictures', () => {
  it('is tesseract unless something else is configured', () => {
    expect(readPictureConfiguration({}).ocrEngine).toBe('tesseract');
    expect(readPictureConfiguration({ OCR_ENGINE: 'paddle' }).ocrEngine).toBe('paddle');
  });

  it('refuses an engine that it does not know, and says what to write', () => {
    expect(() => readPictureConfiguration({ OCR_ENGINE: 'cloud' })).toThrow(
      new ConfigurationError("OCR_ENGINE is 'cloud'; write one of tesseract, paddle, off"),
    );
  });

  it('is none when pictures are not to be read', async () => {
    expect(await openReader(readPictureConfiguration({ OCR_ENGINE: 'off' }), systemClock)).toBeNull();
  });

  it('says what to type when the engine is not installed', async () => {
    const opening = openReader(readPictureConfiguration({ OCR_ENGINE: 'paddle', NOTICE_CHECK_HOME: folder }), systemClock);
    await expect(opening).rejects.toThrow(ConfigurationError);
    await expect(opening).rejects.toThrow(
      /^OCR_ENGINE is 'paddle', which is not installed; run: ONNXRUNTIME_NODE_INSTALL=skip npm install .*@gutenye\/ocr-node/,
    );
  });

  it('keeps its models in the home', async () => {
    expect(await readWithHome(folder)).toBe('no_text');
    expect(readdirSync(join(folder, 'models'))).not.toEqual([]);
  });

  it('makes no home where there is none, and leaves nothing behind', async () => {
    const home = join(folder, 'missing');
    expect(await readWithHome(home)).toBe('no_text');
    expect(existsSync(home)).toBe(false);
  });

  it('does without the home when something else stands where the models would', async () => {
    mkdirSync(join(folder, 'home'));
    writeFileSync(join(folder, 'home', 'models'), '');
    expect(await readWithHome(join(folder, 'home'))).toBe('no_text');
  });
});
