import type { TraitedFold } from './fold.js';
import { bodyWithin, type Layer } from './wrapper.js';

/**
 * The forwarder's own words around a message. Cutting too much would hide what a scammer wrote, so a remark must ask something,
 * must be short, and must not speak like a notice.
 */
/** Only ever asked about a message. */
const DOUBTS =
  /真的[吗么嘛?]|真的假的|是真是假|真假|是真的$|是不是(?:真|假|骗|诈)|(?:诈骗|骗人|骗局|骗子|是假|假的)的?(?:短信|信息)?[吗么嘛吧?]|靠谱[吗么]|可信[吗么]|能信[吗么]|可靠[吗么]|正规[吗么]|要不要(?:理|管|还)|该不该(?:理|管|还)/;
/** Asked about many things. */
const ASKS =
  /怎么回事|咋回事|什么(?:意思|情况|东西)|怎么办|咋办|帮(?:我|忙|她|他|俺|我妈|我爸)?(?:看|查|核|鉴|辨|分析|确认|判断)|看看|看一下|看下|瞧瞧|瞅瞅|核实(?:一下|下)|核一核|核一下|查一下|查查|鉴定一下|辨别一下|正常[吗么]/;
const POINTS = /短信|信息|消息|收到|这个|这条|这是|这种|一条|两条|几条|通知|发来|发的|链接|号码|下面/;
const OPENS_AS_PERSON =
  /^(?:你好|您好|hi|hello|请问|哎|那个|各位|大家|大佬|老师|亲)?[,!、。~ ]*(?:帮|麻烦|求|谁|我|咱|俺|家里|爸|妈|爷|奶|外公|外婆|姥|老公|老婆|老爸|老妈|儿子|女儿|朋友|同事|亲戚|哥|姐|弟|妹|这|刚|今|昨|早上|看|请|收到|又|有人|怎么|是不是|是真|真的|核|查|上面|以上|下面|靠谱|可信|能信|要不要|该不该|咋|什么|正规|骗|诈骗|假)/;
const RECEIVED =
  /^(?:你好|您好|请问)?[,! ]*(?:我|咱|俺|家里|爸|妈|爷|奶|外|姥|老|儿子|女儿|朋友|同事|亲戚|哥|姐|弟|妹|今天|刚|昨天|早上|又|这是).{0,8}(?:收到|接到|发来|发的|转来).{0,10}$/;
/** Said to a debtor or a customer, not by one. */
const SPEAKS_AS_NOTICE = /您(?!好)|尊敬|转告|告知|回电|致电|拨打|点击|登录|下载|回复|退订|专员|还清|处理|http|www|\d{5,}|@/;

const LONGEST_HEAD = 48;
const LONGEST_TAIL = 32;
/** What is left must be long enough to be a message in its own right. */
const SHORTEST_REST = 10;

/** Whether folded words are a person's question, and about a message: by what they ask, or because they point at one. */
export function isRemark(words: string, hasMessage: boolean): boolean {
  const asks = DOUBTS.test(words) ? hasMessage || POINTS.test(words) : ASKS.test(words) && POINTS.test(words);
  return asks && OPENS_AS_PERSON.test(words) && !SPEAKS_AS_NOTICE.test(words);
}

/** The marks of a notice: a signature, an address or a number, someone addressed as a customer. */
export const LOOKS_LIKE_NOTICE = /[【[]|\d{4}|[a-z]\.[a-z]|您|尊敬/;

/** `我妈收到这个是真的吗：……` */
export const headRemark: Layer = ({ text }) => {
  const head = text.slice(0, LONGEST_HEAD + 1);
  const cut = /[:\n?。【“「]/.exec(head);
  if (!cut || cut.index < 2) return null;
  const words = head.slice(0, cut.index).trim();
  const sign = cut[0];
  const introduces = (sign === ':' || sign === '\n') && RECEIVED.test(words) && !SPEAKS_AS_NOTICE.test(words);
  if (!introduces && !isRemark(sign === '?' ? `${words}?` : words, false)) return null;
  const opensBody = sign === '【' || sign === '“' || sign === '「';
  const body = bodyWithin(text, cut.index + (opensBody ? 0 : 1), text.length);
  if (!body || body.end - body.start < SHORTEST_REST) return null;
  return { body, remark: words, wrapped: false };
};

/** `……是真的吗？` */
export const tailRemark: Layer = (folded) => {
  const { text } = folded;
  const trimmed = text.trimEnd().length;
  const closing = /[?!。~.,\s]*$/.exec(text.slice(Math.max(0, trimmed - 8), trimmed))?.[0].length ?? 0;
  const end = trimmed - closing;
  const from = Math.max(0, end - LONGEST_TAIL - 1);
  const start = lastBoundary(folded, from, end);
  if (start === from || end - start < 2) return null;
  const words = text.slice(start, end).trim();
  const body = bodyWithin(text, 0, start);
  const asksAnything = body && LOOKS_LIKE_NOTICE.test(text.slice(body.start, body.end)) && ASKS.test(words) && words.length <= 12;
  if (!asksAnything && !isRemark(`${words}${text.slice(end).includes('?') ? '?' : ''}`, true)) return null;
  if (!body || body.end - body.start < SHORTEST_REST) return null;
  return { body: { start: body.start, end: keepClosing(text, body.end) }, remark: words, wrapped: false };
};

/** Just behind the last sign, or the last space of the original, that ends a sentence or a message; `from` when there is none. */
function lastBoundary(folded: TraitedFold, from: number, end: number): number {
  for (let at = end - 1; at >= from; at -= 1) {
    if (/[\n。!?】\]」”"')…,;\s]/.test(folded.text.charAt(at))) return at + 1;
    // Folding dropped a space between two Chinese characters; it is all that parts a question from an unpunctuated message.
    if (at > from && folded.toOriginal(at - 1, at).end < folded.toOriginal(at, at + 1).start) return at;
  }
  return from;
}

/** The comma that tied the question to the message goes with the question. */
function keepClosing(text: string, end: number): number {
  return text.charAt(end - 1) === ',' ? end - 1 : end;
}
