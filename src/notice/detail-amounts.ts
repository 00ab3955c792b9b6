import type { DetailPattern } from './detail-pattern.js';
import { Trait } from './traits.js';

const MULTIPLIERS: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, k: 1_000, 万: 10_000, w: 10_000, 亿: 100_000_000 };

const AMOUNT: DetailPattern = {
  kind: 'amount',
  needs: Trait.digit,
  pattern:
    /((?:[¥￥]|rmb|cny|人民币)? ?(?<![\d.,])((?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,2})?) ?([百千万亿]|[wk](?![a-z]))?(?:多|余|整)? ?(?:元|块钱?|圆|rmb|人民币)?)/g,
  value: (match) => {
    const [, written = '', figure = '', multiplier] = match;
    const isMoney =
      /[¥￥元块圆]|rmb|cny|人民币/.test(written) ||
      (multiplier === '万' && !/^[人名个条次户分股件里公]/.test(match.input.slice(match.index + written.length)));
    const yuan = Number(figure.replaceAll(',', '')) * (MULTIPLIERS[multiplier ?? ''] ?? 1);
    return isMoney && yuan < 1e12 ? String(Math.round(yuan * 100)) : null;
  },
};

const NUMBER = '(?:\\d{1,3}|半|[一二两三四五六七八九十]{1,3})';
const DAY =
  '(?:今日|今天|今晚|今早|今明两天|明日|明天|明早|明晚|当日|当天|当晚|本日|即日|本周[一二三四五六日]?|周[一二三四五六日]|\\d{1,2}月\\d{1,2}日|\\d{1,2}[日号])';
const HOUR = `(?:上午|下午|中午|晚上|晚间|凌晨|晚|早上|早)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[:点时](?:\\d{1,2}分?|半|整)?)(?:整)?`;

/** Within a span of time, by an hour, by the end of a day. Most need no ASCII digit. */
export const DEADLINE_PATTERNS: readonly DetailPattern[] = [
  {
    kind: 'deadline',
    needs: Trait.square,
    cues: ['内'],
    pattern: new RegExp(
      `(${NUMBER}个?(?:小时|分钟|工作日|自然日|天|日|周|月)(?:之|以)?内|${DAY}(?:之|以)?内)(?!部|容|心|地|存|网|含|蒙|(?:输入)?有效)`,
      'g',
    ),
  },
  {
    kind: 'deadline',
    needs: Trait.square,
    cues: ['前'],
    pattern: new RegExp(`(${DAY}?${HOUR}(?:之|以)?前|${DAY}(?:下班|之|以)?前)`, 'g'),
  },
  {
    kind: 'deadline',
    needs: Trait.square,
    cues: ['截止', '期限'],
    pattern: new RegExp(`((?:截止|最后期限)(?:到|至|时间|日期)?[:为是]? ?${DAY}(?:${HOUR})?|${DAY}截止)`, 'g'),
  },
];

const OVERDUE: DetailPattern = {
  kind: 'days_overdue',
  needs: Trait.digit,
  cues: ['逾期', '拖欠', '欠款', '超期'],
  pattern: /(?:逾期|拖欠|欠款|超期)(?:天数|时间|时长|已经|已达|已超过?|超过?|了|已|达|长达|:| ){0,3}(\d{1,4}) ?(?:天|日(?!前))/g,
};

export const AMOUNT_PATTERNS: readonly DetailPattern[] = [AMOUNT, OVERDUE];
