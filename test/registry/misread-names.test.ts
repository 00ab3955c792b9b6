import { describe, expect, it } from 'vitest';
import { createMisreadNames } from '../../src/registry/misread-names.js';
import { recordedRegistry } from '../recorded-registry.js';

const named = (platformId: string | null, ...names: string[]) => names.map((name) => ({ name, platformId }));

const NAMES = [
  ...named('sample-loan', '样例贷', '样例'),
  ...named('north-bank', '北山银行'),
  ...named('south-bank', '南山银行'),
  ...named(null, '样倒社'),
];
const behind = createMisreadNames(NAMES, [
  { written: '样', read: '祥' },
  { written: '例', read: '倒' },
  { written: '贷', read: '货' },
  { written: '贷', read: '社' },
]);

describe('a name that was likely misread', () => {
  it.each(['祥例贷', '样倒贷', '样例货', '祥例'])(
    'is known when one character was taken for one that looks like it: %s',
    (read) => {
      expect(behind(read)).toBe('sample-loan');
    },
  );

  it.each([
    ['西山银行', 'a character that looks different'],
    ['祥倒贷', 'two characters'],
    ['样例贷款', 'one character more'],
    ['山银行', 'its first one lost, as two records may have'],
    ['例贷', 'its first one lost, and too little left'],
    ['样倒社', 'a name of its own that belongs to nobody'],
    ['样例', 'a name of its own'],
    ['', 'nothing read'],
  ])('is not known by %s: %s', (read) => {
    expect(behind(read)).toBeNull();
  });

  it('is known without its first character, when enough is left and no other name ends so', () => {
    expect(createMisreadNames(named('north-bank', '北山银行'), [])('山银行')).toBe('north-bank');
  });

  it('is nobody’s when it may be that of two records', () => {
    const two = createMisreadNames(NAMES, [
      { written: '北', read: '比' },
      { written: '南', read: '比' },
    ]);
    expect(two('比山银行')).toBeNull();
  });
});

describe('by the records', () => {
  const { misreadings, bySignature } = recordedRegistry();

  it('no listed name is the misreading of another', () => {
    for (const name of ['招商银行', '浙商银行', '中信银行', '中原银行']) {
      expect(bySignature(name)).not.toEqual([]);
      expect(misreadings.nameBehind(name)).toBeNull();
    }
  });

  it.each([
    '中关银行',
    '中山银行',
    '中天银行',
    '华厦村镇',
    '兴农银行',
    '光华银行',
    '京北金融',
    '东方白条',
    '花店',
    '花呀',
    '信用',
  ])('an institution that is not listed stays so, however near its name: %s', (name) => {
    expect(misreadings.nameBehind(name)).toBeNull();
  });
});
