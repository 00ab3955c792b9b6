import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/channels/system-clock.js';
import type { ImageReading } from '../../src/dialogue/ports.js';
import { createImageReader, EngineMissingError, type ReaderOptions } from '../../src/ocr/image-reader.js';
import type { ImageReader } from '../../src/ocr/types.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { bomb, noise, PDF, SVG, sheet } from './made-pictures.js';

// Several processes are started, and each loads its models.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let modelFolder: string;
let reader: ImageReader;
let others: ImageReader[] = [];

const options = (): ReaderOptions => ({ engine: 'tesseract', modelFolder, clock: systemClock });

/** Another reader than the shared one; closed behind the test. */
async function another(changed: Partial<ReaderOptions>): Promise<ImageReader> {
  const made = await createImageReader({ ...options(), ...changed });
  others.push(made);
  return made;
}

beforeAll(async () => {
  modelFolder = mkdtempSync(join(tmpdir(), 'notice-check-test-'));
  reader = await createImageReader(options());
});

afterEach(async () => {
  await Promise.all(others.map((other) => other.close()));
  others = [];
});

afterAll(async () => {
  await reader.close();
  rmSync(modelFolder, { recursive: true, force: true });
});

const shot = (name: string): Buffer => readFileSync(new URL(`pictures/${name}`, import.meta.url));
const whyNot = (reading: ImageReading): string => (reading.kind === 'failed' ? reading.why : reading.kind);

/** Processes that readers of this test started. */
function readingProcesses(): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows
    .filter((row) => row.includes('reading-process') && Number(row.trim().split(/\s+/)[1]) === process.pid)
    .map((row) => Number(row.trim().split(/\s+/)[0]));
}

describe('a picture', () => {
  it('is read as the message that it shows, with its sender', async () => {
    const reading = await reader.read(shot('ios-messages.webp'));
    expect(reading.kind === 'read' ? reading.notices[0] : reading).toMatchObject({
      text: expect.stringContaining('【花呗】您本期账单86,285.97元'),
      sender: '1064142140372',
      codes: [],
    });
  });

  it('gives the QR codes in it to the message that they stand beside', async () => {
    const reading = await reader.read(shot('wechat-chat-code.webp'));
    const codes = reading.kind === 'read' ? reading.notices.flatMap((notice) => notice.codes) : [];
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^https:\/\//);
  });

  it('is told why it was not read, whatever it is', async () => {
    const jpeg = shot('lock-screen.jpg');
    const answers = await Promise.all([
      reader.read(new Uint8Array()),
      reader.read(jpeg.subarray(0, jpeg.length * 0.7)),
      reader.read(SVG),
      reader.read(PDF),
      reader.read(Buffer.from('您的亲属已逾期，请尽快处理')),
      reader.read(await bomb()),
      reader.read(new Uint8Array(10_000_001).fill(0xff)),
      reader.read(await sheet(400, 600).png().toBuffer()),
      reader.read(await sheet(1, 1).png().toBuffer()),
      reader.read(await sheet(1, 20_000).png().toBuffer()),
    ]);
    expect(answers.map(whyNot)).toEqual([
      'broken',
      'broken',
      'unsupported_format',
      'unsupported_format',
      'not_a_picture',
      'too_large',
      'too_large',
      'no_text',
      'no_text',
      'no_text',
    ]);
  });

  it('is read when it lies on its side', async () => {
    const upright = await reader.read(shot('bare-bubble.jpg'));
    expect(upright.kind).toBe('read');
    const words = (reading: ImageReading): string =>
      reading.kind === 'read'
        ? reading.notices
            .map(({ text }) => text)
            .join()
            .replace(/[^\p{L}\p{N}]/gu, '')
        : '';
    const lying = await sharp(shot('bare-bubble.jpg')).rotate(270).jpeg({ quality: 90 }).toBuffer();
    expect(words(await reader.read(lying)).slice(0, 8)).toBe(words(upright).slice(0, 8));
  });

  it('of nothing but noise is not taken for words', async () => {
    const picture = await noise(720, 1_280).blur(3).normalise().jpeg().toBuffer();
    expect(['no_text', 'unclear']).toContain(whyNot(await reader.read(picture)));
  });

  it('may be any bytes', async () => {
    const starts = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF89a', 'RIFF0000WEBP', '0000ftypavif', ''];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    await fc.assert(
      fc.asyncProperty(bytes, async (picture) => (await reader.read(picture)).kind === 'failed'),
      { numRuns: 60 },
    );
    expect(reader.health()).toEqual({ state: 'up', detail: '', waiting: 0 });
  });
});

