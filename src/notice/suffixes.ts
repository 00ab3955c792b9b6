/**
 * What a bare host may end in. A scheme or `www.` says that an address is meant; without one, `ok.so` and `1.vip客户` look like
 * hosts too, so the suffix has to carry the doubt.
 */

/** Suffixes that addresses in messages mostly have. Only these are believed where the dots are spelled or spaced out. */
const USUAL = new Set(
  (
    'com cn net org cc top vip xyz icu club info shop site online ltd work pro mobi biz tv asia ink cyou cfd sbs bond buzz hk tw ' +
    'link live fun ren wang tech store cloud loan fit win bid gov edu app dev me co io la so im'
  ).split(' '),
);

/** Of those, the ones that no sentence holds by chance. */
const PLAIN = new Set('com cn net org cc top vip xyz icu club info ltd mobi biz cyou cfd sbs hk'.split(' '));

/** File endings that are also suffixes. */
const FILE_LIKE = new Set('md py sh zip mov java'.split(' '));

/** Suffixes that are words of an English sentence whose writer left out a space. */
const WORD_LIKE = new Set(
  (
    'is it so me my at no to in am do be as us by he we ok hi one all love now how here you who men day wow yes today live work ' +
    'fun baby best cool help home life money news open pay red blue black pink play show song team time tips town win world'
  ).split(' '),
);

/** Titles and abbreviations that stand before a dot. */
const TITLE_LIKE = new Set('mr mrs ms dr st no vs tel fax ok yes hi bye haha app vip qq mp id p v u e i'.split(' '));

export function isUsualSuffix(label: string): boolean {
  return USUAL.has(label);
}

export function isPlainSuffix(label: string): boolean {
  return PLAIN.has(label);
}

interface BareHost {
  readonly labels: readonly string[];
  /** The text around it, for the doubt about sentences: what stands right before and right after. */
  readonly before: string;
  readonly after: string;
}

/** Whether a host of two labels, with no scheme, `www.`, port or path, is meant as an address. Its suffix is a registered one. */
export function isMeantAsAddress({ labels, before, after }: BareHost): boolean {
  const [name = '', suffix = ''] = labels;
  if (FILE_LIKE.has(suffix) || TITLE_LIKE.has(name) || name === suffix) return false;
  // `1.vip客户` is the first point of a list; `3.cn` and `58.com` are sites.
  if (/^\d{1,2}$/.test(name)) return suffix === 'cn' || suffix === 'com' || suffix === 'net';
  if (/^\d+$/.test(name)) return isPlainSuffix(suffix);
  if (name.length === 1) return isPlainSuffix(suffix) || suffix === 'co' || suffix === 'me';
  return !(WORD_LIKE.has(suffix) && (/[a-z] $/.test(before) || /^ [a-z]/.test(after)));
}

/** `微信号zl.kf.me` names an account, not a site. `before` is what stands right before it. */
export function namesChatId(before: string): boolean {
  return /(?:微信号?|vx|wx|qq|v信)(?:是|为)?[: ]*$/.test(before);
}
