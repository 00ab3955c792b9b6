import { afterEach, describe, expect, it } from 'vitest';
import { type Served, type ServedOptions, serve } from './served.js';

const open: Served[] = [];
const served = async (options: ServedOptions = {}): Promise<Served> => {
  const one = await serve(options);
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const TOKEN = 'an-operators-token-of-ours';

describe('/healthz', () => {
  it('is well while the memory and a chat network are down, and says so', async () => {
    const door = await served();
    door.health.current = {
      ...door.health.current,
      store: { state: 'down', detail: 'SQLITE_FULL' },
      channels: [{ name: 'telegram', state: 'down', detail: '401', since: 0 }],
    };
    const response = await door.fetch('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ok',
      data: { as_of: '2026-11-20' },
      store: { state: 'down', detail: 'SQLITE_FULL' },
      channels: [{ name: 'telegram', state: 'down' }],
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('tells strangers states alone', async () => {
    const door = await served({ operatorToken: TOKEN });
    door.health.current = { ...door.health.current, store: { state: 'down', detail: 'SQLITE_FULL' } };
    const told = await (await door.fetch('/healthz')).text();
    expect(told).toContain('"store":{"state":"down"}');
    expect(told).not.toContain('SQLITE_FULL');
    const own = await door.fetch('/healthz', { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await own.text()).toContain('SQLITE_FULL');
  });
});

describe('/readyz', () => {
  it('sends work elsewhere while the server starts or stops', async () => {
    let isReady = false;
    const door = await served({ isReady: () => isReady });
    expect((await door.fetch('/readyz')).status).toBe(503);
    isReady = true;
    expect((await door.fetch('/readyz')).status).toBe(200);
  });
});

describe('/metrics', () => {
  it('counts checks by verdict, and tells the state of every part', async () => {
    const door = await served();
    await door.check({
      text: '【京东金融】您的亲属白条已严重逾期，今日不处理将上门。点击 jd-huankuan.top 协商，加微信 jdzy8866',
    });
    await door.check({ text: '今晚回家吃饭吗' });
    await door.check('{');
    const response = await door.fetch('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const metrics = await response.text();
    for (const line of [
      'notice_check_checks_total{channel="web",verdict="scam"} 1',
      'notice_check_checks_total{channel="web",verdict="not_a_notice"} 1',
      'notice_check_answer_seconds_count{channel="web"} 2',
      'notice_check_http_seconds_count{route="/v1/checks",method="POST",status="200"} 2',
      'notice_check_http_seconds_count{route="/v1/checks",method="POST",status="400"} 1',
      'notice_check_store_up 1',
      'notice_check_pictures_waiting 0',
      'notice_check_channel_up{channel="telegram"} 1',
      'process_resident_memory_bytes',
    ])
      expect(metrics).toContain(line);
    expect(metrics).toMatch(/notice_check_data_age_days \d+/);
  });

  it('make no series out of addresses and methods that callers invent', async () => {
    const door = await served();
    await door.fetch('/no/such/place');
    await door.fetch('/v1/platforms/no-such-record');
    await door.raw('PROPFIND / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    const metrics = await (await door.fetch('/metrics')).text();
    expect(metrics).not.toMatch(/such|PROPFIND/);
    expect(metrics).toContain('route="/v1/platforms/:id",method="GET",status="404"');
  });

  it('are for whoever shows the token', async () => {
    const door = await served({ operatorToken: TOKEN });
    const asked = async (authorization: string): Promise<number> =>
      (await door.fetch('/metrics', { headers: { authorization } })).status;
    expect((await door.fetch('/metrics')).status).toBe(403);
    expect(await asked('Bearer wrong')).toBe(403);
    expect(await asked(`Bearer ${TOKEN}`)).toBe(200);
  });

  it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])(
    'are not told through a proxy on the same machine (%s) where there is no token',
    async (header) => {
      const door = await served();
      expect((await door.fetch('/metrics', { headers: { [header]: '127.0.0.1' } })).status).toBe(403);
    },
  );
});