describe('a reader', () => {
  it('starts no process before the first picture, and none for what is no picture', async () => {
    const before = readingProcesses().length;
    const idle = await another({});
    await idle.read(PDF);
    expect(readingProcesses().length).toBe(before);
    expect(idle.health()).toEqual({ state: 'up', detail: '', waiting: 0 });
  });

  it('reads ten pictures that come at once, in the order in which they came', async () => {
    const blank = await sheet(200, 200).png().toBuffer();
    const order: number[] = [];
    const reads = Array.from({ length: 10 }, (_, at) => reader.read(blank).then(() => order.push(at)));
    expect(reader.health().waiting).toBe(9);
    await Promise.all(reads);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('says that it is busy when too many wait, or too much', async () => {
    const blank = await sheet(200, 200).png().toBuffer();
    const few = await another({ limits: { waiting: 2 } });
    const many = await another({ limits: { waitingBytes: blank.length * 2 } });
    for (const full of [few, many]) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => full.read(blank)));
      expect(answers.map(whyNot)).toEqual(['no_text', 'no_text', 'no_text', 'busy', 'busy']);
    }
  });

  it('gives up a picture that takes too long, and reads the next one', async () => {
    const clock = createManualClock(Date.parse('2026-11-20T10:00:00+08:00'));
    const patient = await another({ clock });
    const slow = patient.read(shot('wechat-chat.webp'));
    await clock.turn(30_001);
    expect(whyNot(await slow)).toBe('unclear');
    expect(patient.health()).toEqual({ state: 'down', detail: 'a picture took too long', waiting: 0 });
    expect(whyNot(await patient.read(await sheet(200, 200).png().toBuffer()))).toBe('no_text');
    expect(patient.health().state).toBe('up');
  });

  it('answers for a picture over which its process died, and starts another for the next', async () => {
    const before = readingProcesses();
    const hurt = await another({});
    const blank = await sheet(200, 200).png().toBuffer();
    await hurt.read(blank);
    const [own] = readingProcesses().filter((pid) => !before.includes(pid));
    const reading = hurt.read(shot('wechat-chat.webp'));
    process.kill(own ?? Number.NaN, 'SIGKILL');
    expect(whyNot(await reading)).toBe('broken');
    expect(hurt.health()).toEqual({ state: 'down', detail: 'the reading process ended with SIGKILL', waiting: 0 });
    expect(whyNot(await hurt.read(blank))).toBe('no_text');
  });

  it('gives its memory back when nobody has sent a picture for a while', async () => {
    const before = readingProcesses().length;
    const clock = createManualClock(0);
    const resting = await another({ clock });
    await resting.read(await sheet(200, 200).png().toBuffer());
    expect(readingProcesses().length).toBe(before + 1);
    await clock.turn(10 * 60_000);
    await expect.poll(() => readingProcesses().length, { timeout: 20_000 }).toBe(before);
    expect(resting.health().state).toBe('up');
  });

  it('starts a fresh process when the old one has grown too large', async () => {
    const blank = await sheet(200, 200).png().toBuffer();
    const before = readingProcesses().length;
    const small = await another({ limits: { memory: 1 } });
    expect(whyNot(await small.read(blank))).toBe('no_text');
    expect(readingProcesses().length).toBe(before);
    expect(whyNot(await small.read(blank))).toBe('no_text');
  });

  it('says so when it cannot start', async () => {
    const cramped = await another({ limits: { heap: 3_000_000 } });
    expect(whyNot(await cramped.read(await sheet(200, 200).png().toBuffer()))).toBe('busy');
    expect(cramped.health().state).toBe('down');
    expect(cramped.health().detail).toMatch(/^the reading process ended with /);
  });

  it('answers everybody who waits when it is closed, and nobody after', async () => {
    const picture = shot('wechat-chat.webp');
    const closing = await another({});
    const reads = [closing.read(picture), closing.read(picture), closing.read(picture)];
    await closing.close();
    for (const reading of await Promise.all(reads)) expect(['busy', 'broken']).toContain(whyNot(reading));
    expect(whyNot(await closing.read(picture))).toBe('busy');
  });

  it('does not open with an engine that is not installed, and names the command that installs it', async () => {
    const opening = createImageReader({ ...options(), engine: 'paddle' });
    await expect(opening).rejects.toThrow(EngineMissingError);
    await expect(opening).rejects.toThrow('ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save @gutenye/ocr-node');
  });
});
