import type { Subject } from '../../../src/checks/types.js';
import { type Brand, brand, type Shown, shownHosts, withBrands } from '../brands.js';
import { loadChecker, loadDataFiles, loadExamine, loadLookalike, loadRead, loadRegistry } from '../built.js';
import { figure, median, table } from '../figures.js';
import { interleave, type Way } from '../interleave.js';

const BRAND_COUNTS = [40, 400, 4_000];
const HOSTS = 240;

interface Case extends Shown {
  readonly text: string;
  readonly subject: Subject;
}

/** MetaMask's detector on the same brands: exact lists, then Levenshtein distance to every brand. Null when it cannot be loaded. */
async function theirWay(brands: readonly Brand[]): Promise<Way<Case> | null> {
  try {
    const { PhishingDetector } = await import('@metamask/phishing-controller');
    const hosts = brands.map(({ host }) => host);
    const detector = new PhishingDetector([
      { allowlist: hosts, blocklist: [], fuzzylist: hosts, tolerance: 2, name: 'brands', version: 1 },
    ]);
    return ({ host }) => detector.check(`https://${host}/`);
  } catch (error) {
    console.log(`  @metamask/phishing-controller cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function ourCases(brands: readonly Brand[]): Promise<{ cases: Case[]; check: Way<Case> }> {
  const [{ checkNotice }, { createRegistry }, { readSnapshot }, { readNotices }, { examine }] = await Promise.all([
    loadChecker(),
    loadRegistry(),
    loadDataFiles(),
    loadRead(),
    loadExamine(),
  ]);
  const registry = createRegistry(withBrands(readSnapshot(), brands));
  const cases = shownHosts(brands, HOSTS).map((shown): Case => {
    const text = `【${shown.brand.name}】您的借款已逾期，请点击 https://${shown.host}/ 处理`;
    const notice = readNotices({ text }, registry.plan).notices[0];
    if (notice?.links.length !== 1) throw new Error(`the link of "${text}" was not read`);
    return { ...shown, text, subject: examine(notice, registry).subject };
  });
  return { cases, check: ({ text }) => checkNotice({ text }, registry) };
}

async function measure(count: number): Promise<string[]> {
  const brands = Array.from({ length: count }, (_, index) => brand(index));
  const { linkLookalike } = await loadLookalike();
  const { cases, check } = await ourCases(brands);
  const imitations = cases.filter(({ subject }) => linkLookalike.run(subject).length > 0).length;
  const theirs = await theirWay(brands);
  const lookalike: Way<Case> = ({ subject }) => linkLookalike.run(subject);
  const [ours, whole, other] = interleave(cases, theirs ? [lookalike, check, theirs] : [lookalike, check], {
    rounds: 40,
    warmUp: 10,
  });
  const us = median(ours ?? []);
  const them = other ? median(other) : Number.NaN;
  return [
    String(count),
    figure(us),
    figure(median(whole ?? [])),
    figure(them),
    `${figure(them / us)}x`,
    `${imitations} of ${HOSTS}`,
  ];
}

/** The look-alike check as brands grow in number, beside a detector that compares with every brand. */
export async function benchLookalike(): Promise<void> {
  const rows: string[][] = [];
  for (const count of BRAND_COUNTS) rows.push(await measure(count));
  console.log(`lookalike: ${HOSTS} hosts, median µs per host`);
  console.log(
    table(['brands', 'look-alike check', 'whole check', 'phishing-controller', 'theirs / ours', 'called imitations'], rows),
  );
}
