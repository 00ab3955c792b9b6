import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../../src/registry/lookup.js';
import { lookupAnswer } from '../../src/reply/lookup-answer.js';
import { LetterAnswerSchema, LookupAnswerSchema, PlatformListSchema, PlatformSchema } from '../../src/web/answer-schemas.js';
import { recordedRegistry } from '../recorded-registry.js';
import { type Served, serve } from './served.js';

const registry = recordedRegistry();
let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const get = async (path: string): Promise<unknown> => (await served.fetch(path)).json();

describe('GET /v1/lookup', () => {
  it.each(['95118', '京东', 'jd.com', 'jd-huankuan.top', '【招商银行】', '+85254000000', '15400001234', '没有这个名字'])(
    'answers what lookup --json answers for %s, as written down',
    async (query) => {
      const answer = await get(`/v1/lookup?q=${encodeURIComponent(query)}&lang=en`);
      expect(answer).toEqual(JSON.parse(JSON.stringify(lookupAnswer(lookUp(query, registry), registry, 'en'))));
      expect(LookupAnswerSchema.parse(answer)).toEqual(answer);
    },
  );
});

describe('GET /v1/platforms', () => {
  it('lists every record, each with contacts that readers may be shown', async () => {
    const list = PlatformListSchema.parse(await get('/v1/platforms'));
    expect(list.as_of).toBe(registry.asOf);
    expect(list.platforms.map(({ id }) => id)).toEqual(registry.platforms().map(({ id }) => id));
    const jd = list.platforms.find(({ id }) => id === 'jd-finance');
    expect(jd?.contacts.map(({ number }) => number)).toContain('95118');
    expect(jd?.contacts.every(({ source, checked }) => source !== '' && checked !== '')).toBe(true);
  });

  it('gives one record', async () => {
    const response = await served.fetch('/v1/platforms/jd-finance');
    expect(PlatformSchema.parse(await response.json())).toMatchObject({ id: 'jd-finance', name: '京东金融' });
    expect(response.headers.get('cache-control')).toContain('public');
  });

  it.each(['__proto__', 'constructor', 'none'])('has no record %s', async (id) => {
    expect((await served.fetch(`/v1/platforms/${id}`)).status).toBe(404);
  });
});

describe('POST /v1/letters', () => {
  const write = (body: object): Promise<Response> =>
    served.fetch('/v1/letters', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  it('writes a letter as text and as a page, and says which fit', async () => {
    const response = await write({
      text: '【京东金融】您的亲属白条已严重逾期，今日不处理将上门',
      to: 'platform',
      role: 'relative',
    });
    const letter = LetterAnswerSchema.parse(await response.json());
    expect(letter.to).toBe('platform');
    expect(letter.text).toContain('京东金融');
    expect(letter.html).toMatch(/^<!doctype html>/i);
    expect(letter.fits.length).toBeGreaterThan(0);
  });

  it('escapes what stands in the message', async () => {
    const letter = await (await write({ text: '【京东金融】您的白条已逾期 <script>alert(1)</script>', to: 'platform' })).json();
    expect(LetterAnswerSchema.parse(letter).html).not.toContain('<script');
  });

  it('says to whom letters go', async () => {
    const response = await write({ text: '您的白条已逾期', to: 'king' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('to is one of platform, regulator');
  });
});
