import { describe, expect, it } from 'vitest';
import { joinRows } from '../../../src/ocr/layout/join-rows.js';
import { type Row, widthInEm } from '../../../src/ocr/layout/row.js';

const EM = 20;

const rows = (...texts: string[]): Row[] =>
  texts.map((text, at) => ({
    text,
    box: { left: 0, top: at * 30, width: widthInEm(text) * EM, height: EM },
    em: EM,
    ground: [255, 255, 255],
  }));

/** Joined as in a bubble that holds `width` Chinese characters in a line. */
const joined = (width: number, ...texts: string[]): string => joinRows(rows(...texts), width * EM);

describe('rows of a bubble', () => {
  it('become one line where the screen was too narrow', () => {
    expect(joined(8, '您的亲属白条已逾', '期，请转告。')).toBe('您的亲属白条已逾期，请转告。');
  });

  it('keep a break that the writer made', () => {
    expect(joined(12, '联系电话：', '请勿忽视！')).toBe('联系电话：\n请勿忽视！');
  });

  it('put a link together that was cut in the middle', () => {
    expect(joined(10, '点击http://wap.l1ng', 'qu.example/aB3领取')).toBe('点击http://wap.l1ngqu.example/aB3领取');
  });

  it('put a link together that was broken behind a hyphen', () => {
    expect(joined(14, '登录 https://www.b8s5-', 'renz.example 激活')).toBe('登录 https://www.b8s5-renz.example 激活');
  });

  it('put a link together behind whose hyphen there was room', () => {
    expect(joined(20, '登录http://o0wei-', 'renz.example/BEAz 激活')).toBe('登录http://o0wei-renz.example/BEAz 激活');
  });

  it.each(['.', '/', '-', '?', '=', '&'])('put a link together that filled its line up to a “%s”', (sign) => {
    const width = widthInEm(`请登录我行网o0wei${sign}`);
    expect(joined(width, `请登录我行网o0wei${sign}`, 'renz.example重新激活')).toBe(
      `请登录我行网o0wei${sign}renz.example重新激活`,
    );
  });

  it('put a link together that was broken before a dot', () => {
    expect(joined(14, '登录http://wap.l1ng', '.example/aB3领取')).toBe('登录http://wap.l1ng.example/aB3领取');
  });

  it('leave a sentence apart from the next, also where its full stop is the last thing that fits', () => {
    const sentence = 'Your account is closed.';
    expect(joined(widthInEm(sentence), sentence, 'Open http://a.example/b')).toBe(`${sentence} Open http://a.example/b`);
    expect(joined(widthInEm(sentence), sentence, 'a.example/b opens it')).toBe(`${sentence} a.example/b opens it`);
  });

  it('leave a link apart from the one in the next line', () => {
    expect(joined(14, '官网www.a1b.example/', 'http://a.example/b')).toBe('官网www.a1b.example/ http://a.example/b');
  });

  it('know that a writer ended a line behind a link with a slash', () => {
    expect(joined(20, '登录http://a.example/', 'TD退订')).toBe('登录http://a.example/\nTD退订');
  });

  it('put a number together that was cut in two', () => {
    expect(joined(9, '请联系专员154000', '01234办理')).toBe('请联系专员15400001234办理');
  });

  it('know that a link did not fit behind the words before it', () => {
    expect(joined(12, '请及时登录', 'https://huankuan.example')).toBe('请及时登录https://huankuan.example');
  });

  it('keep English words apart', () => {
    expect(joined(12, 'Pay the fee within', 'twelve hours')).toBe('Pay the fee within twelve hours');
  });

  it('keep a link apart from the word behind it when it was not cut', () => {
    expect(joined(14, 'see http://a.example/b', 'tomorrow morning')).toBe('see http://a.example/b tomorrow morning');
  });

  it('know that a bracket does not stand at the end of a line', () => {
    expect(joined(11, '您的账户已停用。', '【工商银行】')).toBe('您的账户已停用。\n【工商银行】');
    expect(joined(9.5, '您的账户已停用了。', '【工商银行】')).toBe('您的账户已停用了。【工商银行】');
  });
});
