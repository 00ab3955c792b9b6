import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openBrowser } from '../../chromium.js';
import { type Served, serve } from '../served.js';
import { FRAUD, UNCLEAR } from './messages.js';
import { check, checkPicture, fileOf, STATES } from './states.js';

const hasChromium = findChromium() !== null;
if (!hasChromium) console.warn('No Chromium on this machine: the tests of the page in a browser are skipped.');

const PHONE = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;

let browser: Browser;
let server: Served;
let complaints: string[] = [];

beforeAll(async () => {
  if (!hasChromium) return;
  [browser, server] = await Promise.all([openBrowser(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(() => {
  complaints = [];
});

/** Runs with the page open; requests elsewhere, errors of scripts and what the policy refused are complaints. */
async function onPage(path: string, options: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !/^(?:blob|data):/.test(request.url())) complaints.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  await page.goto(server.origin + path);
  await visit(page);
  await context.close();
  expect(complaints).toEqual([]);
}

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.className');

describe.skipIf(!hasChromium)('in a browser', () => {
  it('a pasted message is answered in place, and the answer is where the reader is', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      expect(await page.textContent('.verdict-name')).toBe('很可能是诈骗');
      expect(await focused(page)).toContain('answer');
      expect(await page.textContent('#live')).toContain('很可能是诈骗');
      expect(await page.getAttribute('.call-button', 'href')).toBe('tel:95118');
    }));

  it('the way back from an answer leads to the form as it was left', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      await page.goBack();
      expect(await page.inputValue('#text')).toBe(FRAUD);
      expect(await page.isVisible('.intro')).toBe(true);
    }));

  it('marked words explain themselves on touch, and Escape leads back to them', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      await page.click('a.mark:has-text("huankuan")');
      expect(await page.textContent('.note.is-open')).toContain('不是京东金融的网址');
      expect(await focused(page)).toContain('note');
      await page.keyboard.press('Escape');
      expect(await page.isVisible('.note')).toBe(false);
      expect(await focused(page)).toContain('mark');
    }));

  it('a picture is uploaded, read and answered', () =>
    onPage('/', {}, async (page) => {
      await checkPicture(page, { text: FRAUD, sender: '15400001234' });
      expect(await page.textContent('.message')).toContain('jd-huankuan[.]top');
      expect(await page.inputValue('#answer-1-sender')).toBe('15400001234');
    }));

  it('a picture is pasted', () =>
    onPage('/', {}, async (page) => {
      await page.evaluate(`{
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(fileOf({ text: FRAUD }).buffer.toString())}], 'pasted.png', { type: 'image/png' }));
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true }));
      }`);
      await page.waitForSelector('.chosen:not([hidden])');
      expect(await page.textContent('[data-name]')).toBe('pasted.png');
      await page.click('.check-form .main-button');
      await page.waitForSelector('.tone-scam');
    }));

  it('a picture that cannot be read leaves what was typed where it is', () =>
    onPage('/', {}, async (page) => {
      await checkPicture(page, { fails: 'unclear' }, '.state-picture');
      expect(await page.isVisible('.check-form')).toBe(true);
      expect(await page.isVisible('.chosen')).toBe(true);
      expect(await focused(page)).toContain('state-picture');
    }));

  it('the sender told afterwards is checked with the same message', () =>
    onPage('/', {}, async (page) => {
      await check(page, UNCLEAR);
      await page.fill('#answer-1-sender', '+85254000000');
      await page.click('.part-more button');
      await page.waitForSelector('text=来自境外');
    }));

  it('all of it works without scripts', () =>
    onPage('/', { javaScriptEnabled: false }, async (page) => {
      await page.fill('#text', FRAUD);
      await page.click('.check-form .main-button');
      expect(await page.textContent('.verdict-name')).toBe('很可能是诈骗');
      await page.click('a.mark:has-text("huankuan")');
      expect(await page.isVisible('.note:target')).toBe(true);
      await page.click('.note:target .note-close');
      expect(await page.isVisible('.note:target')).toBe(false);
      await page.click('.switches [name="lang"]');
      expect(await page.textContent('.verdict-name')).toBe('this is very likely a scam');
      await page.goto(`${server.origin}/`);
      await page.fill('#q', '95118');
      await page.click('.side-button');
      expect(await page.textContent('.card-head h1')).toContain('95118');
    }));

  it('what the share menu hands in is answered', () =>
    onPage('/', {}, async (page) => {
      await page.evaluate(`{
        const form = Object.assign(document.createElement('form'), { method: 'post', action: '/share', enctype: 'multipart/form-data' });
        form.append(Object.assign(document.createElement('input'), { name: 'text', value: ${JSON.stringify(FRAUD)} }));
        document.body.append(form);
        form.submit();
      }`);
      await page.waitForSelector('.tone-scam');
      expect(page.url()).toBe(`${server.origin}/share`);
    }));

  it('an answer comes back in the other language', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      await page.click('.switches [name="lang"]');
      await page.waitForSelector('text=this is very likely a scam');
      await page.goto(`${server.origin}/`);
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    }));

  it('size and colours change at once and are remembered', () =>
    onPage('/', { colorScheme: 'light' }, async (page) => {
      const size = () => page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)');
      const before = await size();
      expect(before).toBeGreaterThanOrEqual(19);
      await page.click('[data-switch="size"]');
      expect(await size()).toBeGreaterThan(Number(before));
      await page.click('.to-dark');
      await page.reload();
      expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
      expect(await page.getAttribute('html', 'data-size')).toBe('larger');
    }));

  it('a letter opens ready to print, and only the letter is printed', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      const [letter] = await Promise.all([page.waitForEvent('popup'), page.click('.row-button[value="police"]')]);
      await letter.waitForLoadState();
      expect(await letter.isVisible('[data-print]')).toBe(true);
      await letter.emulateMedia({ media: 'print' });
      expect(await letter.isVisible('aside')).toBe(false);
      expect(await letter.isVisible('main h1')).toBe(true);
    }));

  it('an answer is printed without its buttons', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('.verdict')).toBe(true);
      for (const left of ['.places', '.switches', '.check-form', '.part-letters']) expect(await page.isVisible(left)).toBe(false);
    }));

  it('a keyboard alone is enough', () =>
    onPage('/', {}, async (page) => {
      await page.focus('#text');
      await page.keyboard.insertText(FRAUD);
      for (let step = 0; step < 12 && !(await focused(page)).includes('main-button'); step += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.answer');
      for (let step = 0; step < 12 && !(await focused(page)).includes('mark'); step += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.isVisible('.note.is-open')).toBe(true);
      await page.keyboard.press('Escape');
      expect(await focused(page)).toContain('mark');
    }));

  it('without a network it says so, keeps what was typed, and tries again', () =>
    onPage('/', {}, async (page) => {
      await page.context().setOffline(true);
      await check(page, FRAUD, '.state-offline');
      expect(await page.inputValue('#text')).toBe(FRAUD);
      await page.context().setOffline(false);
      await page.click('[data-retry]');
      await page.waitForSelector('.tone-scam');
    }));

  it('kept on a phone it shows a page of its own without a network, and never an answer', () =>
    onPage('/', { serviceWorkers: 'allow' }, async (page) => {
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await check(page, FRAUD);
      await page.context().setOffline(true);
      await page.goto(`${server.origin}/lookup`);
      expect(await page.textContent('.state-offline h2')).toBe('现在没有网络');
      expect(await page.getAttribute('.call-button', 'href')).toBe('tel:96110');
      const kept =
        'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())))).then((all) => all.flat().map(({ url }) => new URL(url).pathname))';
      expect(((await page.evaluate(kept)) as string[]).filter((path) => !/^\/(?:offline|assets\/)/.test(path))).toEqual([]);
    }));

  it('the verdict becomes a picture for the family, which holds no word of the message', () =>
    onPage('/', { acceptDownloads: true }, async (page) => {
      await check(page, FRAUD);
      expect(await page.getAttribute('[data-share]', 'data-share')).not.toMatch(/李某|张女士|jdzy8866|huankuan\.top/);
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-share-button]')]);
      const picture = readFileSync(await download.path());
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.readUInt32BE(16)).toBe(1080);
    }));

  it('whoever calls an answer wrong is thanked, and keeps the answer', () =>
    onPage('/', {}, async (page) => {
      await check(page, FRAUD);
      await page.click('.wrong button');
      await page.waitForSelector('text=谢谢，记下了');
      expect(await page.isVisible('.verdict')).toBe(true);
    }));
});

const LOOKS = [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
}

const AUDIT = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })))`;

async function faultsOf(page: Page): Promise<{ readonly violations: Violation[]; readonly tooWide: number }> {
  return {
    violations: (await page.evaluate(AUDIT)) as Violation[],
    tooWide: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
  };
}

describe.skipIf(!hasChromium).each(['zh', 'en'])('in %s', (language) => {
  it.each(Object.keys(STATES))('%s can be used by everybody and fits, narrow and wide, light and dark', (name) =>
    onPage(`/?lang=${language}`, { bypassCSP: true }, async (page) => {
      await STATES[name]?.(page);
      await page.evaluate(axe.source);
      for (const look of LOOKS) {
        await page.setViewportSize({ width: look.width, height: 800 });
        await page.emulateMedia({ colorScheme: look.colorScheme });
        expect({ look, ...(await faultsOf(page)) }).toEqual({ look, violations: [], tooWide: 0 });
      }
    }),
  );
});
