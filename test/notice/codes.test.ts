import { describe, expect, it } from 'vitest';
import { readNotices } from '../../src/notice/read.js';
import { CODES_CAP } from '../../src/notice/types.js';
import { bodyOf, plan, readOne } from './plan.js';

const TEXT = '【样例金融】请扫码办理还款，或登录 jzyp.example';

describe('QR codes beside a text that was read from a picture', () => {
  it('are links of the notice, each knowing that it came from a code', () => {
    const { links } = readOne(TEXT, { picture: { codes: ['https://PAY.jzyp.top/a?b=1'] } });
    expect(links.map(({ host, origin }) => [host, origin])).toEqual([
      ['jzyp.example', 'picture'],
      ['pay.jzyp.top', 'code'],
    ]);
  });

  it('stand behind the text on lines of their own, and outside the message', () => {
    const notice = readOne(TEXT, { picture: { codes: ['https://jzyp.top/', '  ', 'wxp://f2f0example'] } });
    expect(notice.source).toBe(`${TEXT}\n二维码：https://jzyp.top/\n二维码：wxp://f2f0example`);
    expect(bodyOf(notice)).toBe(TEXT);
    expect(notice.codes.map(({ content }) => content)).toEqual(['https://jzyp.top/', 'wxp://f2f0example']);
    expect(notice.deepLinks.map(({ scheme, span }) => [scheme, notice.source.slice(span.start, span.end)])).toEqual([
      ['wxp', 'wxp://f2f0example'],
    ]);
  });

  it('that hold no address make no link', () => {
    const notice = readOne(TEXT, { picture: { codes: ['会员号 0012', 'WIFI:S:guest;T:WPA;P:x;;'] } });
    expect(notice.links.map(({ origin }) => origin)).toEqual(['picture']);
    expect(notice.deepLinks).toEqual([]);
    expect(notice.codes).toHaveLength(2);
  });

  it('go to the last of several notices, which they stand below', () => {
    const text = '发件人：95588\n您的账单已出。\n\n发件人：10690001\n请扫码还款。';
    const { notices } = readNotices({ text, picture: { codes: ['https://jzyp.top/'] } }, plan);
    expect(notices.map(({ codes }) => codes.length)).toEqual([0, 1]);
  });

  it('are capped, and the reading says so', () => {
    const picture = { codes: Array.from({ length: CODES_CAP + 1 }, (_, at) => `https://jzyp.top/${at}`) };
    const { notices, truncated } = readNotices({ text: TEXT, picture }, plan);
    expect(notices.flatMap(({ codes }) => codes)).toHaveLength(CODES_CAP);
    expect(truncated).toBe(true);
  });

  it('leave a typed text as it is', () => {
    const notice = readOne(TEXT);
    expect(notice).toMatchObject({ source: TEXT, fromPicture: false, codes: [] });
    expect(notice.links.map(({ origin }) => origin)).toEqual(['text']);
  });
});
