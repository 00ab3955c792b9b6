import { skeletonOf } from './host-skeleton.js';

/**
 * How a host imitates an official one, most telling first. Order and filters follow Chromium's look-alike checks
 * (components/lookalikes/core, docs/security/lookalikes), narrowed to one platform: the one that the notice names.
 */
export type LikenessKind = 'embedded_host' | 'confusable' | 'brand_in_host' | 'one_edit' | 'other_suffix';

export interface Likeness {
  readonly kind: LikenessKind;
  /** The official host or the brand token that is imitated. */
  readonly imitates: string;
}

export interface OfficialHost {
  /** Registrable domain (eTLD+1) in Unicode, lower case. */
  readonly domain: string;
  /** Its first label. */
  readonly name: string;
  /** Of the name. */
  readonly skeleton: string;
}

export interface BrandToken {
  readonly token: string;
  readonly skeleton: string;
}

/** Folds an official domain once, for all hosts that will be compared with it. */
export function officialHost(domain: string): OfficialHost {
  const name = domain.slice(0, domain.indexOf('.'));
  return { domain, name, skeleton: skeletonOf(name) };
}

export const brandToken = (token: string): BrandToken => ({ token, skeleton: skeletonOf(token) });

export interface SuspectHost {
  readonly hostUnicode: string;
  readonly domain: string;
  readonly publicSuffix: string;
}

/** Shorter names are one edit away from half of the registry. */
const SHORTEST_NAME_FOR_EDIT = 6;
/** Tokens from this length on count anywhere inside a label; shorter ones only where a label or a hyphen begins. */
const SHORTEST_FREE_TOKEN = 5;

const nameOf = (suspect: SuspectHost): string => suspect.domain.slice(0, -suspect.publicSuffix.length - 1);

/**
 * The official host stands inside the host, whole, and something else owns it: `nhsa.gov.cn.zfb-bt.xyz`,
 * `ccb.com-hdzx.cc`. At the very end it is only a brand behind a hyphen (`iot-tencent.com`).
 */
function embeds(suspect: SuspectHost, official: OfficialHost): boolean {
  const pieces = suspect.hostUnicode.replaceAll('-', '.');
  return `.${pieces}`.includes(`.${official.domain}.`);
}

/** Equal to the eye, different to the machine. A name that differs only in its suffix is not meant here. */
const isConfusable = (name: string, skeleton: string, official: OfficialHost): boolean =>
  skeleton === official.skeleton && name !== official.name;

function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** One character more, less or other. */
export function isOneEdit(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length > 1 || a === b) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  return longer.length === shorter.length
    ? shorter.slice(at + 1) === longer.slice(at + 1)
    : shorter.slice(at) === longer.slice(at + 1);
}

/** Chromium's false positives: another first letter (hank/tank), a trailing digit (a1/a2), one hyphen more. */
function isInnocentEdit(a: string, b: string): boolean {
  if (a[0] !== b[0]) return true;
  if (a.replaceAll('-', '') === b.replaceAll('-', '')) return true;
  return a.replace(/\d+$/, '') === b.replace(/\d+$/, '');
}

/** Both are skeletons. */
function isNear(name: string, target: string): boolean {
  if (target.length < SHORTEST_NAME_FOR_EDIT || Math.abs(name.length - target.length) > 1) return false;
  return (isOneEdit(name, target) || isOneSwap(name, target)) && !isInnocentEdit(name, target);
}

/** Where a short token may begin: at a label, behind a hyphen, or behind `m`/`wap`/`www`/`up` glued to a service number. */
function holdsToken(label: string, token: string): boolean {
  const at = label.indexOf(token);
  if (at < 0) return false;
  const isFree = token.length >= SHORTEST_FREE_TOKEN;
  if (isFree) return true;
  const begins = at === 0 || label[at - 1] === '-';
  if (token.length > 2) return begins;
  const end = label[at + token.length];
  return begins && (end === undefined || end === '-' || /\d/.test(end));
}

/** Brand and more in a host of somebody else: `jd-huankuan.top`, `icbcqzk.cc`, `alipay.kefu.xyz`, with digits read as letters. */
function heldToken(suspect: SuspectHost, tokens: readonly BrandToken[]): string | null {
  const labels = suspect.hostUnicode.slice(0, -suspect.publicSuffix.length - 1).split('.');
  const skeletons = labels.map(skeletonOf);
  let longest: string | null = null;
  for (const { token, skeleton } of tokens) {
    if (longest !== null && token.length <= longest.length) continue;
    const isHeld =
      labels.some((label) => holdsToken(label, token)) ||
      (token.length > 3 && skeletons.some((label) => holdsToken(label, skeleton)));
    if (isHeld) longest = token;
  }
  return longest;
}

/** How `suspect` imitates the platform that has these official hosts and brand tokens; null when it does not. */
export function likenessOf(
  suspect: SuspectHost,
  officials: readonly OfficialHost[],
  tokens: readonly BrandToken[],
): Likeness | null {
  const name = nameOf(suspect);
  const skeleton = skeletonOf(name);
  const embedded = officials.find((official) => embeds(suspect, official));
  if (embedded) return { kind: 'embedded_host', imitates: embedded.domain };
  const confusable = officials.find((official) => isConfusable(name, skeleton, official));
  if (confusable) return { kind: 'confusable', imitates: confusable.domain };
  const otherSuffix = officials.find((official) => name === official.name);
  if (otherSuffix) return { kind: 'other_suffix', imitates: otherSuffix.domain };
  const token = heldToken(suspect, tokens);
  if (token) return { kind: 'brand_in_host', imitates: token };
  const near = officials.find((official) => isNear(skeleton, official.skeleton));
  return near ? { kind: 'one_edit', imitates: near.domain } : null;
}
