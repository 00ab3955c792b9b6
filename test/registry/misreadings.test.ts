import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/notice/fold.js';
import { compileMisreadings, createMisreadings } from '../../src/registry/misreadings.js';
import { compilePaymentCodes, createCodeIndex } from '../../src/registry/payment-codes.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();
const mended = (text: string): string => registry.misreadings.mend(foldText(text)).text;

describe('what readers of pictures take for something else', () => {
  it('is folded in letters of addresses, each group to its first', () => {
    const letters = [{ group: ['g', 'q', '9'], sources: ['x'], checked: '2026-11-22' }];
    const { foldLetters } = createMisreadings(compileMisreadings({ sources: {}, letters, characters: [], entries: [] }));
    expect(foldLetters('qa9.example')).toBe('gag.example');
  });

  it.each([
    ['您的借款已傅期12天', '逾期'],
    ['您的花鹃已出账', '花呗'],
    ['请用拌音查看', '抖音'],
    ['尊驹的客户', '尊敬的'],
    ['请尽快申请减兔', '减免'],
  ])('is undone by the records: %s', (read, means) => {
    expect(mended(read)).toContain(means);
  });

  it('leaves ordinary words alone', () => {
    const ordinary = [
      '敬请期待新款请期待',
      '这期账单已出，全期利息见下',
      '途中请注意，户期另定',
      '从款项中扣除，将上报道',
      '您的尾号1234，尊敬的客户',
      '请登录官方App，在线减免手续费',
    ];
    expect(ordinary.filter((text) => mended(text) !== foldText(text).text)).toEqual([]);
  });
});

describe('a QR code', () => {
  it.each([
    ['wxp://f2f0example', 'wechat', 'payment'],
    ['HTTPS://QR.ALIPAY.COM/FKX0000EXAMPLE', 'alipay', 'payment'],
    ['https://u.wechat.com/example', 'wechat', 'contact'],
  ] as const)('that pays a person or adds one is known by how it begins: %s', (content, of, means) => {
    expect(registry.code(content)).toMatchObject({ of, means });
  });

  it.each(['https://www.alipay.com/', 'https://qr.alipay.com/', '会员号 0012', '', 'xwxp://f2f0'])(
    'of any other kind is none: %s',
    (content) => {
      expect(registry.code(content)).toBeNull();
    },
  );

  it('is known by the longest beginning that fits', () => {
    const entry = { of: 'wechat' as const, tier: 'likely' as const, sources: ['x'], checked: '2026-11-22' };
    const code = createCodeIndex(
      compilePaymentCodes({
        sources: {},
        entries: [
          { ...entry, begins: 'wxp://', means: 'contact' },
          { ...entry, begins: 'wxp://f2f', means: 'payment' },
        ],
      }),
    );
    expect(code('wxp://f2f0')?.means).toBe('payment');
    expect(code('wxp://other')?.means).toBe('contact');
  });
});
