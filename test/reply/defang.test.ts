import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from '../../src/reply/defang.js';
import { tappableIn } from './tappable.js';

describe('defang', () => {
  it.each([
    ['jd-huankuan.top', 'jd-huankuan[.]top'],
    ['点击http://a.example/x.html?u=b.example', '点击hxxp://a[.]example/x[.]html?u=b[.]example'],
    ['HTTPS://A.EXAMPLE', 'hxxPS://A[.]EXAMPLE'],
    ['weixin://dl/chat', 'weixin[:]//dl/chat'],
    ['tel:15421192826', 'tel[:]154·2119·2826'],
    ['198.51.100.23', '198[.]51[.]100[.]23'],
    ['支付宝.中国', '支付宝[.]中国'],
    ['a．example', 'a[.]example'],
    ['a。example', 'a[.]example'],
  ])('breaks the address %s', (text, broken) => {
    expect(defang(text)).toBe(broken);
  });

  it.each([
    ['15421192826', '154·2119·2826'],
    ['154 2119 2826', '154·2119·2826'],
    ['154-2119-2826', '154·2119·2826'],
    ['+8615421192826', '+86·154·2119·2826'],
    ['4000-000-123', '4000·000·123'],
    ['4000000123', '400·000·0123'],
    ['95999', '959·99'],
    ['(010) 8888 0000', '(010·8888·0000'],
    ['１５４２１１９２８２６', '１５４·２１１９·２８２６'],
  ])('breaks the number %s', (text, broken) => {
    expect(defang(text)).toBe(broken);
  });

  it.each(['16点前', '1.5倍', '欠款3200.50元', '您好。请回电', '尾号8866', '24小时', '等等...'])('leaves %s as it is', (text) => {
    expect(defang(text)).toBe(text);
  });

  it('sets the thousands of an amount apart instead of its digits', () => {
    expect(defang('欠款12345.67元，共123456元')).toBe('欠款12,345.67元，共123,456元');
  });

  it.each([
    ['关注@jiejie', '关注[@]jiejie'],
    ['a@b.example', 'a[@]b[.]example'],
    ['点 /start', '点 ／start'],
    ['看 #还款', '看 ＃还款'],
    ['他/她', '他/她'],
  ])('breaks what a chat would open: %s', (text, broken) => {
    expect(defang(text)).toBe(broken);
  });

  it('finds an address whose dot or digits are parted by invisible characters', () => {
    expect(defang('exam\u200bple\u2060.\u200dtop')).toBe('example[.]top');
    expect(defang('154\u200b21\u00ad192826')).toBe('154·2119·2826');
  });

  it('leaves nothing tappable in any text', () => {
    const piece = fc.constantFrom(
      'http',
      's',
      '://',
      ':',
      '/',
      '.',
      '。',
      '．',
      '｡',
      '-',
      '_',
      ' ',
      '@',
      '#',
      '$',
      '(',
      ')',
      'jd',
      'top',
      'com',
      '中国',
      '您',
      '1',
      '54',
      '211',
      '92826',
      '元',
      '+86',
      '00',
      '\u200b',
      '\u202e',
      '\u001b[1m',
      '\n',
      'é',
      '😀',
      '１２',
      'tel:',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(tappableIn(defang(pieces.join('')))).toEqual([]);
      }),
      { seed: 20261121, numRuns: 3_000 },
    );
  });

  it('stays fast on a long hostile text', () => {
    const text = 'a.'.repeat(4_000) + '1 '.repeat(4_000) + 'z'.repeat(8_000);
    const start = performance.now();
    defang(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
