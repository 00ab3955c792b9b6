import { layOutSentences, type SentenceLayout } from './sentences.js';
import { createTermIndex } from './terms.js';

/** Which parts of a text are spoken as a warning against fraud, rather than as the fraud itself. */
export interface WarningScopes {
  /** Whether the phrase that starts at this offset stands under a warning. */
  covers(start: number): boolean;
}

/*
 * Six kinds of warning words, by how far they reach. A thief can type any of them, so every kind has words around it
 * that take its force away.
 *
 * - a caution (谨防, 警惕) reaches to the end of its sentence, unless the sentence turns into a call to act (请点击…);
 * - an account of what thieves do (不法分子, 冒充) reaches as far, and a pretext (以…为由) from its 以 on; but a call to
 *   act that the thief is said to make (称…, 要求…) belongs to the account;
 * - a judgement (…都是诈骗) and a dismissal (…请勿相信) cover their whole sentence, what stands before them too;
 * - a refusal (请勿, 切勿) covers only its own clause, and a denial (我行不会要求…) also the clauses that continue it.
 */
const CAUTIONS = ['谨防', '严防', '警惕', '提防', '小心', '当心'];
const ACCOUNTS = [
  ...['不法分子', '不法人员', '不法中介', '不法机构', '不法平台', '犯罪分子', '诈骗分子', '诈骗团伙', '骗子', '骗局', '骗术'],
  ...['冒充', '假冒', '仿冒', '假扮', '伪装成', '谎称', '诈称', '诈骗套路', '诈骗手法', '诈骗手段', '诈骗陷阱', '诈骗话术'],
];
const PRETEXTS = ['为由', '为名', '名义', '为借口', '为幌子', '为诱饵', '等理由'];
const JUDGEMENTS = [
  ...['是', '为', '属', '属于', '系'].flatMap((verb) =>
    ['诈骗', '骗子', '骗局', '骗人', '骗术', '骗钱', '假的', '假冒', '虚假', '钓鱼', '不实', '套路'].map((noun) => verb + noun),
  ),
  ...[
    '实施诈骗',
    '进行诈骗',
    '从事诈骗',
    '骗取',
    '骗走',
    '诱骗',
    '诱导',
    '盗取',
    '套取',
    '诈骗高发',
    '诈骗短信',
    '诈骗电话',
    '诈骗信息',
  ],
];
const DISMISSALS = [
  ...['请勿', '切勿', '勿', '不要', '别', '不可', '不能', '一律', '一律不要'].flatMap((no) =>
    ['相信', '轻信', '信', '理会', '理睬', '上当', '不信', '不理', '当真', '点击', '打开'].map((verb) => no + verb),
  ),
  ...['不予理会', '不予理睬', '不可信', '直接挂断', '立即挂断', '马上挂断', '果断挂断', '及时挂断', '一律挂断', '一律拒绝'],
  ...['直接删除', '立即删除', '一律删除'],
];
const REFUSALS = [
  ...['请勿', '切勿', '切莫', '切忌', '勿', '不要', '千万别', '严禁', '不得', '不应', '不可'],
  ...['别信', '别点', '别加', '别转', '别给', '别听', '别扫', '别理', '不点', '不加', '不转', '不扫', '不信', '不听'],
  ...['不轻信', '不轻易', '不随意', '不透露', '不泄露', '不下载', '不向', '不收取', '不索要', '不共享'],
  ...['不存在', '并没有', '没有所谓', '没有安全账户', '没有“', '不设'],
];
const DENIALS = ['不会', '不能', '不可能', '无权', '不允许', '从不', '从未', '绝不', '决不', '绝无'];

const KINDS = ['caution', 'account', 'pretext', 'judgement', 'dismissal', 'refusal', 'denial'] as const;
type Kind = (typeof KINDS)[number];
const GROUPS = [CAUTIONS, ACCOUNTS, PRETEXTS, JUDGEMENTS, DISMISSALS, REFUSALS, DENIALS];
const KIND_OF: readonly Kind[] = GROUPS.flatMap((words, at) => words.map(() => KINDS[at] as Kind));
const INDEX = createTermIndex(GROUPS.flat());

/** How far around a word its guards look, in characters. */
const NEAR = 12;
const FAR = 40;
const MOST_CONTINUATIONS = 3;

/** "被不法分子盗刷", "防止骗子转移", "不小心": what a thief says happened or might happen to the reader. */
const DISARMED_BEFORE =
  /(?:被|遭|遭到|遭受|为防|防止|避免|以防|免遭|免受|涉嫌|涉及|参与|协助|不|非|并非|不是|是否)(?:一?些|个别|其他|他人)?$/;
