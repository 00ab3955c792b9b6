import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/notice/types.js';
import { hostsIn, misread, readOne } from './plan.js';

/** The only link of a text. */
function linkIn(text: string): Link {
  const { links } = readOne(text);
  if (links.length !== 1 || !links[0]) throw new Error(`${links.length} links in ${text}`);
  return links[0];
}

const writtenIn = (text: string): string => {
  const { span } = linkIn(text);
  return text.slice(span.start, span.end);
};

describe('addresses', () => {
  it('end where Chinese begins, on either side, and leave the punctuation to the sentence', () => {
    expect(writtenIn('请打开https://m.jzyp.cc/pay?id=8逾期停用')).toBe('https://m.jzyp.cc/pay?id=8');
    expect(writtenIn('请打开m.jzyp.cc。逾期停用')).toBe('m.jzyp.cc');
    expect(writtenIn('官网www.jzyp.com/login有误')).toBe('www.jzyp.com/login');
    expect(writtenIn('（https://jzyp.top/a）')).toBe('https://jzyp.top/a');
    expect(writtenIn('见 https://jzyp.top/a(b)，谢谢')).toBe('https://jzyp.top/a(b)');
    expect(writtenIn('【http://jzyp.top/a】')).toBe('http://jzyp.top/a');
    expect(writtenIn('看 http://jzyp.top/x？真的吗')).toBe('http://jzyp.top/x');
    expect(writtenIn('http://jzyp.top/x。Please click')).toBe('http://jzyp.top/x');
  });

  it('are read with scheme, port and path', () => {
    expect(linkIn('http://pay.jzyp.com.cn:8443/a/B?x=1#z 查看')).toMatchObject({
      scheme: 'http',
      host: 'pay.jzyp.com.cn',
      domain: 'jzyp.com.cn',
      port: '8443',
      path: '/a/b?x=1#z',
      disguises: [],
    });
    expect(linkIn('登录jzyp.com')).toMatchObject({ scheme: null, port: null, path: '' });
  });

  it('are found one by one, each host and path once', () => {
    expect(
      misread(
        [
          ['http://a1.jzyp.cc/\nhttp://a2.jzyp.cc/', ['a1.jzyp.cc', 'a2.jzyp.cc']],
          ['www.jzyp.top,www.jzyp.vip;任选', ['www.jzyp.top', 'www.jzyp.vip']],
          ['https://jzyp.top/a,http://jzyq.top/b', ['jzyp.top', 'jzyq.top']],
          ['www.jzyp.com或www.jzyp.com', ['www.jzyp.com']],
          ['www.jzyp.comwww.jzyq.com', ['www.jzyp.com', 'www.jzyq.com']],
          ['www.jzyp.com。www.jzyq.com', ['www.jzyp.com', 'www.jzyq.com']],
          ['http://jzyp.com/xhttp://jzyq.cc/y', ['jzyp.com', 'jzyq.cc']],
          ['jzyp.com、jzyq.cn', ['jzyp.com', 'jzyq.cn']],
        ],
        hostsIn,
      ),
    ).toEqual([]);
    expect(hostsIn('jzyp.top/a jzyp.top/b')).toEqual(['jzyp.top', 'jzyp.top']);
  });

  it('lose words that are glued to their end or their start', () => {
    expect(
      misread(
        [
          ['www.jzyp.com95588', ['www.jzyp.com']],
          ['jzyp.comAPP下载', ['jzyp.com']],
          ['wap.jzyp.ccyeo', ['wap.jzyp.cc']],
          ['APPwww.jzyp.com', ['www.jzyp.com']],
          ['APPhttp://jzyp.com', ['jzyp.com']],
          ['wwww.jzyp.com', ['wwww.jzyp.com']],
          ['jzyswap.com.cn', ['jzyswap.com.cn']],
        ],
        hostsIn,
      ),
    ).toEqual([]);
  });

  it('may have numbers for labels', () => {
    expect(hostsIn('3.cn的短链、10010.com、58.com')).toEqual(['3.cn', '10010.com', '58.com']);
  });
});

