import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../served.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let served: Served;
beforeAll(async () => {
  served = await serve({ withPage: true, most: 2 });
});
afterAll(() => served.close());

const send = (text: string): Promise<Response> =>
  served.fetch('/check', { method: 'POST', headers: BROWSER, body: new URLSearchParams({ text }) });

describe('people with a browser', () => {
  it('get the page, and problems as pages', async () => {
    expect((await served.fetch('/', { headers: BROWSER })).headers.get('content-type')).toMatch(/^text\/html/);
    const missing = await served.fetch('/no/such/<script>alert(1)</script>', { headers: BROWSER });
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await missing.text()).not.toContain('<script>alert');
  });

  it('are told calmly when there is too much at once, and when to come again', async () => {
    for (let time = 0; time < 2; time += 1) expect((await send('您的白条已逾期，请登录 jd.com 查看')).status).toBe(200);
    const refused = await send('您的白条已逾期，请登录 jd.com 查看');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toMatch(/^text\/html/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('state-busy');
  });

  it('get the problem itself where programs ask', async () => {
    const answer = await served.fetch('/v1/nothing', { headers: BROWSER });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await served.fetch('/no/such')).headers.get('content-type')).toBe('application/problem+json');
  });
});
