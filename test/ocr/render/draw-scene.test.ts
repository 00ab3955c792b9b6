import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../chromium.js';
import { type Drawer, openDrawer } from './draw-scene.js';
import { send } from './encode.js';
import { LAYOUTS } from './layouts/all.js';
import { Random } from './random.js';
import { messagesOf } from './scene.js';
import { someJourney, someScene } from './some-scene.js';

const spaceless = (text: string): string => text.replace(/\s/g, '');

describe.skipIf(findChromium() === null)('a drawn screenshot', () => {
  let drawer: Drawer;
  beforeAll(async () => {
    drawer = await openDrawer();
  });
  afterAll(() => drawer.close());

  it.each([...LAYOUTS.keys()])('%s shows every message, line by line, inside its bubble', async (name) => {
    const scene = someScene(new Random(7), name);
    const { measured } = await drawer.draw(scene);
    for (const [part, { words }] of messagesOf(scene).entries()) {
      const lines = measured.lines.filter((line) => line.part === part);
      expect(spaceless(lines.map((line) => line.text).join(''))).toBe(spaceless(words.text));
      const bubble = measured.bubbles[part];
      expect(
        lines.every(({ box }) => bubble && box.top >= bubble.top && box.top + box.height <= bubble.top + bubble.height),
      ).toBe(true);
    }
  });

  it('keeps the boxes where the lines are when it is photographed and made smaller', async () => {
    const scene = { ...someScene(new Random(3), 'bare-bubble'), dark: false };
    const { screenshot, measured } = await drawer.draw(scene);
    const random = new Random(5);
    const photo = Array.from({ length: 100 }, () => someJourney(random)).find(({ name }) => name === 'photo');
    if (!photo) throw new Error('no photo among a hundred journeys');
    const picture = await send(screenshot, measured, photo);
    const { width, height } = await sharp(picture.bytes).metadata();
    for (const { box } of picture.measured.lines) {
      expect(box.left + box.width).toBeLessThanOrEqual(width);
      expect(box.top + box.height).toBeLessThanOrEqual(height);
    }
  });
});

describe('an invented scene', () => {
  it('is the same for the same seed', () => {
    expect(someScene(new Random(11))).toEqual(someScene(new Random(11)));
  });
});
