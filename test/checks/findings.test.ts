import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import { foldText } from '../../src/notice/fold.js';
import type { NoticeInput } from '../../src/notice/types.js';
import type { Contact } from '../../src/registry/types.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();

interface Case {
  readonly id: string;
  /** Notices that it is found in. */
  readonly found: readonly NoticeInput[];
  /** Their nearest neighbours, in which it is not. */
  readonly not: readonly NoticeInput[];
}

const text = (words: string, sender?: string): NoticeInput => ({ text: words, sender });

const CASES: readonly Case[] = [
  {
    id: 'link.official',
    found: [text('【京东金融】账单见 https://jr.jd.com/a')],
    not: [text('【招商银行】账单见 https://jr.jd.com/a')],
  },
  {
    id: 'link.other-platform',
    found: [text('【招商银行】账单见 https://jr.jd.com/a')],
    not: [text('【京东金融】账单见 https://jr.jd.com/a')],
  },
  { id: 'link.generic-shortener', found: [text('【招商银行】账单见 t.cn/A6ab')], not: [text('【招商银行】账单见 cmbchina.com')] },
  {
    id: 'link.restricted-suffix',
    found: [text('【招商银行】详见 www.kexian-gov.gov.cn')],
    not: [text('【招商银行】详见 www.gov.cn-kexian.com')],
  },
  {
    id: 'link.not-on-record',
    found: [text('您好，活动安排见 www.huodong-anpai.com')],
    not: [text('【招商银行】活动安排见 www.huodong-anpai.com')],
  },
  {
    id: 'link.not-the-platforms',
    found: [text('【招商银行】活动安排见 www.huodong-anpai.com')],
    not: [text('您好，活动安排见 www.huodong-anpai.com'), text('【招商银行】活动安排见 www.cmbchina.com')],
  },
  {
    id: 'link.not-the-platforms-throwaway',
    found: [text('【招商银行】账单见 www.zhangdan-cx.top')],
    not: [text('【招商银行】账单见 www.zhangdan-cx.com'), text('账单见 www.zhangdan-cx.top')],
  },
  { id: 'link.throwaway-suffix', found: [text('账单见 www.zhangdan-cx.top')], not: [text('账单见 www.zhangdan-cx.com')] },
  {
    id: 'link.lookalike.brand-in-host',
    found: [text('【京东金融】账单见 jd-zhangdan.com')],
    not: [text('【招商银行】账单见 jd-zhangdan.com'), text('【京东金融】账单见 hjdzd.com')],
  },
  {
    id: 'link.lookalike.confusable',
    found: [text('【度小满】账单见 duxia0man.com')],
    not: [text('【度小满】账单见 duxiaoman.com')],
  },
  {
    id: 'link.lookalike.embedded-host',
    found: [text('【建设银行】账单见 www.ccb.com.zd-cx.com')],
    not: [text('【建设银行】账单见 www.ccb.com')],
  },
  {
    id: 'link.lookalike.other-suffix',
    found: [text('【度小满】账单见 duxiaoman.net')],
    not: [text('【度小满】账单见 duxiaoman.com')],
  },
  { id: 'link.ip-address', found: [text('账单见 http://203.0.113.9:8080/a')], not: [text('版本 203.0.113 已发布')] },
  { id: 'link.encoded-ip', found: [text('账单见 http://0xCB007109/a')], not: [text('账单见 http://203.0.113.9/a')] },
  { id: 'link.userinfo', found: [text('账单见 https://www.alipay.com@zd-cx.com/a')], not: [text('请发邮件到 kefu@zd-cx.com')] },
  { id: 'link.mixed-script', found: [text('账单见 https://www.сcb.com/')], not: [text('账单见 https://www.ccb.com/')] },
  { id: 'link.hidden-address', found: [text('账单见 zd点cx点com')], not: [text('账单见 zd.cx.com')] },
  {
    id: 'link.installer',
    found: [text('请下载 http://www.zd-cx.com/a.apk')],
    not: [text('请下载 http://www.zd-cx.com/a.pdf')],
  },
  {
    id: 'link.carries-another',
    found: [text('【支付宝】核对 https://www.alipay.com/go?to=http://zd-cx.com/a')],
    not: [text('【支付宝】核对 https://www.alipay.com/go?to=https://www.alipay.com/a')],
  },
  { id: 'number.official', found: [text('【招商银行】客服95555')], not: [text('【招商银行】客服95588')] },
  {
    id: 'number.other-institution',
    found: [text('【招商银行】您的贷款已逾期，请致电95588')],
    not: [text('【招商银行】您的贷款已逾期，请致电95555'), text('您的贷款已逾期，请致电95588')],
  },
  { id: 'number.public-line', found: [text('【招商银行】谨防受骗，报警请拨110')], not: [text('【招商银行】客服95555')] },
  {
    id: 'number.not-the-platforms',
    found: [text('【招商银行】您的贷款已逾期，请致电4000-000-771')],
    not: [text('【招商银行】您的贷款已逾期，请致电0755-07654321')],
  },
  { id: 'number.not-on-record', found: [text('【招商银行】请致电0755-07654321')], not: [text('【招商银行】请致电95555')] },
  { id: 'number.overseas', found: [text('【招商银行】请致电+85254000000')], not: [text('【招商银行】请致电95555')] },
  {
    id: 'number.dressed-up-mobile',
    found: [text('【招商银行】请致电客服008615412345678')],
    not: [text('【招商银行】客户经理15412345678')],
  },
  {
    id: 'number.mobile-as-service-line',
    found: [text('【招商银行】请致电客服15412345678')],
    not: [text('请致电客服15412345678')],
  },
  { id: 'sender.not-given', found: [text('【招商银行】您的账单已出')], not: [text('【招商银行】您的账单已出', '95555')] },
  { id: 'sender.listed', found: [text('【招商银行】您的账单已出', '95555')], not: [text('【招商银行】您的账单已出', '95588')] },
  {
    id: 'sender.other-institution',
    found: [text('【招商银行】您的账单已出', '95588')],
    not: [text('【招商银行】您的账单已出', '95555'), text('【国家反诈中心】请勿转账', '10086')],
  },
  {
    id: 'sender.sms-port',
    found: [text('【招商银行】您的账单已出', '10690000123456')],
    not: [text('【招商银行】您的账单已出', '95555')],
  },
  {
    id: 'sender.overseas',
    found: [text('【招商银行】您的账单已出', '+85254000000')],
    not: [text('【招商银行】您的账单已出', '95555')],
  },
  {
    id: 'sender.email',
    found: [text('【招商银行】您的账单已出', 'a@cmb-mail.example')],
    not: [text('【招商银行】您的账单已出', '95555')],
  },
  {
    id: 'sender.spoofed-prefix',
    found: [text('【招商银行】您的账单已出', '0095555')],
    not: [text('【招商银行】您的账单已出', '+8695555')],
  },
  {
    id: 'sender.plus-86-before-code',
    found: [text('【招商银行】您的账单已出', '+8695555')],
    not: [text('【招商银行】您的账单已出', '95555')],
  },
  {
    id: 'sender.private-mobile',
    found: [text('【招商银行】您的账单已出', '15412345678')],
    not: [text('今晚几点到家', '15412345678'), text('【招商银行】您的账单已出', '95555')],
  },
  {
    id: 'sender.device-number',
    found: [text('【招商银行】您的账单已出', '1064012345678')],
    not: [text('【招商银行】您的账单已出', '15412345678'), text('【招商银行】您的账单已出', '106401234567')],
  },
  {
    id: 'signature.speaks-as-another',
    found: [text('【中原消费金融】您好，我是平安银行的客户经理，您的额度待领取。')],
    not: [text('【平安银行】您好，我是平安银行的客户经理，您的额度待领取。')],
  },
  {
    id: 'lure.private-contact',
    found: [text('【京东金融】您的白条逾期，请加微信 zy_8821 处理')],
    not: [text('【京东金融】您的白条逾期，请关注微信公众号“京东金融”')],
  },
  {
    id: 'lure.private-account',
    found: [text('您的欠款请转入6228480000000000018，户名李某')],
    not: [text('【招商银行】您尾号0018的账户收入100元')],
  },
];

