import type { TraitedFold } from './fold.js';
import { allMatches } from './matches.js';
import { Trait } from './traits.js';
import type { Signature, Span } from './types.js';

const BRACKETED = /[【[〔]([^【】[\]〔〕\n]{1,40})[】\]〕]/g;
const LONGEST = 24;
/** A name has a letter or a Chinese character, and none of the signs that sentences, addresses and dates are made with. */
const HAS_LETTER = /[a-z\u3400-\u9fff]/;
/** Services that sign with their number: 【12123】, 【95588】. Only where a signature stands; elsewhere it is a code. */
const SERVICE_CODE = /^(?:1[02]\d{1,4}|9[56]\d{3,4})$/;
const NOT_IN_NAME = /[,。;!?:<>《》"“”#@%=~*]|\/\/|\.[a-z]|\d{4}[-/年]|\d月\d|退订|回复|点击|\d元/;
/** What chat clients put in brackets for things that a text cannot show. */
const PLACEHOLDER = new Set(
  (
    '图片 照片 视频 语音 表情 动画表情 文件 链接 位置 红包 微信红包 转账 名片 聊天记录 小程序 视频号 音乐 语音通话 视频通话 草稿 短信 彩信 有人@我 ' +
    '微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 抓狂 吐 偷笑 愉快 白眼 傲慢 困 惊恐 憨笑 悠闲 咒骂 疑问 嘘 晕 衰 骷髅 敲打 再见 ' +
    '擦汗 抠鼻 鼓掌 坏笑 右哼哼 鄙视 委屈 快哭了 阴险 亲亲 可怜 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 emm 社会社会 旺柴 好的 ' +
    '打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 嘴唇 爱心 心碎 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 ok 合十 啤酒 咖啡 蛋糕 玫瑰 凋谢 菜刀 炸弹 便便 月亮 太阳 庆祝 礼物 發 福 爆竹 点 dot'
  ).split(' '),
);

/** Names in brackets that a notice is signed with; `taken` are the addresses of the text, which are no names. */
export function findSignatures(folded: TraitedFold, taken: readonly Span[]): readonly Signature[] {
  if (!(folded.traits & Trait.bracket)) return [];
  const { text } = folded;
  const matches = allMatches(BRACKETED, text).filter(
    (match) => (isName(match[1] ?? '') || signsWithCode(match, text)) && !isLink(match, taken),
  );
  let headEnd = 0;
  return matches.map((match, index): Signature => {
    const end = match.index + match[0].length;
    const atHead = isBlank(text.slice(headEnd, match.index));
    if (atHead) headEnd = end;
    const at = atHead ? 'head' : closes(text, end, index === matches.length - 1) ? 'tail' : 'inside';
    const name = (match[1] ?? '').trim();
    const start = match.index + match[0].indexOf(name, 1);
    return { name, at, span: folded.toOriginal(start, start + name.length) };
  });
}

function isName(content: string): boolean {
  const name = content.trim();
  return (
    name.length <= LONGEST &&
    HAS_LETTER.test(name) &&
    !NOT_IN_NAME.test(name) &&
    !PLACEHOLDER.has(name) &&
    !/^[\d\s年月日时分秒点半-]+$/.test(name)
  );
}

const signsWithCode = (match: RegExpExecArray, text: string): boolean =>
  SERVICE_CODE.test(match[1] ?? '') && (match.index === 0 || match.index + match[0].length === text.length);

/** An address in brackets, or the words of a markdown link. */
function isLink(match: RegExpExecArray, taken: readonly Span[]): boolean {
  const start = match.index + 1;
  const end = match.index + match[0].length;
  return taken.some((span) => (span.start <= start && start < span.end) || span.start === end + 1);
}

function isBlank(between: string): boolean {
  return between.length < 6 && !/[^\s\p{P}\p{S}]/u.test(between);
}

/** How far from the end a signature may stand and still close the message. */
const TAIL = 120;
const NOTHING_MORE = /^[\s\p{P}\p{S}]*(?:(?:退订|拒收)\p{P}?(?:请?回复?)?\p{P}?[a-z0-9]{1,4}[\s\p{P}]*)?$/u;

/** Only punctuation, further signatures or the opt-out phrase of adverts stand behind it. */
function closes(text: string, end: number, last: boolean): boolean {
  if (text.length - end > TAIL) return false;
  const rest = text.slice(end);
  return NOTHING_MORE.test(last ? rest : rest.replace(BRACKETED, ''));
}