/** "冒充您办理贷款", "属于诈骗罪": so are these. */
const DISARMED_AFTER = /^(?:您|你|本人|用户|客户|户主|罪)/;
const ACCUSES_READER = /(?:涉嫌|涉及|[您你]的行为|恶意|[您你]已|[您你]名下|[您你]的号码|拨打|发送|举报)[^,，]{0,12}$/;
/** "其他都是骗子" speaks of everybody else. */
const OTHERS_ONLY = /其他|其它|其余|除此|除了|以外|别的|他人|非本|非官方/;
/** "切勿错过", "请勿关机", "不要告诉家人": what a lure urges, or how it isolates its reader. */
const URGES =
  /^(?:再)?(?:错过|错失|失去|失|逾期|超时|过期|误期|延误|耽误|拖|犹豫|迟疑|忽略|忽视|漏|拒接|挂断|关机|关闭|退出|卸载|离开|删除|停机|占线|声张|外传|报警|惊动|心存|抱有|侥幸|担心|害怕|怕|着急|急|紧张|因|影响|以为|回复|重复|延期|不|无视|逃避|失联)|^(?:告诉|告知)(?!.{0,8}(?:码|密))|^联系(?:其他|官方|银行|家|警|亲)|^让(?:[您你]|自己|征信|信用|家人|逾期)/;
/** 不会 and its like deny something only before a word for asking: "不会放款" is a threat, "不会影响征信" a promise. */
const ASKS =
  /^(?:会|以)?(?:要求|让|叫|请|收|索要|索取|以|通过|主动|向|发|致电|打电话|拨打|加|添加|提供|引导|诱导|邀请|用|使用|在|给|有|存在|因|要|问|询问|透露|泄露|告诉|相信|轻信|随意|点击|转账|汇款|将|把|下载|对|委托|授权|开展|推出|设立|设置|办理|承诺)/;
const CONTINUES_DENIAL = /^(?:或|也不|更不|及|以及|并要求|要求|让|向|引导|诱导|索要|收取|以任何|通过任何)/;
const ACTS =
  '(?:点|戳|登录|登陆|登入|打开|访问|进入|加|添加|联系|致电|拨|来电|回电|电话|回复|下载|安装|扫|转|汇|缴|交|支付|付|存|还|配合|提供|填|输入|验证|认证|核实|确认|办理|处理|更新|激活|升级|兑|领|将|把|前往|关注|按|于|在|到|开启|申请|提交|补|绑|解绑)';
const CALL_TO_ACT = new RegExp(
  `请(?:您|你)?(?:先|再|及时|尽快|尽早|立即|立刻|务必|马上|速|抓紧|主动|直接|自行|凭|持)?${ACTS}`,
  'g',
);
/** A caution also ends at a clause that begins with a bare verb; in an account that is the thief acting. */
const BARE_CALL =
  /^(?:速|立即|立刻|尽快|马上|务必|赶紧|现|可|您可|需|须)?(?:点击|戳|登录|登陆|登入|加|添加|回复|联系|下载|转|将|把|扫码|致电|拨打|兑换|领取)/;
const REPORTS = /称|说|要求|让|叫|诱|引导|告知|谎|借口|发送|发来|收到|接到|以/;
const CLAUSE_STOPS = /^(?:[,，。！!;；、)）”\s]|$)/;
/** 可以, 所以, 以上, 以便 … are not the 以 of a pretext, and "以您的名义" is what a thief says. */
const PRETEXT_OPENING = /(?:(?<![可所予足加难])以(?![上下后前内来及便免您你])|借|打着|利用|用)[^。]*$/;

/**
 * Reads which parts of a text warn against fraud. A warning covers only its own sentence: "谨防诈骗！请加微信…" leaves
 * the lure in the second sentence uncovered, for a thief can write the first one as well. Linear in the text.
 */
export function warningScopes(text: string): WarningScopes {
  let reader: ScopeReader | null = null;
  INDEX.scan(text, (term, start, end) => {
    reader ??= new ScopeReader(text);
    reader.read(KIND_OF[term] as Kind, start, end);
  });
  const { covered } = (reader as ScopeReader | null) ?? { covered: null };
  return { covers: (start) => covered !== null && covered[start] === 1 };
}

