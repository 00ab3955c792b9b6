/** A number from 0 to 1 for each call, the same ones in every run (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NAMES = ['张', '李', '王', '欧阳', '司徒', '陈', '周', '吴'];

/** Invented campaigns: each has its own sentences, and every message of one another name, amount and link. */
export function createCampaigns(messages: readonly string[]): (campaign: number, variant: number) => string {
  const clauses = [...new Set(messages.flatMap((message) => message.split(/[，。！：；【】\n]/)))].filter(
    ({ length }) => length > 5,
  );
  const pick = (random: () => number): string => clauses[Math.floor(clauses.length * random() ** 2)] ?? '';
  return (campaign, variant) => {
    const random = createRandom(campaign);
    // Some sentences stand in many campaigns, as they do among real ones.
    const own = Array.from({ length: 4 + Math.floor(4 * random()) }, () => pick(random));
    const filled = createRandom(campaign * 31 + variant);
    const name = NAMES[Math.floor(NAMES.length * filled())];
    return `${name}女士您好，${own.join('，')}，共${(100 + 90_000 * filled()).toFixed(2)}元，详情 c${campaign}v${variant}.example`;
  };
}
