import type { Page } from 'playwright-core';
import { pictureOf } from '../../../src/testing/pictures.js';
import { CODE, FRAUD, LISTED, UNCLEAR } from './messages.js';

/** Bytes that the scripted reader of pictures reads as `shown`, for a file field. */
export const fileOf = (shown: Parameters<typeof pictureOf>[0]) => ({
  name: 'sms.png',
  mimeType: 'image/png',
  buffer: Buffer.from(pictureOf(shown)),
});

/** Types a message and has it checked; settles when `sign` is there. */
export async function check(page: Page, text: string, sign = '.answer'): Promise<void> {
  await page.fill('#text', text);
  await page.click('.check-form .main-button');
  await page.waitForSelector(sign);
}

export async function checkPicture(page: Page, shown: Parameters<typeof pictureOf>[0], sign = '.answer'): Promise<void> {
  await page.setInputFiles('#image', fileOf(shown));
  await page.click('.check-form .main-button');
  await page.waitForSelector(sign);
}

const at = (path: string) => async (page: Page) => void (await page.goto(new URL(path, page.url()).href));

/** Every state of the page, from the form on. */
export const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  form: async () => {},
  'form with everything open': async (page) => void (await page.click('.check-form summary')),
  'nothing given': (page) => check(page, '', '.state-empty'),
  scam: (page) => check(page, FRAUD),
  'a note on marked words': async (page) => {
    await check(page, FRAUD);
    await page.click('a.mark >> nth=1');
  },
  unverified: (page) => check(page, UNCLEAR),
  consistent: (page) => check(page, LISTED),
  'not a notice': (page) => check(page, CODE),
  several: (page) => checkPicture(page, [{ text: LISTED }, { text: FRAUD, sender: '+85254000000' }]),
  'unclear picture': (page) => checkPicture(page, { fails: 'unclear' }, '.state-picture'),
  working: async (page) => {
    await page.route('**/check', () => {});
    await check(page, FRAUD, '.state-working');
  },
  failed: async (page) => {
    await page.route('**/check', (route) => route.abort());
    await check(page, FRAUD, '.state-failed');
  },
  'look-up': at('/lookup'),
  'look-up of a listed number': at('/lookup?q=95118'),
  'look-up of nobody’s address': at('/lookup?q=huankuan.example'),
  institutions: at('/platforms'),
  institution: at('/platforms/cmb'),
  help: at('/help/already-paid'),
  'what is kept': at('/privacy'),
  'nothing of it left': async (page) => {
    await at('/privacy')(page);
    await page.click('main .main-button');
    await page.waitForSelector('main .state');
  },
  offline: at('/offline'),
  'no such page': at('/platforms/nobody'),
};
