import type { Random } from './random.js';

/** Invented addresses that are hard to read: letters and digits that look alike, hyphens, long paths. */
const PIECES = [
  'lloyi',
  'o0wei',
  'qg1dai',
  'rnxin',
  'vvbank',
  'huankuan',
  'l1ngqu',
  'zhlfq',
  'gqpay',
  'yibao',
  'etc-renz',
  'kuaid1',
  'cl0ud',
  'jifen',
  'wap-cx',
  'b8s5z2',
  'mm-rn',
];
const SUFFIXES = ['cn', 'com', 'top', 'vip', 'xyz', 'cc', 'icu', 'com.cn', 'shop', 'life', 'tk', 'ltd'];
const PATH_SIGNS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

export function someHost(random: Random): string {
  const pieces = Array.from({ length: random.whole(1, 2) }, () => random.pick(PIECES));
  const name = `${pieces.join(random.pick(['', '-']))}${random.chance(0.4) ? random.digits(random.whole(1, 3)) : ''}`;
  const front = random.chance(0.3) ? `${random.pick(['www', 'wap', 'm', 'h5'])}.` : '';
  return `${front}${name}.${random.pick(SUFFIXES)}`;
}

export function someLink(random: Random, host: string): string {
  const scheme = random.pick(['', '', 'http://', 'https://']);
  const length = random.pick([0, 0, 4, 6, 9, 22]);
  const path = Array.from({ length }, () => random.pick([...PATH_SIGNS])).join('');
  return `${scheme}${host}${path === '' ? '' : `/${path}`}`;
}

/** A mobile number that belongs to nobody. */
export const someMobile = (random: Random): string => `154${random.digits(8)}`;

/** What stands in the title bar, and how a reader should write it down. Null: a name, which is no number. */
export interface Sender {
  readonly shown: string;
  readonly sender: string | null;
}

export function someSender(random: Random): Sender {
  const mobile = someMobile(random);
  const port = `106${random.digits(random.whole(6, 15))}`;
  const code = random.pick(['95588', '95533', '95118', '95555', '95566', '955989', '10086', '12306', '12378', '96110']);
  const mail = `notice@${random.pick(PIECES)}.example`;
  const abroad = random.digits(8);
  return random.pick<Sender>([
    { shown: port, sender: port },
    { shown: port, sender: port },
    { shown: code, sender: code },
    { shown: code, sender: code },
    { shown: mobile, sender: mobile },
    { shown: `+86 ${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`, sender: `+86${mobile}` },
    { shown: `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`, sender: mobile },
    { shown: `+852 ${abroad.slice(0, 4)} ${abroad.slice(4)}`, sender: `+852${abroad}` },
    { shown: `<${port}>`, sender: port },
    { shown: mail, sender: mail },
    { shown: random.pick(['招商银行', '王经理', 'Tina']), sender: null },
    { shown: '未知号码', sender: null },
  ]);
}

export const someFriend = (random: Random): string =>
  random.pick(['妈妈', '老爸', '小姨', '阿强', '李姐', '相亲相爱一家人(7)', 'Tina', '房东王']);
