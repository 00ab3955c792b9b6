import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDrawer } from './draw-scene.js';
import { send } from './encode.js';
import { Random } from './random.js';
import { someJourney, someScene } from './some-scene.js';
import { type Truth, truthOf } from './truth.js';

/*
 * tsx test/ocr/render/write-pictures.ts --out DIR [--count 40] [--seed 1] [--layout NAME] [--post NAME]
 *
 * Writes pictures and truth.json: what a reader should find in each. The same seed writes the same pictures.
 */

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    layout: { type: 'string' },
    post: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('write --out DIR: where the pictures go');

function journeyNamed(random: Random, name: string | undefined): ReturnType<typeof someJourney> {
  for (let turn = 0; turn < 200; turn += 1) {
    const journey = someJourney(random);
    if (name === undefined || journey.name === name) return journey;
  }
  throw new Error(`no way of sending is called '${name}'`);
}

mkdirSync(values.out, { recursive: true });
const random = new Random(Number(values.seed));
const drawer = await openDrawer();
const truth: Truth[] = [];
try {
  for (let at = 0; at < Number(values.count); at += 1) {
    const scene = values.layout === undefined ? someScene(random) : someScene(random, values.layout);
    const journey = journeyNamed(random, values.post);
    const { screenshot, measured } = await drawer.draw(scene);
    const picture = await send(screenshot, measured, journey);
    const file = `${String(at).padStart(3, '0')}.${journey.format === 'jpeg' ? 'jpg' : journey.format}`;
    writeFileSync(join(values.out, file), picture.bytes);
    truth.push(truthOf(file, scene, journey.name, picture));
  }
} finally {
  await drawer.close();
}
writeFileSync(join(values.out, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
