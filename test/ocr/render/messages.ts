import { someHost, someLink, someMobile } from './invented.js';
import type { Random } from './random.js';

/** An invented message and what it holds. */
export interface Words {
  readonly text: string;
  readonly links: readonly string[];
  readonly phones: readonly string[];
  /** Record id of the institution that it claims to be. */
  readonly claims: string | null;
  readonly kind: Kind;
}

type Kind = 'debt' | 'bank' | 'phishing' | 'courier' | 'code' | 'chat';

/** Verdicts that are fair for such a message, the best one first, and those that would be a serious error. */
export const FAIR_VERDICTS: Readonly<Record<Kind, { readonly fair: readonly string[]; readonly never: readonly string[] }>> = {
  debt: { fair: ['unverified', 'suspicious', 'scam', 'consistent'], never: ['not_a_notice'] },
  bank: { fair: ['unverified', 'consistent', 'not_a_notice'], never: ['scam'] },
  phishing: { fair: ['scam', 'suspicious'], never: ['consistent', 'not_a_notice'] },
  courier: { fair: ['unverified', 'not_a_notice', 'consistent', 'suspicious'], never: [] },
  code: { fair: ['unverified', 'not_a_notice', 'consistent'], never: ['scam'] },
  chat: { fair: ['not_a_notice', 'unverified'], never: ['scam'] },
};

type Template = readonly [kind: Kind, claims: string | null, text: string];

/** `{link}`, `{mobile}`, `{name}`, `{money}`, `{tail}` (of a card) and `{code}` are filled in. */
const TEMPLATES: readonly Template[] = [
  ['debt', 'jd-finance', '【京东金融】{name}您好，您的亲属白条已逾期，请转告其尽快处理，详询 {mobile}。'],
  ['debt', null, '{name}，您名下借款{money}元已逾期多日，今日17:00前仍未处理将委托当地人员上门核实。协商入口：{link}'],
  ['debt', 'huabei', '【花呗】您本期账单{money}元已逾期，为避免影响征信请尽快还款。'],
  [
    'debt',
    null,
    '【同信法务】致{name}：受委托方委托，就您拖欠的借款{money}元发出催告，请于三日内联系{mobile}办理，逾期后果自负。',
  ],
  [
    'debt',
    null,
    '关于您亲友李某的欠款案件（编号ZX{code}），多次联系本人未果，现通知紧急联系人代为转达，\n联系电话：{mobile}\n请勿忽视！',
  ],
  ['bank', 'cmb', '【招商银行】您尾号{tail}的账户于11月20日22:41支出人民币{money}元，余额3,218.07元。'],
  ['bank', 'icbc', '您尾号{tail}卡11月19日09:13快捷支付支出{money}元，余额1,050.66元。【工商银行】'],
  ['bank', 'ccb', '【建设银行】您的信用卡本期账单{money}元，最低还款120.00元，到期还款日11月28日。如已还款请忽略。客服95533'],
  ['bank', 'abc', '【农业银行】谨防诈骗！我行不会通过短信索要密码和验证码，如有疑问请致电95599。'],
  [
    'phishing',
    'icbc',
    '尊敬的工行用户：您的电子密码器将于今日失效，请及时登录 {link} 重新激活，给您带来不便敬请谅解。【工商银行】',
  ],
  ['phishing', 'ccb', '尊敬的建行客户，您的积分{code}分即将清零，请登录{link}兑换现金礼包【建设银行】'],
  ['phishing', 'etc', '【ETC】您的ETC已停用，为避免影响高速通行请尽快在网上更新信息 {link}'],
  ['phishing', null, '医保局：您的医保卡状态异常，请于24小时内在{link}核验，逾期将暂停使用。'],
  ['phishing', null, '您已通过审批，可用额度{money}元，点击{link}领取，退订回T'],
  ['phishing', null, '您好，您的网购订单质量不达标，可双倍赔付，请加客服QQ8154{code}或致电{mobile}登记退款。'],
  ['phishing', null, 'Your parcel is held. Pay the fee of {money} yuan at {link} within 12 hours or it will be returned.'],
  ['courier', null, '【菜鸟驿站】请凭3-2-{tail}到南门便民店领取您的快递，营业至21:00，问询{mobile}。'],
  ['courier', null, '【顺丰速运】您的快件已由前台签收，运单尾号{tail}，满意请点评 {link}'],
  ['code', null, '【好记账】验证码{code}，5分钟内有效，请勿泄露给他人。'],
  ['code', 'cmcc', '【中国移动】您正在登录网上营业厅，短信验证码为{code}，请勿转发。'],
  ['chat', null, '晚上回来吃饭吗？我买了鱼，记得带两根葱。'],
  ['chat', null, '哥，上次借的{money}块钱先不急，等你发工资再说，\n我这周都在家。'],
];

/** What friends say around a message, and what people answer. */
const REMARKS = ['这是真的吗？', '帮我看看这条短信是不是骗人的', '刚收到这个，怎么办', '是不是诈骗短信啊？'];
const ANSWERS = ['TD', '你是谁', '别再发了', '已经还了', '好的', '先别点，我问一下'];

export const someRemark = (random: Random): string => random.pick(REMARKS);
export const someAnswer = (random: Random): string => random.pick(ANSWERS);

export function someWords(random: Random): Words {
  const [kind, claims, template] = random.pick(TEMPLATES);
  const host = someHost(random);
  const mobile = someMobile(random);
  const values: Readonly<Record<string, string>> = {
    link: someLink(random, host),
    mobile,
    name: random.pick(['张女士', '李先生', '王小明', '陈女士', '欧阳先生']),
    money: `${random.whole(1, 98)},${random.digits(3)}.${random.digits(2)}`,
    tail: random.digits(4),
    code: random.digits(6),
  };
  return {
    text: template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? key),
    links: template.includes('{link}') ? [host] : [],
    phones: [...(template.includes('{mobile}') ? [mobile] : []), ...(/95533|95599/.exec(template) ?? [])],
    claims,
    kind,
  };
}
