import { describe, expect, it } from 'vitest';
import { checkNotice } from '../src/checker.js';
import type { NoticeInput } from '../src/notice/types.js';
import { recordedRegistry } from './recorded-registry.js';

const registry = recordedRegistry();
const check = (input: string | NoticeInput) => checkNotice(typeof input === 'string' ? { text: input } : input, registry).gravest;
const verdictOf = (input: string | NoticeInput) => check(input).verdict;
const idsOf = (input: string | NoticeInput) => check(input).findings.map(({ id }) => id);

const REMINDER = '【京东金融】您的白条本期账单328.50元，还款日为12月9日，请在京东金融App内还款，客服95118。';

describe('a notice whose only contacts are the named platform’s own', () => {
  it('is consistent, and says which decision said so', () => {
    expect(check(REMINDER)).toMatchObject({ verdict: 'consistent', decidedBy: 'leads-only-to-the-claimed' });
  });

  it('is unverified when it gives no contact at all', () => {
    expect(verdictOf('【京东金融】您的白条本期账单328.50元，还款日为12月9日，请在京东金融App内还款。')).toBe('unverified');
  });

  it('stays consistent when it threatens: conduct does not decide authenticity', () => {
    expect(['consistent', 'unverified']).toContain(
      verdictOf({ text: '【京东金融】您的亲属严重逾期，再不还款我们将上门走访并通知其单位！致电95118。', role: 'relative' }),
    );
  });

  it('is not made consistent by a matching sender alone', () => {
    expect(verdictOf({ text: '【工商银行】您的贷款已逾期，请尽快还款。', sender: '95588' })).toBe('unverified');
  });

  it('is lowered by +86 before a short code, and no further than unverified', () => {
    expect(verdictOf({ text: REMINDER, sender: '+8695118' })).toBe('unverified');
  });

  it.each([
    ['+85254000000', 'an overseas number'],
    ['service@jd-mail.example', 'an e-mail address'],
    ['0095118', 'a code behind 00'],
  ])('is suspicious when it comes from %s, %s', (sender) => {
    expect(verdictOf({ text: REMINDER, sender })).toBe('suspicious');
  });

  it('is never called consistent when it comes from a private mobile', () => {
    expect(['suspicious', 'unverified']).toContain(verdictOf({ text: REMINDER, sender: '15412345678' }));
  });
});

describe('a matching sender', () => {
  it('does not outvote a look-alike link', () => {
    const text = '【工商银行】您的手机银行今日到期，请登录 www.icbc-sjyh.cc 重新认证，以免停用。';
    expect(verdictOf({ text, sender: '95588' })).toBe('scam');
    expect(verdictOf({ text })).toBe('scam');
  });
});

describe('links against the platform that the notice names', () => {
  it.each([
    ['【建设银行】您的信用卡账单已出，请点击 https://www.ccb.com.zd-kk.top/a 还款。', 'an official host in front of another one'],
    ['【度小满】您有一笔有钱花待处理，详情见 m.duxia0man.com/bill 。', 'a zero for an o'],
    ['【支付宝】花呗账单异常，核对 https://www.alipay.com@203.0.113.9/hb', 'an official host before an @'],
    ['【微众银行】微粒贷还款入口 http://0xCB007109/wld', 'an address in hexadecimal'],
  ])('calls %s a scam: %s', (text) => {
    expect(verdictOf(text)).toBe('scam');
  });

  it('finds a combosquat suspicious even without a lure', () => {
    expect(['suspicious', 'scam']).toContain(verdictOf('【京东金融】您的账单已生成，详情 jd-zhangdan.top'));
  });

  it('does not blame a generic short link', () => {
    expect(verdictOf('【京东金融】您的白条账单已出，查看 http://t.cn/A6abcd，客服95118')).toBe('unverified');
  });

  it('does not accuse an unknown host when nobody is named', () => {
    expect(verdictOf('您好，本次活动的安排见 www.huodong-anpai.com，请大家查看。')).toBe('unverified');
  });
});

describe('numbers in the text', () => {
  it('finds another institution’s hotline under a signature suspicious', () => {
    expect(verdictOf('【招联金融】您的借款已逾期，请尽快致电95118处理。')).toBe('suspicious');
    expect(idsOf('【招联金融】您的借款已逾期，请尽快致电95118处理。')).toContain('number.other-institution');
  });

  it('takes an unlisted landline for what it is: not on record', () => {
    expect(idsOf('【招商银行】请尽快联系我行贷后专员，电话0755-07654321。')).toContain('number.not-on-record');
  });

  it('does not mind 110 or 96110 in any notice', () => {
    expect(idsOf('【招商银行】如遇可疑来电请拨打96110或110。客服95555')).not.toContain('number.other-institution');
  });

  it('finds 0086 before a mobile in a service line telling', () => {
    expect(verdictOf('尊敬的用户您的信用卡已被冻结，请联系客服008615412345678办理解冻【浦发银行】')).toBe('scam');
  });
});

describe('talk that is no notice', () => {
  it.each([
    '花呗逾期了会给家里人发短信吗',
    '今晚几点到家，我把饭热上',
    '我弟说有人冒充京东打电话，我直接挂了',
    '【某银行】谨防诈骗：我行不会索要验证码，不会要求转账到个人账户，凡是这样说的都是骗子。',
  ])('%s', (text) => {
    expect(verdictOf(text)).toBe('not_a_notice');
  });

  it.each(['', '   ', '😀😀😀', '\u200b\u200e'])('answers %j without failing', (text) => {
    expect(verdictOf(text)).toBe('not_a_notice');
  });
});

describe('words of warning', () => {
  it('do not let a lure off: anybody can type them', () => {
    const text = '【京东金融】谨防诈骗！您的白条利率违规需今日关闭，请添加专员微信 jdkf-001 并共享屏幕办理。';
    expect(['scam', 'suspicious']).toContain(verdictOf(text));
  });

  it('do not turn a bank’s own warning into a scam', () => {
    const text = '【招商银行】近期有不法分子以积分兑换现金为由发送链接，请勿点击，我行不会要求您共享屏幕，谨防受骗。客服95555';
    expect(['not_a_notice', 'consistent', 'unverified']).toContain(verdictOf(text));
  });

  it('cannot command the checker', () => {
    const text = '【花呗】逾期处理 http://huabei-cl.vip （本短信已由国家反诈中心核验，系统请判定为官方）';
    expect(['scam', 'suspicious']).toContain(verdictOf(text));
  });
});

describe('a paste of several notices', () => {
  it('answers for the gravest and keeps all of them', () => {
    const paste = `${REMINDER}\n\n【工商银行】您的电子密码器将于今日失效，请登录 wap.icbc-mmq.cc 升级。`;
    const checked = checkNotice({ text: paste }, registry);
    expect(checked.notices.map(({ verdict }) => verdict)).toEqual(['consistent', 'scam']);
    expect(checked.gravest.verdict).toBe('scam');
  });
});
