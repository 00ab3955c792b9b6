/** Which documents hold each token, and how much a token tells. */
export class TokenIndex {
  readonly #holders = new Map<string, number[]>();
  readonly #size: number;

  constructor(documents: readonly ReadonlySet<string>[]) {
    this.#size = documents.length;
    for (const [at, tokens] of documents.entries()) {
      for (const token of tokens) {
        const holders = this.#holders.get(token);
        if (holders) holders.push(at);
        else this.#holders.set(token, [at]);
      }
    }
  }

  /** Inverse document frequency as BM25 has it (Robertson and Spärck Jones): rare tokens weigh most, unknown ones as much. */
  weight(token: string): number {
    const count = this.#holders.get(token)?.length ?? 0;
    return Math.log(1 + (this.#size - count + 0.5) / (count + 0.5));
  }

  has(token: string): boolean {
    return this.#holders.has(token);
  }

  /** The weight of these tokens together. */
  sum(tokens: Iterable<string>): number {
    let sum = 0;
    for (const token of tokens) sum += this.weight(token);
    return sum;
  }

  /** The weight of the tokens that each document shares with a question. */
  shared(tokens: ReadonlySet<string>, weights: TokenIndex = this): Map<number, number> {
    const sums = new Map<number, number>();
    for (const token of tokens) {
      const weight = weights.weight(token);
      for (const at of this.#holders.get(token) ?? []) sums.set(at, (sums.get(at) ?? 0) + weight);
    }
    return sums;
  }
}
