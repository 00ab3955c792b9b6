/** Words of the phone and its messages program that are no part of a message. A row is furniture when it says nothing else. */
const INPUT = [
  '短信/彩信',
  '短信',
  '彩信',
  '信息',
  '发送短信',
  '发信息',
  '文本信息',
  '请输入信息',
  '请输入短信内容',
  '按住说话',
  'imessage信息',
  'imessage',
  'textmessage',
  '短信息',
  '发消息',
];
const BUTTONS = [
  '复制验证码',
  '查看更多',
  '查看全部',
  '复制',
  '举报',
  '回复',
  '标记为已读',
  '标为已读',
  '已读',
  '全部清除',
  '清除全部',
  '删除',
  '更多',
  '呼叫',
  '拨打',
  '打开链接',
  '查看详情',
  '点按以载入预览',
  '点击加载预览',
  '静音',
  '收起',
  '展开',
  '通知中心',
  '添加到通讯录',
  '加入黑名单',
  '拦截',
  '信任',
  '翻译',
  '未读',
  '以下为新消息',
  '以下是新消息',
  '显示较少',
  '已送达',
  '已发送',
  '送达',
  '发送',
  '报告垃圾信息',
  '报告垃圾短信',
  '此发件人不在您的联系人列表中',
  '该发件人不在您的联系人列表中',
];
const KINDS = ['通知短信', '通知信息', '服务号', '企业服务号', '陌生号码', '未知号码', '未知联系人'];

/** `+ 短信/彩信` and `举报` are small and often misread. */
const MISREAD = '.?短信.{1,3}信|[十士土水牛t]|.报';

const WORDS = [...INPUT, ...BUTTONS, ...KINDS].sort((a, b) => b.length - a.length);
const escaped = (word: string): string => word.replace(/[/.]/g, '\\$&');
/** One or several of them beside each other, with the small signs that icons are read as. */
const FURNITURE = new RegExp(`^(?:[^\\p{L}\\p{N}]|${WORDS.map(escaped).join('|')}|${MISREAD})+$`, 'iu');

const LONGEST = 40;

export function isFurniture(row: string): boolean {
  const words = row.replace(/\s/g, '');
  return words.length <= LONGEST && FURNITURE.test(words);
}

/** Words of buttons that no message ends in on a line of their own. */
export const isButtons = (row: string): boolean =>
  isFurniture(row) && (row.match(/\p{L}/gu)?.length ?? 0) >= 4 && !INPUT.includes(row);

/** The corner of the screen: clock, network, battery. */
const CLOCK = /^\D{0,3}(?:上午|下午)?\d{1,2}[:：.]\d{2}(?!\d)/;
const SIGNS = /(?:\b|[^a-z])(?:[2-6]gl?|lte|hd|wlan|wifi|vpn)(?:\b|[^a-z])|\d{1,3}%|^\d{1,3}$|中国(?:移动|联通|电信|广电)/i;
const LONGEST_STATUS = 30;

/** Whether words at the upper edge can be those of the status bar. */
export function isStatus(row: string): boolean {
  return row.length <= LONGEST_STATUS && (CLOCK.test(row) || SIGNS.test(row)) && !/[，。！？,!?【】]/.test(row);
}

/** A clock with a misread digit, icons of network and battery. */
export function isMisreadStatus(row: string): boolean {
  return row.length <= 12 && /\d/.test(row) && !/\d{5}/.test(row) && !/\p{Script=Han}{3}/u.test(row);
}

/** `短信/彩信` with a misread character, or with the signs beside it. */
export const isInputLike = (row: string): boolean => row.replace(/\s/g, '').length <= 9 && /[短彩信发]/.test(row);

/** An arrow, a menu, a count of unread messages: nothing that could be a name. */
function isIcon(row: string): boolean {
  return /^[^\p{L}\p{N}]*(?:\d{1,3}|[a-z])?[^\p{L}\p{N}]*$/iu.test(row);
}

/** Whether rows are nothing but furniture and signs. */
export const isIdle = (rows: readonly { readonly text: string }[]): boolean =>
  rows.every(({ text }) => isFurniture(text) || isIcon(text));