class ScopeReader {
  /** 1 for every character under a warning. */
  readonly covered: Uint8Array;
  readonly #text: string;
  readonly #layout: SentenceLayout;
  readonly #calls: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#layout = layOutSentences(text);
    this.covered = new Uint8Array(text.length);
    this.#calls = [...text.matchAll(CALL_TO_ACT)].map(({ index }) => index).filter((index) => !this.#layout.quoted[index]);
  }

  read(kind: Kind, start: number, end: number): void {
    if (kind === 'refusal' || kind === 'denial') {
      this.#refusal(kind, start, end);
    } else if (this.#isDisarmed(start, end)) {
      return;
    } else if (kind === 'caution') {
      this.#cover(end, this.#bareCallAfter(end, this.#callAfter(end, this.#sentenceEnd(start))));
    } else if (kind === 'account') {
      this.#cover(start, this.#callAfter(end, this.#sentenceEnd(start)));
    } else if (kind === 'pretext') {
      this.#pretext(start, end);
    } else {
      this.#judgement(kind, start, end);
    }
  }

  #cover(start: number, end: number): void {
    this.covered.fill(1, start, end);
  }

  #sentenceEnd(at: number): number {
    return this.#layout.sentenceEnd[at] as number;
  }

  #isDisarmed(start: number, end: number): boolean {
    const before = this.#text.slice(Math.max(this.#layout.clauseStart[start] as number, start - NEAR), start);
    return DISARMED_BEFORE.test(before) || DISARMED_AFTER.test(this.#text.slice(end, end + NEAR));
  }

  #refusal(kind: Kind, start: number, end: number): void {
    const after = this.#text.slice(end, end + NEAR);
    if (kind === 'denial' ? !ASKS.test(after) : URGES.test(after)) return;
    if (/[如若再]$|一旦$|要是$/.test(this.#text.slice(Math.max(0, start - 2), start))) return;
    const reach = kind === 'denial' ? this.#endOfDenial(start) : (this.#layout.clauseEnd[start] as number);
    this.#cover(start, this.#callAfter(end, reach));
  }

  /** "我行不会以短信、电话等方式，要求您…，或…": the clauses that go on with what is denied belong to it. */
  #endOfDenial(start: number): number {
    const { clauseEnd } = this.#layout;
    let reach = clauseEnd[start] as number;
    for (let more = 0; more < MOST_CONTINUATIONS && reach < this.#sentenceEnd(start); more += 1) {
      if (!CONTINUES_DENIAL.test(this.#text.slice(reach, reach + NEAR))) break;
      reach = clauseEnd[reach] as number;
    }
    return reach;
  }

  /** 以|用|借|打着 … 为由: from the first of them on. */
  #pretext(start: number, end: number): void {
    const from = Math.max(this.#layout.sentenceStart[start] as number, start - FAR);
    const opening = PRETEXT_OPENING.exec(this.#text.slice(from, start));
    if (opening) this.#cover(from + opening.index, this.#callAfter(end, this.#sentenceEnd(start)));
  }

  #judgement(kind: Kind, start: number, end: number): void {
    // "切勿相信他人" forbids something else than what stands before it.
    if (kind === 'dismissal' && !CLAUSE_STOPS.test(this.#text.slice(end, end + 1))) return;
    const clause = this.#layout.clauseStart[start] as number;
    const before = this.#text.slice(Math.max(clause, start - FAR), start);
    if (ACCUSES_READER.test(before)) return;
    const from = OTHERS_ONLY.test(before) ? clause : (this.#layout.sentenceStart[start] as number);
    this.#cover(from, this.#callAfter(end, this.#sentenceEnd(start)));
  }

  /** Where, between two offsets, the writer turns to the reader with something to do; the second offset when nowhere. */
  #callAfter(from: number, to: number): number {
    for (let at = firstAtOrAfter(this.#calls, from); at < this.#calls.length; at += 1) {
      const call = this.#calls[at] as number;
      if (call >= to) break;
      if (!this.#isReported(from, call)) return call;
    }
    return to;
  }

  #bareCallAfter(from: number, to: number): number {
    const { clauseEnd, quoted } = this.#layout;
    for (let clause = clauseEnd[from - 1] as number; clause < to; clause = clauseEnd[clause] as number) {
      if (!quoted[clause] && BARE_CALL.test(this.#text.slice(clause, clause + NEAR))) return clause;
    }
    return to;
  }

  /** Said by the thief of the account: a word of saying or making stands in the same clause or in the one before. */
  #isReported(from: number, call: number): boolean {
    const clause = this.#layout.clauseStart[call] as number;
    const previous = clause > 0 ? (this.#layout.clauseStart[clause - 1] as number) : 0;
    return REPORTS.test(this.#text.slice(Math.max(previous, from, call - FAR), call));
  }
}

function firstAtOrAfter(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
