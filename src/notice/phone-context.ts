/**
 * What stands beside a number and tells that it is no telephone number: an amount, a code, the tail of a card, a count.
 * `before` ends and `after` starts at the number; both are folded and short.
 */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Between a word and its number. */
const GAP = '[:是为#( "“]{0,4}$';

const NAMES_ANOTHER_NUMBER = new RegExp(
  '(?:尾号|末四位|后四位|验证码|校验码|动态码|动态密码|确认码|取件码|提货码|兑换码|编号|单号|订单号?|流水号?|工单号?|合同号?|协议号|借据号?|案号|' +
    '卡号|证号|证件号码?|身份证号?码?|会议号码?|会议室?id|会议|房间号|邮编|学号|工号|序列号|车牌|运单号?|快递单号?|快递|' +
    'qq|qq号码?|群|群号|扣扣|企鹅|¥|￥|\\$|rmb|金额|余额|应还|待还|第|no\\.?|№)' +
    GAP,
);
/** An account of a private chat or wallet may well be a mobile number, which it then also is. */
const NAMES_ACCOUNT = new RegExp(`(?:账号|账户|户号|客户号|用户号)${GAP}`);
const NAMES_COUNT = new RegExp(
  `(?:密码|口令|编码|代码|序号|id|额度|共|计|约|仅|达|满|最高|至少|高达|回复|输入|发送|回|积分|利息|本金|欠|抵|减|送|赚|值|价|股票|基金|版本|型号)${GAP}`,
);

const MONEY_AFTER = /^ ?(?:元|圆|块钱|万元|人民币|美元|港币|rmb|%|股|积分)|^\.\d{1,2}(?!\d)/;
const UNIT_AFTER =
  /^ ?(?:元|块|圆|万(?!一|事|分)|亿|千(?!万)|百(?!度)|分(?!机|期|行|析|享|支|别)|个(?!人)|年(?!终|底|中|末)|月(?!底|初|末|付|光)|日(?!常|前|后)|天(?!天|津|猫)|号(?!码|召)|%|‰|笔|人(?!工|民|员)|次(?!日)|件|名(?!下)|倍|张|米|公里|吨|斤|克|升|平米|平方|股|点(?!击|开|进|我|此|这|下)|金币|小时|分钟|秒|岁|步(?!骤)|折|票|亩|美元|港币|[.,:]\d|(?:k?m|k?g|[mgkt]b|ml|cm|mm|k?wh?|kv|rmb|cny|usd|hz|px|min|pcs|th|mah)(?![a-z]))/;
const CODE_AFTER = /^[)\]】, ]{0,2}(?:是|为)?(?:您|你|本次)?的?[^,。;!\d]{0,10}(?:验证码|校验码|动态码|动态密码|确认码)/;

const DIAL_BEFORE = /(?:拨打?|打|致电|电|电话|热线|客服|联系|咨询|询|报警|举报|投诉|呼叫|短信|tel|call)[:是为到给请 "“(]{0,3}$/;
const DIAL_AFTER = /^ ?[)”"]?(?:报警|反诈|热线|客服|电话|举报|急救|火警|人工|投诉|咨询|核实)/;

/** Words that a telephone number may be glued to. */
const LATIN_BEFORE = /(?:^|[^a-z])(?:tel|phone|mobile|call|hotline|mob|fax|sms|at|dial|vx|wx|[tpmv])$/;
const ALNUM_TOKEN_AFTER = /^[a-z]+[0-9_]/;

/** A number of more than six digits stands here as something that one calls. */
export function isDialledHere({ before, after }: Surroundings, isMobile: boolean): boolean {
  if (MONEY_AFTER.test(after) || /^[@*×#]|^xx/.test(after) || /[*×#]$/.test(before)) return false;
  if (NAMES_ANOTHER_NUMBER.test(before) || (!isMobile && NAMES_ACCOUNT.test(before))) return false;
  if (/[a-z]$/.test(before) && !LATIN_BEFORE.test(before)) return false;
  return !(ALNUM_TOKEN_AFTER.test(after) && !/^(?:vx|wx|qq|v|ext)/.test(after));
}

/** A short code stands here as something that one calls. Codes are also amounts, counts and parts of longer numbers. */
export function isShortCodeHere({ before, after }: Surroundings, code: string, followsPhone: boolean): boolean {
  if (!isDialledHere({ before, after }, false) || UNIT_AFTER.test(after) || CODE_AFTER.test(after)) return false;
  if (
    standsInSignature(before, after) ||
    NAMES_COUNT.test(before) ||
    /\d[.,:]$|[a-z0-9][-_]$/.test(before) ||
    (!followsPhone && /[a-z0-9]\/$/.test(before))
  )
    return false;
  return !isEverydayNumber(code) || followsPhone || isNamedAsNumberToDial({ before, after });
}

/** 【交管12123】 and 【12381】 are names. */
function standsInSignature(before: string, after: string): boolean {
  return /[【[][^】\]]*$/.test(before) && /^[^【[]{0,12}[】\]]/.test(after);
}

/** 110 and 10000 are numbers of every kind; they count only where calling is spoken of. */
function isEverydayNumber(code: string): boolean {
  return code.length < 5 || code === '10000' || code === '10001';
}

/** The words around it speak of calling. */
export function isNamedAsNumberToDial({ before, after }: Surroundings): boolean {
  return DIAL_BEFORE.test(before) || DIAL_AFTER.test(after);
}
