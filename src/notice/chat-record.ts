import { isRemark } from './remark.js';
import { bodyWithin, type Layer, lineEnd } from './wrapper.js';
import { mergeTimes, NO_TIME, readWrapperTime, type WrapperTime } from './wrapper-time.js';

const CLOCK = '(?:(?:凌晨|早上|上午|中午|下午|晚上) ?)?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?';
const DATE = '(?:(?:20\\d{2}[-/年.])?\\d{1,2}[-/月.]\\d{1,2}日?|昨天|今天|前天|星期[一二三四五六日]|周[一二三四五六日])';
const NAME = '[^\\n:,。!?【】[\\]]{1,24}?';

/** `张三 10:21`, `张三 2026/1/2 10:21:33`, `2026-01-02 10:21:33 张三(12345)`: a line of its own. */
const ENTRY = new RegExp(
  `^(?:${NAME}(?:\\(\\d{5,12}\\))? ?:? ?(?:${DATE} ?)?${CLOCK}:?|${DATE} ${CLOCK}(?: ${NAME}(?:\\(\\d{5,12}\\))?)?)$`,
);
const TITLE = /^[【[「<]?[^\n]{0,24}聊天记录[^\n]{0,6}$/;
const DIVIDER = /^[-—_=* ]{0,20}20\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: ?\d{1,2}:\d{2})?[-—_=* ]{0,20}$/;
const RULE = /^[-—_=*]{4,40}$/;
const LONGEST_LINE = 60;
const DATES = new RegExp(DATE, 'g');

/** `今日开庭 16:00` has the shape of a name and a time, and is a part of the message. */
const NO_NAME = /(?:今|明|日前|请|时间|截止|期限|开庭|上门|逾期|欠款|还款|通知|开始|结束|营业|上班|于|至|到)/;

/** Whether a line names who wrote the next ones and when. */
export function isEntryHead(line: string): boolean {
  return line.length <= LONGEST_LINE && /\d:\d{2}/.test(line) && ENTRY.test(line) && !NO_NAME.test(line.replace(DATES, ''));
}

function isFrame(line: string): boolean {
  return line.length <= LONGEST_LINE && (TITLE.test(line) || DIVIDER.test(line) || RULE.test(line));
}

/** A record of a chat: a title, dividers with the day, and before each message a line with name and time. */
export const chatRecord: Layer = ({ text }) => {
  if (!text.includes('\n')) return null;
  let at = 0;
  let time: WrapperTime = NO_TIME;
  for (let turn = 0; turn < 8 && at < text.length; turn += 1) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line !== '' && !isFrame(line) && !isEntryHead(line)) break;
    // The message is the one below the last line of the frame, so its time is the one that counts.
    time = mergeTimes(readWrapperTime(line), time);
    at = end + 1;
  }
  if (at === 0) return null;
  const body = bodyWithin(text, at, closingQuestion(text, at));
  return body && { body, time, remark: questionBehind(text, body.end), wrapped: true };
};

/** The last entry may be the forwarder's question about the ones before. */
function closingQuestion(text: string, from: number): number {
  const last = text.trimEnd();
  const start = last.lastIndexOf('\n');
  if (start < from || !isRemark(last.slice(start + 1), true)) return text.length;
  const headStart = last.lastIndexOf('\n', start - 1) + 1;
  return headStart > from && isEntryHead(last.slice(headStart, start)) ? headStart : text.length;
}

function questionBehind(text: string, end: number): string | undefined {
  const rest = text.slice(end).trim();
  return rest === '' ? undefined : rest.slice(rest.indexOf('\n') + 1);
}
