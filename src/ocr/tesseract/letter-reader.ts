import { FEATURE_COUNT } from './letter-features.js';
import { LETTER_WEIGHTS } from './letter-weights.js';

/** What a piece of ink can be; the last one stands for everything else: parts of letters, two at once, Chinese. */
export const LETTERS = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-/:?=&_@%+#~()', 'other'] as const;
export const OTHER = LETTERS.length - 1;
export const HIDDEN = 64;

/** The numbers of a small network: one layer of HIDDEN sums, cut off at zero, and one of a sum for each letter. */
export interface LetterNetwork {
  readonly inward: Float32Array;
  readonly inwardBias: Float32Array;
  readonly outward: Float32Array;
  readonly outwardBias: Float32Array;
}

/** For each of LETTERS the natural logarithm of how likely the piece with these features is that letter. */
export function likelihoods(features: Float32Array, network: LetterNetwork = trained()): Float32Array {
  const hidden = layer(features, network.inward, network.inwardBias, HIDDEN);
  for (let at = 0; at < HIDDEN; at++) hidden[at] = Math.max(0, hidden[at] as number);
  const sums = layer(hidden, network.outward, network.outwardBias, LETTERS.length);
  const highest = Math.max(...sums);
  let total = 0;
  for (const sum of sums) total += Math.exp(sum - highest);
  return sums.map((sum) => sum - highest - Math.log(total));
}

function layer(input: Float32Array, weights: Float32Array, bias: Float32Array, size: number): Float32Array {
  const result = Float32Array.from(bias);
  for (let at = 0; at < input.length; at++) {
    const value = input[at] as number;
    if (value === 0) continue;
    const start = at * size;
    for (let to = 0; to < size; to++) result[to] = (result[to] as number) + value * (weights[start + to] as number);
  }
  return result;
}

let loaded: LetterNetwork | undefined;

/** The network that stands in letter-weights.ts, unpacked once: for each part its scale, then a signed byte a number. */
function trained(): LetterNetwork {
  loaded ??= unpacked(Buffer.from(LETTER_WEIGHTS, 'base64'));
  return loaded;
}

function unpacked(packed: Buffer): LetterNetwork {
  let at = 0;
  const take = (count: number): Float32Array => {
    const scale = packed.readFloatLE(at);
    const values = Float32Array.from({ length: count }, (_, index) => packed.readInt8(at + 4 + index) * scale);
    at += 4 + count;
    return values;
  };
  return {
    inward: take(FEATURE_COUNT * HIDDEN),
    inwardBias: take(HIDDEN),
    outward: take(HIDDEN * LETTERS.length),
    outwardBias: take(LETTERS.length),
  };
}

/** The other way round, for whoever trains. */
export function packed({ inward, inwardBias, outward, outwardBias }: LetterNetwork): string {
  return Buffer.concat([inward, inwardBias, outward, outwardBias].map(packedPart)).toString('base64');
}

function packedPart(values: Float32Array): Buffer {
  const scale = Math.max(1e-9, ...values.map(Math.abs)) / 127;
  const part = Buffer.alloc(4 + values.length);
  part.writeFloatLE(scale, 0);
  for (const [index, value] of values.entries()) part.writeInt8(Math.round(value / scale), 4 + index);
  return part;
}
