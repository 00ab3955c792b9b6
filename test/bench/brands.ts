import type { Snapshot, SnapshotPlatform } from '../../src/registry/snapshot.js';

/** An invented brand: what a notice calls it, its site, its token in imitating hosts. */
export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly token: string;
}

const SYLLABLES = [
  'bao',
  'dun',
  'fei',
  'gao',
  'hua',
  'jin',
  'kai',
  'lin',
  'mei',
  'nuo',
  'pan',
  'qia',
  'rui',
  'sou',
  'tai',
  'wen',
  'xin',
  'yue',
  'zan',
  'chi',
];
const SIGNS = '宝敦飞高花金开林美诺盘恰瑞搜泰文信悦赞驰';

/** The `index`-th brand; different indexes below 160 000 give different brands. */
export function brand(index: number): Brand {
  const digits = [0, 1, 2, 3].map((place) => Math.floor(index / SYLLABLES.length ** place) % SYLLABLES.length);
  const token = digits.map((digit) => SYLLABLES[digit]).join('');
  return { id: `brand-${token}`, name: `${digits.map((digit) => SIGNS[digit]).join('')}例贷`, host: `${token}.cn`, token };
}

function platformOf({ id, name, host, token }: Brand): SnapshotPlatform {
  const contact = { status: 'current', scope: null, replacedBy: null, checked: '2026-11-21', sources: [], note: null } as const;
  return {
    id,
    name,
    nameEn: null,
    operator: null,
    kind: 'micro_lender',
    family: id,
    partOf: null,
    aliases: [],
    signatures: [name],
    neverSigns: [],
    hostTokens: [token],
    status: 'active',
    notes: [],
    contacts: [{ ...contact, kind: 'host', value: host, key: host, usedFor: '官网', tier: 'confirmed' }],
  };
}

/** The snapshot with these brands and no other platforms. */
export function withBrands(snapshot: Snapshot, brands: readonly Brand[]): Snapshot {
  return {
    ...snapshot,
    platforms: brands.map(platformOf),
    names: brands.map(({ id, name }) => ({ name, platformId: id, signatureOnly: false })),
    fakes: [],
    shortLinks: [],
    holders: [],
  };
}

/** Ways to write a host under a brand's flag, half of them imitations, half strangers. */
const HOSTS: readonly ((token: string, index: number) => string)[] = [
  (token) => `${token}-huankuan.top`,
  (token) => `${token.replace('a', 'q')}.cn`,
  (token) => `${token}.cn.denglu-lizi.top`,
  (token) => `www.${token.slice(0, -1)}.cn`,
  (_, index) => `yemian${index}-lizi.top`,
  (_, index) => `m.lizi-zhangdan.example${index % 7}.cn`,
  (_, index) => `s${index}.lizi-tongzhi.com`,
  () => 'help.lizi-shangcheng.com.cn',
];

/** A link under a brand's name, and that name. */
export interface Shown {
  readonly brand: Brand;
  readonly host: string;
}

export function shownHosts(brands: readonly Brand[], count: number): Shown[] {
  return Array.from({ length: count }, (_, index) => {
    const shown = brands[(index * 13) % brands.length] as Brand;
    return { brand: shown, host: HOSTS[index % HOSTS.length]?.(shown.token, index) ?? shown.host };
  });
}
