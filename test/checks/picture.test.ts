import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import type { Verdict } from '../../src/verdict/types.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();

const typed = (text: string): Verdict => checkNotice({ text }, registry).gravest;
const pictured = (text: string, ...codes: string[]): Verdict => checkNotice({ text, picture: { codes } }, registry).gravest;
const idsOf = ({ findings }: Verdict): string[] => findings.map(({ id }) => id);
const linksOf = (verdict: Verdict): string[] => idsOf(verdict).filter((id) => id.startsWith('link.'));

describe('a link that was read from a picture', () => {
  it('is never called official, however it reads', () => {
    const text = '【京东金融】账单已出，请登录 jr.jd.com 查看，客服95118。';
    expect(idsOf(typed(text))).toContain('link.official');
    expect(linksOf(pictured(text))).toEqual(['link.read-like-official']);
    expect(pictured(text)).toMatchObject({ verdict: 'unverified', decidedBy: 'picture-of-a-link', ask: 'copied_text' });
  });

  it.each([
    ['www.1cbc.com.cn', 'one letter for another that looks like it'],
    ['www.icbo.com.cn', 'one letter misread'],
    ['www.icc.com.cn', 'one letter lost'],
    ['wwwicbc.com.cn', 'the dot behind www lost'],
    ['www.icbc.com', 'the end of the line lost'],
  ])('is not held to be an imitation when a slip of the reader explains it: %s (%s)', (host) => {
    expect(linksOf(pictured(`【工商银行】账单已出，请登录 ${host} 查看。`))).toEqual(['link.read-like-official']);
  });

  it.each(['jd-huankuan.top', 'jr.jd.com.hk-zx.cc', 'www.icbc-rz.com'])(
    'is an imitation when no slip of the reader explains it: %s',
    (host) => {
      const claim = host.includes('icbc') ? '工商银行' : '京东金融';
      const text = `【${claim}】账单已出，请登录 ${host} 查看。`;
      expect(linksOf(pictured(text))).toEqual(linksOf(typed(text)));
      expect(['scam', 'suspicious']).toContain(pictured(text).verdict);
    },
  );

  it('counts as another suffix alone when look-alike letters stand under one', () => {
    expect(linksOf(typed('【度小满】账单见 duxia0man.net'))).toContain('link.lookalike.confusable');
    expect(linksOf(pictured('【度小满】账单见 duxia0man.net'))).toContain('link.lookalike.other-suffix');
  });

  it('may be an official one of somebody else, which is not called that either', () => {
    expect(linksOf(pictured('【招商银行】账单见 jr.jd.com'))).toEqual(['link.read-like-official']);
    expect(linksOf(pictured('【招商银行】详见 www.kexian.gov.cn'))).toEqual(['link.read-like-official']);
  });

  it('is not said to hide because the reader set a space into it or took a dot for another sign', () => {
    const text = '【样例金融】请登录 w ww. huodong-anpai .com 办理';
    expect(linksOf(typed(text))).toContain('link.hidden-address');
    expect(linksOf(pictured(text))).not.toContain('link.hidden-address');
  });

  it('makes no accusation when the host is a misread report of a fake', () => {
    expect(linksOf(pictured('【美团】账单见 meituan-p.cn'))).toContain('link.reported-fake');
  });
});

describe('a picture without a link', () => {
  it('is as good as a text when its numbers are the platform’s own', () => {
    expect(pictured('【工商银行】您的账单已出，请致电95588。')).toMatchObject({
      verdict: 'consistent',
      decidedBy: 'leads-only-to-the-claimed',
    });
  });

  it('is not, when the remains of a link look like the platform’s own', () => {
    const verdict = pictured('【工商银行】您的账单已出，请登录 www icbc com cn 查看，客服95588。');
    expect(linksOf(verdict)).toEqual(['link.read-like-official']);
    expect(verdict).toMatchObject({ verdict: 'unverified', decidedBy: 'picture-of-a-link' });
  });

  it('is judged by its lure when the remains of a link are nobody’s', () => {
    const text = '您的贷款已逾期，今日不处理将上报征信，点击 hk-clexample 还款';
    expect(pictured(text)).toMatchObject({ verdict: 'suspicious', decidedBy: 'lure-to-unknown-door' });
    expect(pictured(`【工商银行】${text.replace('hk-clexample', 'icbccomcn')}`).decidedBy).not.toBe('lure-to-unknown-door');
  });

  it.each([
    '【工商银行】您的账单已出，请点击链接查看，客服95588。',
    '【工商银行】您的账单已出，请打开 zhangdan/a8K2 查看，客服95588。',
    '【工商银行】您的账单已出，请登录 zhangdan com 查看，客服95588。',
  ])('is not, when it seems to hold one that could not be read: %s', (text) => {
    expect(idsOf(pictured(text))).toContain('link.unread');
    expect(pictured(text)).toMatchObject({ verdict: 'unverified', ask: 'copied_text' });
    expect(idsOf(typed(text))).not.toContain('link.unread');
  });

  it('is read although its words were misread', () => {
    const text = '【京东金融】您的借款已傅期12天，请加专员微信 lizi8866 处理减兔';
    expect(idsOf(pictured(text))).toContain('lure.private-contact');
    expect(pictured(text).conduct.map(({ topic }) => topic)).toEqual(
      typed(text.replace('傅', '逾').replace('兔', '免')).conduct.map(({ topic }) => topic),
    );
  });
});

