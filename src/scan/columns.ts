/** Names under which exports write a column, the best first. Lower case, with single spaces. */
const NAMES = {
  text: [
    'text',
    'message text',
    'message body',
    'body',
    'content',
    'message',
    'sms',
    '短信内容',
    '信息内容',
    '消息内容',
    '内容',
    '正文',
    '短信',
    '信息',
    '消息',
  ],
  sender: [
    'sender id',
    'sender',
    'sender number',
    'from',
    'address',
    'phone number',
    'number',
    'phone',
    '发件人号码',
    '对方号码',
    '发送号码',
    '号码',
    '手机号码',
    '手机号',
    '电话号码',
    '电话',
    '发件人',
    '发送人',
    '发信人',
    '发送方',
    '来自',
    'sender name',
    'contact',
    'name',
    '联系人',
    '姓名',
  ],
  time: [
    'received at',
    'message date',
    'date received',
    'received',
    'timestamp',
    'datetime',
    'date time',
    'date/time',
    'sent date',
    '接收时间',
    '收到时间',
    '短信时间',
    '消息时间',
    '发送时间',
    '日期时间',
  ],
  day: ['date', '日期'],
  hour: ['time', '时间'],
  direction: ['direction', 'type', 'message type', 'folder', 'box', '类型', '方向', '收发', '收发类型', '短信类型', '文件夹'],
  fromMe: ['is from me', 'from me', '是否本人发送'],
} as const;

type Column = keyof typeof NAMES;

/** Where each known column stands in a row; what is missing is left out. `text` is always there. */
export type Columns = Readonly<Partial<Record<Column, number>>> & { readonly text: number };

const plain = (name: string): string =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** Reads a head of names, Chinese or English, as exports write it; null when no column holds the words of a message. */
export function columnsOf(head: readonly string[]): Columns | null {
  const names = head.map(plain);
  const find = (column: Column): number | undefined => {
    const name = NAMES[column].find((candidate) => names.includes(candidate));
    return name === undefined ? undefined : names.indexOf(name);
  };
  const text = find('text');
  if (text === undefined) return null;
  const others = (Object.keys(NAMES) as Column[]).flatMap((column) => {
    const at = find(column);
    return at === undefined || at === text ? [] : [[column, at] as const];
  });
  return { ...Object.fromEntries(others), text };
}

const SENT = /^(?:outgoing|outbox|out|sent|send|已?发送|发出|发件箱?|已发|我)$/i;
const YES = /^(?:1|true|yes|y|是)$/i;

/** Whether a row says that the owner of the inbox wrote it. */
export function isSent(row: readonly string[], { direction, fromMe }: Columns): boolean {
  const said = direction === undefined ? '' : (row[direction] ?? '').trim();
  const own = fromMe === undefined ? '' : (row[fromMe] ?? '').trim();
  return SENT.test(said) || YES.test(own);
}

/** The time as written, from one column or from two. */
export function timeIn(row: readonly string[], { time, day, hour }: Columns): string {
  if (time !== undefined) return row[time] ?? '';
  return [day, hour].flatMap((at) => (at === undefined ? [] : [row[at] ?? ''])).join(' ');
}