describe('disguised addresses', () => {
  it.each([
    ['jzyp[.]top/a', 'jzyp.top', 'spelled_dot'],
    ['hb(点)jzyp（点）vip', 'hb.jzyp.vip', 'spelled_dot'],
    ['m。jzyp。top', 'm.jzyp.top', 'spelled_dot'],
    ['hb·jzyp·vip', 'hb.jzyp.vip', 'spelled_dot'],
    ['hb点jzyp点vip', 'hb.jzyp.vip', 'spelled_dot'],
    ['jzyp dot com', 'jzyp.com', 'spelled_dot'],
    ['jzyp[dot]com', 'jzyp.com', 'spelled_dot'],
    ['www,jzyp,com', 'www.jzyp.com', 'spelled_dot'],
    ['w ww .jz yp .c om', 'www.jzyp.com', 'spaced'],
    ['w w w . j z y p . c o m', 'www.jzyp.com', 'spaced'],
    ['jzyp .com', 'jzyp.com', 'spaced'],
    ['http:// jzyp.cc / a', 'jzyp.cc', 'spaced'],
    ['h t t p : / / jz yp . c c', 'jzyp.cc', 'spaced'],
    ['hxxps://jzyp.top/a', 'jzyp.top', 'masked_scheme'],
    ['h**p://jzyp.top/a', 'jzyp.top', 'masked_scheme'],
    ['ｗｗｗ．ｊｚｙｐ－ｈｋ．ｃｏｍ', 'www.jzyp-hk.com', 'full_width'],
    ['jz\u200byp\u2060.t\u00adop', 'jzyp.top', 'invisible_characters'],
    ['https://www.jzyp.com@198.51.100.23/a', '198.51.100.23', 'userinfo'],
    ['http://0xCB00711D/a', '203.0.113.29', 'encoded_ip'],
  ])('%s leads to %s', (text, host, disguise) => {
    const link = linkIn(`请打开${text}查看`);
    expect(link.host).toBe(host);
    expect(link.disguises).toContain(disguise);
  });

  it('give up neither their path nor their place', () => {
    const text = '请打开hxxps://jzyp[.]top/a/b查看';
    expect(linkIn(text)).toMatchObject({ scheme: 'https', path: '/a/b' });
    expect(writtenIn(text)).toBe('hxxps://jzyp[.]top/a/b');
  });

  it('keep what the reader was meant to see before the @', () => {
    expect(linkIn('https://www.jzyp.com@198.51.100.23/a').userinfo).toBe('www.jzyp.com');
    expect(linkIn('http://user:pass@jzyp.cc:8443/a')).toMatchObject({ host: 'jzyp.cc', port: '8443', userinfo: 'user:pass' });
    expect(linkIn('www.jzyp.com@198.51.100.23/a')).toMatchObject({ host: '198.51.100.23', userinfo: 'www.jzyp.com' });
  });

  it('show letters of other scripts, and go where a browser would go', () => {
    expect(linkIn('登录www.jzуp.com')).toMatchObject({
      host: 'www.xn--jzp-efd.com',
      hostUnicode: 'www.jzуp.com',
      mixedScript: true,
    });
    expect(linkIn('登录jzýp.com')).toMatchObject({ hostUnicode: 'jzýp.com', mixedScript: false });
    // A stroke through a letter is not the letter: this is not jzyp.com.
    expect(linkIn('登录jzy\u0336p.com').host).not.toBe('jzyp.com');
  });

  it('may have Chinese labels behind a scheme or www', () => {
    expect(linkIn('请点http://建账样例.com/a办理').hostUnicode).toBe('建账样例.com');
    expect(linkIn('请登录www.建账样例.com/a查询')).toMatchObject({ hostUnicode: 'www.建账样例.com', path: '/a' });
    expect(hostsIn('请点击http://后面的链接')).toEqual([]);
  });

  it('may be an address of IPv6', () => {
    expect(linkIn('http://[2001:db8::1]:8080/a')).toMatchObject({ host: '2001:db8::1', isIp: true, port: '8080', disguises: [] });
  });

  it('carry another address in their query', () => {
    expect(linkIn('https://jzyp.top/go?goto=https://www.jzyq.com/a').carries).toBe('www.jzyq.com');
    expect(linkIn('https://jzyp.top/go?u=https%253A%252F%252Fwww.jzyq.com').carries).toBe('www.jzyq.com');
    expect(linkIn('https://jzyp.top/go?redirect=jzyq.com').carries).toBe('jzyq.com');
    expect(linkIn('https://jzyp.top/go?from=sms').carries).toBeNull();
  });

  it('offer files that install apps', () => {
    expect(linkIn('http://jzyp.top/hf.apk?t=1').isInstaller).toBe(true);
    expect(linkIn('http://jzyp.top/apk/help').isInstaller).toBe(false);
  });
});

describe('deep links', () => {
  it('stand apart from links', () => {
    const text = '点 alipays://platformapi/startapp?appId=2021 或 openapp.jzmobile://virtual?a=1 打开';
    const { links, deepLinks } = readOne(text);
    expect(links).toEqual([]);
    expect(deepLinks.map(({ scheme, span }) => [scheme, text.slice(span.start, span.end)])).toEqual([
      ['alipays', 'alipays://platformapi/startapp?appId=2021'],
      ['openapp.jzmobile', 'openapp.jzmobile://virtual?a=1'],
    ]);
  });

  it('do not hide the site that they carry', () => {
    expect(hostsIn('alipays://platformapi/startapp?url=https%3A%2F%2Fjzyp.top%2Fa')).toEqual(['jzyp.top']);
  });
});

describe('what only looks like an address', () => {
  it.each([
    '发邮件到 service@jzyp.com 咨询',
    '年利率3.85%,LPR为3.0%',
    '版本5.12.0,大小86.4MB',
    '客服时间9.00-18.00,周末休',
    '金额2203.00元',
    '日期2026.01.02',
    'e.g. 例如,etc.',
    '请安装kefu-a.apk后登录',
    '打开a.txt和readme.md',
    '客服微信号zl.kf.0918',
    '微信号zl.kf.me',
    '1.vip客户 2.me',
    'I like it.so what',
    '他在v2ex上看的',
    '明天a.m.开会，U.S.A',
    'Dr.wang和mr.li',
    '服务器203.0.113.7',
    'http://***/abc',
    'www.****.com',
    'http://jz**.com',
    '早上8点to晚上',
    '我用iPhone。App很好',
    'gov.cn',
    'hello. how are you',
    'http://0',
  ])('%s', (text) => {
    expect(hostsIn(text)).toEqual([]);
  });
});
