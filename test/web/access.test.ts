import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type Networks, readNetworks } from '../../src/web/network.js';
import { type Served, type ServedOptions, serve } from './served.js';

const open: Served[] = [];
const served = async (options: ServedOptions): Promise<Served> => {
  const one = await serve(options);
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const KEY = 'a-key-of-our-own-invention';
const access = {
  keys: [{ id: 'shop', hash: createHash('sha256').update(KEY).digest('hex') }],
  trusted: readNetworks(['127.0.0.1']) as Networks,
};
const NOTICE = { text: '【京东金融】您的白条已逾期，请加专员微信 lizi8866 处理' };

const statuses = async (door: Served, times: number, headers: Record<string, string> = {}): Promise<number[]> => {
  const answers: number[] = [];
  for (let time = 0; time < times; time += 1) answers.push((await door.check(NOTICE, headers)).status);
  return answers;
};

describe('callers without a key', () => {
  it('are told when to come again once they asked too often', async () => {
    const door = await served({ most: 2 });
    expect(await statuses(door, 3)).toEqual([200, 200, 429]);
    const refused = await door.check(NOTICE);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ status: 429, retry_after: wait });
  });

  it('are counted apart behind a proxy that is trusted', async () => {
    const door = await served({ most: 1, access });
    expect(await statuses(door, 2, { 'x-forwarded-for': '198.51.100.1' })).toEqual([200, 429]);
    expect(await statuses(door, 1, { 'x-forwarded-for': '198.51.100.2' })).toEqual([200]);
    expect(await statuses(door, 2, { 'x-forwarded-for': '2001:db8::1' })).toEqual([200, 429]);
    expect(await statuses(door, 1, { 'x-forwarded-for': '2001:db8::2' })).toEqual([429]);
  });

  it('cannot choose their address where no proxy is trusted', async () => {
    const door = await served({ most: 1 });
    expect(await statuses(door, 1, { 'x-forwarded-for': '198.51.100.1' })).toEqual([200]);
    expect(await statuses(door, 1, { 'x-forwarded-for': '198.51.100.2' })).toEqual([429]);
  });

  it('still see health when they are over the limit', async () => {
    const door = await served({ most: 1 });
    await statuses(door, 2);
    expect((await door.fetch('/healthz')).status).toBe(200);
  });
});

describe('callers with a key', () => {
  it.each<Record<string, string>>([{ authorization: `Bearer ${KEY}` }, { 'x-api-key': KEY }])(
    'are counted by it: %o',
    async (headers) => {
      const door = await served({ most: 1, access });
      expect(await statuses(door, 3, headers)).toEqual([200, 200, 200]);
      expect(await statuses(door, 2)).toEqual([200, 429]);
    },
  );

  it('are refused with a key that nobody gave them, and not without end', async () => {
    const door = await served({ most: 2, access });
    const refused = await door.check(NOTICE, { authorization: 'Bearer wrong' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(await statuses(door, 2, { authorization: 'Bearer wrong' })).toEqual([401, 429]);
  });

  it('have traces of their own', async () => {
    const door = await served({ access });
    await door.check(NOTICE, { 'x-api-key': KEY });
    await door.idle();
    const kept = await (await door.fetch('/v1/traces', { headers: { 'x-api-key': KEY } })).json();
    expect(kept).toMatchObject({ sightings: [expect.anything()] });
    expect(await (await door.fetch('/v1/traces')).json()).toMatchObject({ sightings: [] });
  });
});

describe('pages of other sites', () => {
  const ask = (door: Served, origin: string): Promise<Response> =>
    door.fetch('/v1/checks', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  it('may call nothing unless they are named', async () => {
    const door = await served({});
    expect((await ask(door, 'https://other.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('may call the API when they are named, and others not', async () => {
    const door = await served({ origins: ['https://ours.example'] });
    const allowed = await ask(door, 'https://ours.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://ours.example');
    expect((await ask(door, 'https://other.example')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await door.check(NOTICE, { origin: 'https://ours.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://ours.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