const idsOf = (input: NoticeInput): string[] => checkNotice(input, registry).gravest.findings.map(({ id }) => id);

describe.each(CASES)('$id', ({ id, found, not }) => {
  it('is found where it belongs', () => {
    for (const input of found) expect(idsOf(input), input.text).toContain(id);
  });

  it('is not found beside it', () => {
    for (const input of not) expect(idsOf(input), input.text).not.toContain(id);
  });

  it('quotes words that stand in the message, or rests on the sender', () => {
    for (const input of found) {
      const finding = checkNotice(input, registry).gravest.findings.find((candidate) => candidate.id === id);
      if (finding?.span) expect(input.text.slice(finding.span.start, finding.span.end).trim()).not.toBe('');
      else expect(finding?.family).toBe('sender');
    }
  });
});

/** A platform that signs with its own name and has such a contact, with the notice that gives it. */
function noticeWith(fits: (contact: Contact) => boolean): NoticeInput {
  for (const platform of registry.platforms()) {
    const contact = platform.contacts.find(fits);
    const [signer] = registry.bySignature(foldText(platform.name).text);
    const isPublic = platform.kind === 'public_body';
    if (contact && signer === platform && !isPublic) return text(`【${platform.name}】您的账单已出，详情 ${contact.value} 。`);
  }
  throw new Error('no record has such a contact');
}

describe('a contact that no reader may be sent to', () => {
  it.each([
    [
      'link.listed-unverified',
      ({ kind, tier, status }: Contact) => kind === 'host' && tier === 'unverified' && status === 'current',
    ],
    [
      'number.listed-unverified',
      ({ kind, tier, status, value }: Contact) =>
        kind === 'phone' && tier === 'unverified' && status === 'current' && value.startsWith('400'),
    ],
    ['number.retired', ({ kind, status, value }: Contact) => kind === 'phone' && status === 'old' && value.startsWith('400')],
  ])('is told as %s and never makes a notice consistent', (id, fits) => {
    const input = noticeWith(fits);
    expect(idsOf(input), input.text).toContain(id);
    expect(checkNotice(input, registry).gravest.verdict, input.text).not.toBe('consistent');
  });
});