describe('a signature that was misread in a picture', () => {
  const text = '【花叨】您本期账单1,200.00元已逾期，请尽快还款。';

  it('is answered as the platform that it likely is, with the name as it was read', () => {
    expect(pictured(text).claim).toMatchObject({ platform: { id: 'huabei' }, basis: 'misread_signature' });
    const { start = 0, end = 0 } = pictured(text).claim?.span ?? {};
    expect(text.slice(start, end)).toBe('花叨');
  });

  it('is nobody’s in a text that was typed', () => {
    expect(typed(text).claim).toBeNull();
  });

  it('is nobody’s inside a text', () => {
    expect(pictured('今天听人说起一家店【花叨】，你知道吗').claim).toBeNull();
  });

  it('gives way to who the text says it is', () => {
    expect(pictured('【花叨】您好，我是招商银行客服，您的账单已出。').claim).toMatchObject({
      platform: { id: 'cmb' },
      basis: 'self_introduction',
    });
  });

  it('counts more than a name in passing', () => {
    expect(pictured('【花叨】您的账单已逾期，今天之内没有还清的话会有影响，也可以到微信里还款。').claim?.platform.id).toBe(
      'huabei',
    );
  });

  it('never makes a message consistent: its words are asked for', () => {
    const own = text.replace('请尽快还款', '客服95188');
    expect(pictured(own.replace('叨', '呗'))).toMatchObject({ verdict: 'consistent' });
    expect(pictured(own)).toMatchObject({ verdict: 'unverified', ask: 'copied_text' });
  });

  it.each(['详询4008000000', '详见 https://huabei-hk.example', '客服95588', '加微信 lizi8866 处理'])(
    'accuses nobody: what is found is what a name that nobody knows gives, with %s',
    (door) => {
      const found = idsOf(pictured(text.replace('请尽快还款', door)));
      expect(found).toEqual(idsOf(pictured(text.replace('花叨', '某某').replace('请尽快还款', door))));
    },
  );
});

describe('a QR code beside a text', () => {
  it('that pays a person is a lure, and breaks the rules of collection', () => {
    const verdict = pictured('【京东金融】您的借款已逾期12天，请尽快处理。', 'wxp://f2f0example');
    expect(idsOf(verdict)).toContain('lure.payment-code');
    expect(verdict.verdict).toBe('suspicious');
    expect(verdict.conduct.map(({ topic }) => topic)).toContain('private_payment');
  });

  it('that adds a person is a lure', () => {
    expect(idsOf(pictured('【京东金融】您的借款已逾期12天，请尽快处理。', 'https://u.wechat.com/example'))).toContain(
      'lure.contact-code',
    );
  });

  it('is held against the records exactly, letter by letter', () => {
    const text = '【度小满】您的账单已出，请扫码查看。';
    expect(linksOf(pictured(text, 'https://duxia0man.com/a'))).toContain('link.lookalike.confusable');
    expect(pictured(text, 'https://duxia0man.com/a').verdict).toBe('scam');
    expect(linksOf(pictured(text, 'https://www.duxiaoman.com/a'))).toEqual(['link.official']);
  });

  it('does not confirm a message, even when it leads to the platform itself', () => {
    expect(pictured('【京东金融】您的账单已出，客服95118。', 'https://jr.jd.com/a')).toMatchObject({
      verdict: 'unverified',
      decidedBy: 'picture-of-a-code',
    });
  });

  it('that holds anything else says nothing', () => {
    const verdict = pictured('【京东金融】您的账单已出，客服95118。', '会员号 0012');
    expect(linksOf(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('unverified');
  });
});
