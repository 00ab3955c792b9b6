import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErasedSchema, TracesSchema } from '../../src/web/answer-schemas.js';
import { type Served, serve } from './served.js';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const traces = async () => TracesSchema.parse(await (await served.fetch('/v1/traces')).json());
const remove = async () => ErasedSchema.parse(await (await served.fetch('/v1/traces', { method: 'DELETE' })).json());

describe('what is kept of a caller', () => {
  it('is shown, holds nothing of the text, and is removed with a count', async () => {
    await served.check({ text: '【京东金融】王秀英您的白条已逾期，点击 jd-huankuan.top 或加专员微信 jdzy8866 处理' });
    await served.idle();
    const kept = await traces();
    const count = kept.sightings?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toMatch(/王秀英|白条|专员|jdzy8866|127\.0\.0\.1/);
    expect(await remove()).toEqual({ erased: count });
    expect((await traces()).sightings).toEqual([]);
    expect(await remove()).toEqual({ erased: 0 });
  });
});

describe('a memory that fails', () => {
  it('is never told as if something had been removed', async () => {
    const gone = async (): Promise<never> => {
      throw new Error('gone');
    };
    const broken = await serve({
      own: { store: { erase: gone, export: gone, read: gone, write: gone }, sightings: null, feedback: null },
    });
    for (const method of ['GET', 'DELETE']) expect((await broken.fetch('/v1/traces', { method })).status).toBe(500);
    await broken.close();
  });
});
