import { get as request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/testing/pictures.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { type Served, serve } from '../served.js';
import { FRAUD, LISTED, UNCLEAR } from './messages.js';

let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** As a browser asks. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const get = (path: string, headers: Record<string, string> = {}) =>
  served.fetch(path, { headers: { ...BROWSER, ...headers }, redirect: 'manual' });
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();

function post(path: string, fields: Readonly<Record<string, string | Blob>>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return served.fetch(path, { method: 'POST', body, headers: { ...BROWSER, ...headers }, redirect: 'manual' });
}

const answerTo = async (fields: Readonly<Record<string, string | Blob>>, headers: Record<string, string> = {}) =>
  (await post('/check', fields, headers)).text();

const picture = (shown: Parameters<typeof pictureOf>[0]) =>
  new File([new Uint8Array(pictureOf(shown))], 'sms.png', { type: 'image/png' });

/** Bytes of a body as it is sent to a browser. */
const sentBytes = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(served.origin + path, { headers: { ...BROWSER, 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on('end', () => resolve(size));
    }).on('error', reject);
  });

/** What can be tapped to call, in the order of the page. */
const numbersIn = (html: string): string[] => [...html.matchAll(/href="tel:(\d+)"/g)].map(([, digits]) => digits ?? '');

/** The words that are marked in a message. */
const markedIn = (html: string): string[] =>
  [...html.matchAll(/<a class="mark mark-\w+"[^>]*>([^<]*)</g)].map(([, words]) => words ?? '');

/** The page without what is handed in again behind it. */
const visible = (html: string): string =>
  html.replace(/<input type="hidden"[^>]*>/g, '').replace(/<textarea[\s\S]*?<\/textarea>/g, '');

