import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openDrawer } from './draw-scene.js';
import { type Journey, send } from './encode.js';
import { somePhoto } from './photo.js';
import { Random } from './random.js';
import type { Entry, Scene } from './scene.js';
import { someScene } from './some-scene.js';
import { type Truth, truthOf } from './truth.js';

/*
 * tsx test/ocr/render/write-fixtures.ts
 *
 * Writes the small pictures of test/ocr/pictures again, for tests that have no Chromium.
 */

interface Fixture {
  readonly file: string;
  readonly layout: string;
  readonly seed: number;
  readonly dark?: boolean;
  readonly code?: string;
  readonly photo?: true;
}

const FIXTURES: readonly Fixture[] = [
  { file: 'ios-messages.webp', layout: 'ios-messages', seed: 1 },
  { file: 'ios-messages-dark.jpg', layout: 'ios-messages', seed: 2, dark: true },
  { file: 'android-messages.webp', layout: 'android-messages', seed: 13 },
  { file: 'android-messages-photo.jpg', layout: 'android-messages', seed: 4, photo: true },
  { file: 'miui-messages.jpg', layout: 'miui-messages', seed: 5 },
  { file: 'harmony-messages.webp', layout: 'harmony-messages', seed: 16 },
  { file: 'lock-screen.jpg', layout: 'lock-screen', seed: 17 },
  { file: 'ios-notifications.webp', layout: 'ios-notifications', seed: 18, dark: true },
  { file: 'notification-shade.webp', layout: 'notification-shade', seed: 9 },
  { file: 'wechat-chat.webp', layout: 'wechat-chat', seed: 29 },
  { file: 'wechat-chat-code.webp', layout: 'wechat-chat', seed: 30, code: 'https://qg1dai-0o.top/s?id=480211' },
  { file: 'bare-bubble.jpg', layout: 'bare-bubble', seed: 31 },
];

const FOLDER = new URL('../pictures/', import.meta.url);

function sceneOf({ layout, seed, dark = false, code }: Fixture): Scene {
  const scene = { ...someScene(new Random(seed), layout), dark, scale: 2, width: 375, height: 750, fontSize: 17 };
  return { ...scene, entries: scene.entries.map((entry) => withCode(entry, code ?? null)) };
}

const withCode = (entry: Entry, code: string | null): Entry =>
  entry.kind === 'message' && entry.from === 'sender' ? { ...entry, code } : entry;

function journeyOf({ file, photo, seed }: Fixture): Journey {
  const format = file.endsWith('.webp') ? 'webp' : 'jpeg';
  return photo
    ? { name: 'photo', photo: { ...somePhoto(new Random(seed)), noise: 1.5 }, width: 720, format, quality: 50 }
    : { name: `${format}70`, photo: null, width: null, format, quality: 70 };
}

mkdirSync(FOLDER, { recursive: true });
const drawer = await openDrawer();
const truth: Truth[] = [];
try {
  for (const fixture of FIXTURES) {
    const scene = sceneOf(fixture);
    const { screenshot, measured } = await drawer.draw(scene);
    const journey = journeyOf(fixture);
    const picture = await send(screenshot, measured, journey);
    writeFileSync(new URL(fixture.file, FOLDER), picture.bytes);
    truth.push(truthOf(fixture.file, scene, journey.name, picture));
  }
} finally {
  await drawer.close();
}
const listing = fileURLToPath(new URL('truth.json', FOLDER));
writeFileSync(listing, JSON.stringify(truth, null, 2));
// As the project's formatter likes it, so that pictures that stayed the same change no line.
execFileSync(process.execPath, [
  createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome'),
  'format',
  '--write',
  listing,
]);
