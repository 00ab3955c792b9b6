import { describe, expect, it } from 'vitest';
import { parseHost } from '../../src/notice/hosts.js';

describe('a host', () => {
  it('is taken apart by the Public Suffix List, private registries ignored', () => {
    expect(parseHost('pay.jzyp.com.cn')).toMatchObject({ domain: 'jzyp.com.cn', publicSuffix: 'com.cn', knownSuffix: true });
    expect(parseHost('jzyp.github.io')).toMatchObject({ domain: 'github.io', publicSuffix: 'io' });
    expect(parseHost('www.gov.cn')).toMatchObject({ domain: 'www.gov.cn', publicSuffix: 'gov.cn' });
  });

  it('has no domain when it is a suffix itself', () => {
    expect(parseHost('com.cn')).toMatchObject({ domain: null, publicSuffix: 'com.cn' });
  });

  it('is lower case punycode, without the dot at its end', () => {
    expect(parseHost('WWW.Jzyp.COM.')?.host).toBe('www.jzyp.com');
    expect(parseHost('建行.公司')).toMatchObject({ host: 'xn--b0tt33g.xn--55qx5d', hostUnicode: '建行.公司', knownSuffix: true });
  });

  it.each(['203.0.113.29', '0xCB00711D', '3405803805', '0313.0.0161.035', '0xcb.0.0x71.0x1d'])(
    'reads %s as one address',
    (written) => {
      expect(parseHost(written)).toMatchObject({ host: '203.0.113.29', isIp: true, domain: null, publicSuffix: null });
    },
  );

  it('shows Cyrillic and Greek letters among Latin ones', () => {
    expect(parseHost('www.сcb.com')).toMatchObject({ host: 'www.xn--cb-nmc.com', hostUnicode: 'www.сcb.com', mixedScript: true });
    expect(parseHost('αlipay.com')?.mixedScript).toBe(true);
  });

  it('does not call a label mixed that is all of one script, or Chinese beside Latin', () => {
    expect(parseHost('аррӏе.com')?.mixedScript).toBe(false);
    expect(parseHost('京东jd.com')?.mixedScript).toBe(false);
    expect(parseHost('jzyp.com')?.mixedScript).toBe(false);
  });

  it('knows which suffixes nobody can register under, and keeps .example for examples', () => {
    expect(parseHost('kefu-a.apk')?.knownSuffix).toBe(false);
    expect(parseHost('pay.jzyp.example')).toMatchObject({ knownSuffix: true, domain: 'jzyp.example' });
  });

  it.each(['', '.', 'a..com', 'a b.com', '256.1.1.1', 'xn--zzzzzz.com', `${'a'.repeat(64)}.com`, `${'a.'.repeat(130)}com`])(
    'is none in %j',
    (written) => {
      expect(parseHost(written)).toBeNull();
    },
  );
});
