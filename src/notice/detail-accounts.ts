import { type DetailPattern, digitsOf } from './detail-pattern.js';
import { parseHost } from './hosts.js';
import { Trait } from './traits.js';

/** Words and signs between "WeChat" and the id. */
const LEADS = '(?:号码?|id|客服|专员|老师|经理|账号|好友|联系|:|是|为|\\+| |\\(|“|")';

const WECHAT: DetailPattern = {
  kind: 'wechat',
  needs: Trait.latin | Trait.digit,
  cues: ['微信', 'weixin', 'wechat', 'vx', 'wx', 'v', '薇', '加微', '加威', '加徽'],
  pattern: new RegExp(
    `(?:微信|(?<![a-z])(?:weixin|wechat|vx|wx)|[+加➕] ?(?:v|薇|微|威|徽)|薇|(?<![a-z])v:)(?!公众|小程序|支付)${LEADS}{0,6}` +
      '([a-z][a-z0-9_.-]{4,23}[a-z0-9_-]|\\d{5,11})(?![a-z0-9])',
    'g',
  ),
  value: (match) => {
    const [written, id = ''] = match;
    const lead = match.input.slice(Math.max(0, match.index - 6), match.index) + written.slice(0, written.length - id.length);
    const named = /[:号加+➕]|id/.test(lead);
    // 微信wallet, 微信2024: without a digit among letters, or with digits alone, the words around it must name an account.
    const looksLikeId = /^[a-z].*[\d_-]/.test(id) || /^1[3-9]\d{9}$/.test(id);
    return (named || looksLikeId) && !NOT_AN_ID.test(id) && !isHost(id) ? id : null;
  },
};
const NOT_AN_ID = /^(?:https?|www|app|wechat|weixin|wallet|qq\d)/;

function isHost(id: string): boolean {
  return id.includes('.') && parseHost(id)?.knownSuffix === true;
}

const SAME_NUMBER: DetailPattern = {
  kind: 'wechat',
  needs: Trait.digit,
  cues: ['同号', '同步'],
  pattern: /(1[3-9]\d{9})[^,。;\d]{0,4}(?:微信|vx|wx|v)同(?:号|步)/g,
};

const SAME_NUMBER_BEHIND: DetailPattern = {
  kind: 'wechat',
  needs: Trait.digit,
  cues: ['同号', '同步'],
  pattern: /(?:微信|vx|wx|v)同(?:号|步)[:是为 ]{0,3}(1[3-9]\d{9})(?!\d)/g,
};

const QQ: DetailPattern = {
  kind: 'qq',
  needs: Trait.digit,
  cues: ['qq', 'q群', '扣扣', '企鹅', '球球'],
  pattern:
    /(?:(?<![a-z])qq|q群|扣扣|企鹅|球球)(?:号码?|群|客服|专员|:|是|为| |\+|\(){0,5}(\d{4,12}(?:[*×x#]{1,8}\d{0,4})?)(?!\d)/g,
  value: ([, written = '']) => {
    const digits = digitsOf(written);
    return digits.length >= 5 || digits !== written ? digits : null;
  },
};

const ALIPAY: DetailPattern = {
  kind: 'alipay_account',
  needs: Trait.digit | Trait.at,
  cues: ['支付宝'],
  pattern:
    /支付宝(?:账号|账户|号|转账|收款|:|是|为|到| |\(|“|"){0,5}([a-z0-9._+-]{1,40}@[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,20}){1,3}|1[3-9]\d{9}(?!\d))/g,
};

const MEETING: DetailPattern = {
  kind: 'meeting_id',
  needs: Trait.digit,
  cues: ['会议', 'zoom'],
  pattern: /(?:会议|zoom)(?:室|号码?|id|码|:|是|为| |#|\(|“|"){0,6}(\d{3}[- ]?\d{3}[- ]?\d{3,5})(?!\d)/g,
  value: ([, id = '']) => digitsOf(id),
};

const EMAIL: DetailPattern = {
  kind: 'email',
  needs: Trait.at,
  pattern: /([a-z0-9_%+-][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/g,
  value: ([, address = '']) => {
    const trimmed = address.replace(/[.-]+$/, '');
    return parseHost(trimmed.slice(trimmed.indexOf('@') + 1))?.knownSuffix ? trimmed : null;
  },
};

const CARD: DetailPattern = {
  kind: 'bank_card',
  needs: Trait.digit,
  pattern: /(?<![\da-z.])((?:\d{4}[ -]){3,4}\d{1,4}|\d{6}[ -]\d{7,13}|\d{13,19})(?![\da-z])/g,
  value: (match) => {
    const digits = digitsOf(match[1] ?? '');
    const before = match.input.slice(Math.max(0, match.index - 10), match.index);
    if (/(?:单号|订单|流水|编号|合同|身份证|证号)[^,。]{0,3}$/.test(before)) return null;
    if (/(?:卡号|账号|账户|户号|卡|打到|汇到|转到|转入|收款)[:是为至 (]{0,3}$/.test(before) && digits.length >= 16) return digits;
    return CARD_RANGE.test(digits) && passesLuhn(digits) ? digits : null;
  },
};

/** Issuer ranges that circulate in China by ISO/IEC 7812: UnionPay 62, 60, 81, 9x; Visa, Mastercard, Amex, JCB. */
const CARD_RANGE = /^(?:62\d{14,17}|(?:60|81|9\d)\d{14,17}|4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|3[47]\d{13}|35\d{14})$/;

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export const ACCOUNT_PATTERNS: readonly DetailPattern[] = [
  WECHAT,
  SAME_NUMBER,
  SAME_NUMBER_BEHIND,
  QQ,
  ALIPAY,
  MEETING,
  EMAIL,
  CARD,
];
