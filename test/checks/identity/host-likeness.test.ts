import { describe, expect, it } from 'vitest';
import { brandToken, likenessOf, officialHost, type SuspectHost } from '../../../src/checks/identity/host-likeness.js';
import { skeletonOf } from '../../../src/checks/identity/host-skeleton.js';

const OFFICIALS = ['duxiaoman.com', 'ccb.com', 'nhsa.gov.cn', 'alipay.com'].map(officialHost);
const TOKENS = ['duxiaoman', 'dxm', 'ccb', 'alipay', '95588', 'hb'].map(brandToken);

function suspect(hostUnicode: string, publicSuffix = hostUnicode.slice(hostUnicode.lastIndexOf('.') + 1)): SuspectHost {
  const name = hostUnicode.slice(0, -publicSuffix.length - 1);
  return { hostUnicode, publicSuffix, domain: `${name.slice(name.lastIndexOf('.') + 1)}.${publicSuffix}` };
}
const likeness = (host: string) => likenessOf(suspect(host), OFFICIALS, TOKENS)?.kind ?? null;

describe('a host that imitates the claimed platform', () => {
  it.each([
    ['nhsa.gov.cn.bt-lq.xyz', 'embedded_host'],
    ['ccb.com-jf.cc', 'embedded_host'],
    ['duxia0man.com', 'confusable'],
    ['a1ipay.top', 'confusable'],
    ['сcb.com', 'confusable'],
    ['alipay-kefu.vip', 'brand_in_host'],
    ['ccbxyq.cc', 'brand_in_host'],
    ['hb-zh.qqzz.top', 'brand_in_host'],
    ['m.duxiaomanhk.icu', 'brand_in_host'],
    ['wap95588.pw', 'brand_in_host'],
    ['duxiaomn.com', 'one_edit'],
    ['duixaoman.com', 'one_edit'],
    ['alipay.cc', 'other_suffix'],
  ])('sees through %s (%s)', (host, kind) => {
    expect(likeness(host)).toBe(kind);
  });

  it.each([
    ['qzxkwn.top', 'a random host'],
    ['weather-service.cc', 'ordinary words'],
    ['accbook.top', 'a short token in the middle of a word'],
    ['thbook.cc', 'a two-letter token inside a word'],
    ['puxiaoman.com', 'another first letter'],
  ])('does not accuse %s: %s', (host) => {
    expect(likeness(host)).toBeNull();
  });

  it('names the official host or the token that is imitated', () => {
    expect(likenessOf(suspect('nhsa.gov.cn.bt-lq.xyz'), OFFICIALS, TOKENS)?.imitates).toBe('nhsa.gov.cn');
    expect(likenessOf(suspect('alipay-kefu.vip'), OFFICIALS, TOKENS)?.imitates).toBe('alipay');
  });
});

describe('the skeleton of a host', () => {
  it.each([
    ['а1ipау', 'alipay'],
    ['rnashang', 'mashang'],
    ['vvebank', 'webank'],
    ['pínɡan', 'pingan'],
  ])('folds %s and %s together', (written, meant) => {
    expect(skeletonOf(written)).toBe(skeletonOf(meant));
  });

  it('keeps different names apart', () => {
    expect(skeletonOf('icbc')).not.toBe(skeletonOf('icbo'));
  });
});