describe('a pasted message', () => {
  it('is answered with the verdict, what to do first and the official number', async () => {
    const html = await answerTo({ text: FRAUD });
    expect(html).toContain('<span class="verdict-name">很可能是诈骗</span>');
    expect(html).toContain('<span class="verdict-action">先别点链接、别加好友、别转账</span>');
    expect(numbersIn(html)[0]).toBe('95118');
    expect(html).toMatch(/来源：[^<]+；核对于2026年11月21日/);
  });

  it('is shown with the evidence marked in it', async () => {
    const marked = markedIn(await answerTo({ text: FRAUD }));
    expect(marked).toContain('jd-huankuan[.]top');
    expect(marked).toContain('加专员微信');
  });

  it('has a note for every mark, which says what is wrong and which rule it breaks', async () => {
    const html = await answerTo({ text: FRAUD });
    const targets = [...html.matchAll(/<a class="mark[^>]+href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    expect(html).toMatch(/class="note"[\s\S]*?可能违反《个人信息保护法》第十条/);
  });

  it('is never tappable, nor are the numbers and addresses in it', async () => {
    const html = await answerTo({ text: `${FRAUD} 或回电 15400002222 和 +85254000000，网址 http://huankuan.example/x` });
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links.filter((href) => /huankuan|1540000|8525400/.test(href))).toEqual([]);
    expect(visible(html)).not.toMatch(/huankuan\.|15400002222|85254000000/);
  });

  it('is answered the gravest first when there are several, and each is shown', async () => {
    const html = await answerTo({ image: picture([{ text: LISTED }, { text: FRAUD }]) });
    const tones = [...html.matchAll(/<article class="card answer tone-(\w+)"/g)].map(([, tone]) => tone);
    expect(tones).toEqual(['scam', 'consistent']);
    expect(html).toContain('一共2条短信');
  });

  it('takes the sender told afterwards into account', async () => {
    const html = await answerTo({ text: UNCLEAR, sender: '+85254000000' });
    expect(visible(html)).toMatch(/来自境外（中国香港）/);
  });

  it('leaves no message behind: not in a cache, not in the journal', async () => {
    const response = await post('/check', { text: FRAUD });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify(served.notes)).not.toMatch(/huankuan|亲属/);
  });

  it('that is missing is asked for', async () => {
    const response = await post('/check', { text: '  ' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('还没有短信内容');
  });

  it('that is too long is answered as far as it was read, and says so', async () => {
    expect(await answerTo({ text: FRAUD + '欠款'.repeat(9_000) })).toContain('内容太长，后面的没有看');
  });
});

describe('a picture', () => {
  it('is read and answered', async () => {
    const html = await answerTo({ image: picture({ text: FRAUD, sender: '15400001234' }) });
    expect(markedIn(html)).toContain('jd-huankuan[.]top');
    expect(html).toContain('value="15400001234"');
  });

  it.each([
    ['unclear', 422, '图里的字看不清'],
    ['no_text', 422, '图里没有看到文字'],
    ['busy', 503, '现在看图的人太多'],
  ] as const)('that is %s is answered with what to send instead', async (fails, status, words) => {
    const response = await post('/check', { image: picture({ fails }) });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  it('that cannot be read does not keep the text beside it from being answered', async () => {
    const html = await answerTo({ text: FRAUD, image: picture({ fails: 'unclear' }) });
    expect(html).toContain('图里的字看不清');
    expect(html).toContain('很可能是诈骗');
  });

  it('of a size that no phone makes is refused, with a page for people', async () => {
    const response = await post('/check', { image: new Blob([new Uint8Array(11_000_000)]) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('这张图太大了');
  });
});

describe('the share menu', () => {
  it('hands a text in, whatever field the phone puts it into, once', async () => {
    const html = await (await post('/share', { title: '', text: FRAUD, url: FRAUD })).text();
    expect(html).toContain('很可能是诈骗');
    expect(html).not.toContain('一共');
  });

  it('hands a picture in', async () => {
    const html = await (await post('/share', { title: '截图', image: picture({ text: FRAUD }) })).text();
    expect(html).toContain('tone-scam');
  });

  it('is announced by the manifest, with icons that are there', async () => {
    const manifest = JSON.parse(await text('/manifest.webmanifest'));
    expect(manifest.share_target).toMatchObject({ action: '/share', method: 'POST', enctype: 'multipart/form-data' });
    expect(manifest.icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual(['any', '192x192', '512x512', '512x512']);
    for (const { src, type } of manifest.icons) expect((await get(src)).headers.get('content-type')).toBe(type);
  });
});

describe('somebody else’s text', () => {
  const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e{{7*7}}';

  it.each(['text', 'sender', 'received', 'role', 'lang', 'size', 'theme', 'title', 'to'])(
    'in the field %s is never markup',
    async (field) => {
      for (const path of ['/check', '/share', '/letter', '/wrong', '/settings']) {
        const html = await (await post(path, { text: FRAUD, to: 'police', back: '/', [field]: `${FRAUD}${HOSTILE}` })).text();
        expect(html).not.toMatch(/<script>|<img src=x|onerror=alert\(1\)>(?!&)/);
      }
    },
  );

  it('in an address is never markup', async () => {
    for (const path of ['/lookup?q=', '/platforms/', '/help/', '/?lang=']) {
      expect(await text(path + encodeURIComponent(HOSTILE))).not.toMatch(/<script>|<img src=x/);
    }
  });

  it('cannot turn the direction of what stands around it', async () => {
    expect(visible(await answerTo({ text: `${FRAUD}\u202e反` }))).not.toContain('\u202e');
  });

  it('leads nowhere else after a change of settings', async () => {
    for (const back of ['//evil.example/', '/\\evil.example', 'https://evil.example/', '/a\r\nx: y']) {
      const response = await post('/settings', { back, theme: 'dark' });
      expect(response.headers.get('location')).toBe('/');
    }
  });
});

describe('the settings', () => {
  it('are remembered in a cookie that says nothing about anybody', async () => {
    const response = await post('/settings', { back: '/lookup?q=95118', size: 'larger' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/lookup?q=95118');
    expect(response.headers.get('set-cookie')).toMatch(/^page=zh\.larger\.auto;/);
    expect(await text('/', { cookie: 'page=en.larger.dark' })).toMatch(/<html lang="en" data-size="larger" data-theme="dark"/);
  });

  it('that nobody knows are left alone', async () => {
    expect(await text('/', { cookie: 'page=fr.huge.<b>' })).toMatch(/<html lang="zh-Hans" data-size="normal" data-theme="auto"/);
  });

  it('bring an answer back in the other language, without scripts', async () => {
    const html = await answerTo({ text: FRAUD });
    const [, fields = ''] = /<form class="switches" method="post" action="\/check"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
    const hidden = [...fields.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
    const again = await answerTo({ ...Object.fromEntries(hidden), lang: 'en' });
    expect(again).toContain('<span class="verdict-name">this is very likely a scam</span>');
  });
});

describe('what is no form', () => {
  it.each([
    ['application/json', '{"text":"x"}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['text/plain', 'text=x'],
  ])('such as %s is answered with what is missing', async (type, body) => {
    const response = await served.fetch('/check', { method: 'POST', body, headers: { 'content-type': type } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('还没有短信内容');
  });
});

describe('the complaint letter', () => {
  it('opens ready to print, filled from the message', async () => {
    const html = await (await post('/letter', { text: FRAUD, to: 'police', received_by: 'family' })).text();
    expect(html).toContain('jd-huankuan');
    expect(html).toContain('data-print');
    expect(html).not.toContain('<style');
  });

  it('is offered as it fits the message', async () => {
    expect([...(await answerTo({ text: FRAUD })).matchAll(/name="to" value="(\w+)"/g)].map(([, to]) => to)).toEqual([
      'police',
      'spam_report',
      'platform',
    ]);
  });

  it('is written about an institution without a message, with blanks', async () => {
    const [, letter = ''] = /href="(\/letter\?[^"]+)"/.exec(await text('/platforms/cmb')) ?? [];
    const html = await text(letter.replace('&amp;', '&'));
    expect(html).toContain('招商银行');
    expect(html).toContain('class="blank"');
  });

  it('that nobody knows is not written', async () => {
    expect((await post('/letter', { text: FRAUD, to: 'president' })).status).toBe(400);
  });
});

describe('an answer that somebody calls wrong', () => {
  it('is kept without numbers, links and recognised names of the message', async () => {
    const html = await (await post('/wrong', { text: FRAUD })).text();
    expect(html).toContain('谢谢，记下了');
    const kept = (await (await served.fetch('/v1/traces')).json()) as { feedback: { verdict: string; template: string }[] };
    const [doubted] = kept.feedback.filter(({ verdict }) => verdict === 'scam');
    expect(doubted?.template).toMatch(/^[\u4e00-\u9fff#]{10,}$/);
    expect(doubted?.template).toContain('#');
  });
});

describe('look-ups', () => {
  it('tell whose a number is', async () => {
    expect(await text('/lookup?q=95118')).toContain('查到了：95118 是');
  });

  it('print what nobody knows so that it cannot be tapped', async () => {
    const html = visible(await text('/lookup?q=huankuan.example'))
      .replace(/<input id="q"[^>]*>/g, '')
      .replace(/name="back"[^>]*/g, '');
    expect(html).toContain('没有查到 ');
    expect(html).toContain('huankuan[.]example');
    expect(html).not.toMatch(/href="[^"]*huankuan/);
  });
});

describe('the list of institutions', () => {
  it('leads to a page for each', async () => {
    const html = await text('/platforms');
    const ids = [...html.matchAll(/href="\/platforms\/([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(200);
    for (const id of ids.slice(0, 40)) expect((await get(`/platforms/${id}`)).status).toBe(200);
  });

  it('shows no number and no site that is not verified at all, and says which were verified once only', async () => {
    const registry = recordedRegistry();
    for (const platform of registry.platforms()) {
      const html = await text(`/platforms/${platform.id}`);
      const called = numbersIn(html);
      const tiers = called.map((digits) => registry.number(digits).contacts.map(({ tier }) => tier));
      expect(tiers.filter((known) => known.length > 0 && known.every((tier) => tier === 'unverified'))).toEqual([]);
      const likely = platform.contacts.filter(
        ({ kind, status, tier }) => kind === 'host' && status === 'current' && tier === 'likely',
      );
      for (const { value } of likely)
        expect(html).toMatch(new RegExp(`>${value}</a>\\s*<p class="call-source"><strong>未经二次核实`));
    }
  });
});

describe('the page', () => {
  it('asks for nothing from elsewhere', async () => {
    for (const path of ['/', '/lookup', '/platforms', '/offline', '/help/already-paid']) {
      const html = await text(path);
      const asked = [...html.matchAll(/<(?:link|script|img|iframe|source|form)\b[^>]*?(?:href|src|action)="([^"]+)"/g)].map(
        ([, at]) => at ?? '',
      );
      expect(asked.length).toBeGreaterThan(3);
      expect(asked.filter((at) => !at.startsWith('/') || at.startsWith('//'))).toEqual([]);
    }
    const [, style = ''] = /rel="stylesheet" href="([^"]+)"/.exec(await text('/')) ?? [];
    expect(await text(style)).not.toMatch(/url\(|@import/);
  });

  it('has no script and no style within, which its policy forbids', async () => {
    for (const html of [await text('/'), await answerTo({ text: FRAUD })]) {
      expect(html).not.toMatch(/<style|<script(?![^>]* src=)| style="| on[a-z]+="/);
    }
  });

  it('is painted from less than 50 KB', async () => {
    const html = await text('/');
    const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:css|js|svg))"/g)].map(([, path]) => path ?? '');
    const scripts = ['check', 'send', 'elements', 'notes', 'pictures', 'settings', 'share', 'draw-verdict'];
    const all = [
      ...paths,
      ...scripts.map((name) => (paths.find((path) => path.endsWith('page.js')) ?? '').replace('page.js', `${name}.js`)),
    ];
    const sizes = await Promise.all(['/', ...all].map(sentBytes));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(8_000);
    expect(total).toBeLessThan(50_000);
  });

  it('lets browsers keep what never changes, and nothing that was asked', async () => {
    const [, style = ''] = /rel="stylesheet" href="([^"]+)"/.exec(await text('/')) ?? [];
    expect((await get(style)).headers.get('cache-control')).toContain('immutable');
    expect((await get(style.replace(/assets\/\w+/, 'assets/older'))).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/lookup?q=95118')).headers.get('cache-control')).toBe('no-store');
    expect((await get('/service-worker.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('that does not exist says so', async () => {
    for (const path of ['/platforms/nobody', '/help/nothing', '/platforms/..%2f..%2fetc', '/help/__proto__', '/nothing/here']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('没有这一页');
    }
  });

  it('tells people who ask too much to wait, and programs in their own way', async () => {
    const hurried = await serve({ most: 1 });
    const ask = (accept: string) =>
      hurried.fetch('/check', { method: 'POST', body: new URLSearchParams({ text: UNCLEAR }), headers: { accept } });
    await ask('text/html');
    const [person, program] = [await ask('text/html'), await ask('*/*')];
    expect([person.status, program.status]).toEqual([429, 429]);
    expect(await person.text()).toContain('现在核的人太多');
    expect(person.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(program.headers.get('content-type')).toBe('application/problem+json');
    await hurried.close();
  });

  it('leads back to the form when an answer is loaded again', async () => {
    for (const path of ['/check', '/share', '/letter', '/letter?to=police&platform=nobody', '/wrong', '/settings']) {
      expect((await get(path)).headers.get('location')).toBe('/');
    }
  });
});

describe('what is kept of a caller', () => {
  it('is told on a page that every page leads to', async () => {
    expect(await text('/')).toContain('<a href="/privacy">记下了什么，怎么删</a>');
    expect(await text('/privacy')).toContain('核完就清掉');
  });

  it('is removed by one button, and the page says how much that was', async () => {
    await answerTo({ text: FRAUD });
    await served.idle();
    expect(await (await post('/privacy', {})).text()).toMatch(/删掉了，一共\d+条/);
    expect(await (await post('/privacy', {})).text()).toContain('没有您的记录');
  });
});
