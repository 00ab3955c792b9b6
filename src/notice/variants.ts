/**
 * Spellings that evade keyword filters, or that OCR makes, of words a notice is judged by.
 *
 * Every rule is contextual: it names at least two characters, and where those can also be ordinary words it says what must
 * stand around them. A rule that could change an honest sentence does not belong here. Text is already lower case, NFKC and
 * simplified when the rules run. `means` is never longer than `written`; equal length keeps the offset map trivial.
 */
export interface VariantRule {
  readonly written: string;
  readonly means: string;
  /** Must match what stands right before (up to `CONTEXT` characters, anchored at its end). */
  readonly after?: RegExp;
  /** Must match what follows (up to `CONTEXT` characters, anchored at its start). */
  readonly before?: RegExp;
  /** Index in `written` of the character that makes the rule be tried; 0 when left out. Set where the first one is very common. */
  readonly pivot?: number;
}

/** How many characters on either side a rule may look at. */
export const CONTEXT = 6;

const ACCOUNT_FOLLOWS = /^(?:号|群|:|id|[a-z0-9_])/;
const ADDING = /(?:加|联系|添加|客服|专员|老师|我)$/;
const OVERDUE_BEFORE = /(?:已|已经|严重|恶意|即将|避免|防止|未还|因|长期)$/;
const OVERDUE_AFTER = /^(?:天|\d{1,4}天|未还|欠款|还款|账单|罚息|利息|记录|贷款|借款|费|将|后果|,?不还)/;

/** 微信: homophones and look-alikes of its first character, Latin initials, a heart for 信 ("heart" is also read xin). */
const WECHAT: readonly VariantRule[] = [
  { written: '薇信', means: '微信' },
  { written: '溦信', means: '微信' },
  { written: '嶶信', means: '微信' },
  { written: '徾信', means: '微信' },
  { written: '葳信', means: '微信' },
  // 安徽信用社, 安徽信托: 徽信 is part of ordinary names.
  { written: '徽信', means: '微信', after: /(?:^|[^安])$/ },
  // 威信 is a word (prestige): only where an account follows or "add" stands before.
  { written: '威信', means: '微信', before: ACCOUNT_FOLLOWS },
  { written: '威信', means: '微信', after: ADDING },
  { written: '卫星', means: '微信', after: /(?:加|添加)$/, before: ACCOUNT_FOLLOWS },
  // 5v信号 is a voltage.
  { written: 'v信', means: '微信', after: /(?:^|[^a-z0-9])$/ },
  { written: 'v 信', means: '微信', after: /(?:^|[^a-z0-9])$/ },
  { written: '薇芯', means: '微信' },
  { written: '威芯', means: '微信', before: ACCOUNT_FOLLOWS },
  { written: '微亻言', means: '微信' },
  { written: '微xin', means: '微信', before: /^(?:$|[^a-z])/ },
  { written: 'wei信', means: '微信', after: /(?:^|[^a-z0-9])$/ },
  { written: '薇xin', means: '微信', before: /^(?:$|[^a-z])/ },
  { written: '微❤', means: '微信' },
  { written: '薇❤', means: '微信' },
  { written: '威❤', means: '微信' },
  { written: 'v❤', means: '微信', after: /(?:^|[^a-z0-9])$/ },
];

/** 逾期: homophones (yú, yù) and what OCR makes of 逾. Words such as 预期 and 余期 are left alone. */
const OVERDUE: readonly VariantRule[] = [
  { written: '榆期', means: '逾期' },
  { written: '愉期', means: '逾期' },
  { written: '喻期', means: '逾期' },
  { written: '愈期', means: '逾期' },
  { written: '揄期', means: '逾期' },
  { written: '逾朗', means: '逾期' },
  { written: '逾斯', means: '逾期' },
  // 渝 is Chongqing: 成渝期间, 渝期货.
  { written: '渝期', means: '逾期', before: /^(?!间|货|刊|待)/ },
  ...['庆期', '斋期', '遇期', '逾其', '愈其'].flatMap((written) => [
    { written, means: '逾期', before: OVERDUE_AFTER },
    { written, means: '逾期', after: OVERDUE_BEFORE },
  ]),
  // 这期 is ordinary (this term, this issue), but nobody writes 已这期 or 严重这期.
  { written: '这期', means: '逾期', after: /(?:已|已经|严重|恶意|即将|避免|防止)$/ },
];

/** 贷款, 网贷: homophones of 贷, and 贷 split in two. */
const LOAN: readonly VariantRule[] = [
  { written: '袋款', means: '贷款', after: /(?:^|[^麻布口包钱纸胶塑编])$/ },
  { written: '代贝款', means: '贷款' },
  { written: '网代贝', means: '网贷' },
  // 年代款, 时代款, 货代款项: 代款 is mostly the end of one word and the start of the next.
  {
    written: '代款',
    means: '贷款',
    after: /(?:^|[^年时古现当货世新一二三四五六七八九十\d交取替])$/,
    before: /^(?:逾期|额度|审批|放款|申请|平台|利息)/,
  },
  // A net bag, unless somebody owes it.
  { written: '网袋', means: '网贷', before: /^(?:逾期|平台|还款|借款|欠款|公司|催收|额度|协商|账单|口子)/ },
  { written: '网袋', means: '网贷', after: /(?:逾期|欠|还|借)$/ },
  { written: '网戴', means: '网贷' },
];

/** 账 and 帐 are one word in two spellings where money is meant (帐篷 and 蚊帐 are not). */
const ACCOUNT: readonly VariantRule[] = [
  ...['号', '户', '单', '款', '目', '本', '务', '面', '期'].map((next) => ({ written: `帐${next}`, means: `账${next}` })),
  ...['结', '转', '欠', '到', '入', '出', '记', '对', '坏', '呆', '还', '要', '收', '赖', '旧', '付', '销', '冲', '进'].map(
    (prior) => ({
      written: `${prior}帐`,
      means: `${prior}账`,
      pivot: 1,
      before: /^(?!篷|子|幕|中|帘|下)/,
    }),
  ),
];

/** QQ and other names: only where an account follows, since 扣扣 is also "to button". */
const OTHERS: readonly VariantRule[] = [
  { written: '扣扣', means: 'qq', before: /^(?:号|群|:|是? ?\d{4})/ },
  { written: '扣扣', means: 'qq', after: ADDING },
  { written: 'q q', means: 'qq', before: /^(?:号|群|:| ?\d{4})/, after: /(?:^|[^a-z0-9])$/ },
  // 信, 行, 诉 and 法 written as their two halves.
  { written: '征亻言', means: '征信' },
  { written: '银彳亍', means: '银行' },
  { written: '起讠斥', means: '起诉' },
  { written: '氵去院', means: '法院' },
  { written: '支付煲', means: '支付宝' },
  { written: '支付饱', means: '支付宝' },
  { written: '吱付宝', means: '支付宝' },
  { written: '支fu宝', means: '支付宝' },
];

/** All rules. The first one that fits at a place wins. */
export const VARIANT_RULES: readonly VariantRule[] = [...WECHAT, ...OVERDUE, ...LOAN, ...ACCOUNT, ...OTHERS];

/** Single characters that OpenCC keeps but that are only ever another way to write the second one. */
export const OTHER_FORMS: readonly (readonly [string, string])[] = [
  ['妳', '你'],
  ['寳', '宝'],
  ['欵', '款'],
  ['歀', '款'],
];
