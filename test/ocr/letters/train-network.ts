import { FEATURE_COUNT } from '../../../src/ocr/tesseract/letter-features.js';
import { HIDDEN, LETTERS, type LetterNetwork, likelihoods } from '../../../src/ocr/tesseract/letter-reader.js';
import type { Random } from '../render/random.js';
import type { Sample } from './samples.js';

const BATCH = 64;
const FIRST_RATE = 0.002;

/** A part of the network with what Adam (Kingma and Ba, 2014) remembers of it. */
class Part {
  readonly values: Float32Array;
  readonly slope: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(values: Float32Array) {
    this.values = values;
    this.slope = new Float32Array(values.length);
    this.mean = new Float32Array(values.length);
    this.square = new Float32Array(values.length);
  }

  step(rate: number, turn: number): void {
    for (let at = 0; at < this.values.length; at++) {
      const slope = (this.slope[at] as number) / BATCH;
      this.slope[at] = 0;
      const mean = 0.9 * (this.mean[at] as number) + 0.1 * slope;
      const square = 0.999 * (this.square[at] as number) + 0.001 * slope * slope;
      this.mean[at] = mean;
      this.square[at] = square;
      const move = mean / (1 - 0.9 ** turn) / (Math.sqrt(square / (1 - 0.999 ** turn)) + 1e-8);
      this.values[at] = (this.values[at] as number) - rate * move;
    }
  }
}

/** Learns to tell the samples' letters; `tell` hears how each epoch ended. */
export function trainNetwork(
  samples: Sample[],
  epochs: number,
  random: Random,
  tell: (epoch: number, network: LetterNetwork) => void,
): LetterNetwork {
  const bell = (size: number, spread: number) =>
    new Part(Float32Array.from({ length: size }, () => spread * Math.sqrt(3) * random.between(-1, 1)));
  const inward = bell(FEATURE_COUNT * HIDDEN, 1.5 * Math.sqrt(2 / FEATURE_COUNT));
  const outward = bell(HIDDEN * LETTERS.length, Math.sqrt(1 / HIDDEN));
  const [inwardBias, outwardBias] = [bell(HIDDEN, 0), bell(LETTERS.length, 0)];
  const parts = [inward, inwardBias, outward, outwardBias];
  const network = {
    inward: inward.values,
    inwardBias: inwardBias.values,
    outward: outward.values,
    outwardBias: outwardBias.values,
  };
  let turn = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(samples, random);
    const rate = FIRST_RATE * (0.51 + 0.49 * Math.cos((Math.PI * epoch) / epochs));
    for (let start = 0; start + BATCH <= samples.length; start += BATCH) {
      for (const sample of samples.slice(start, start + BATCH)) addSlopes(sample, inward, inwardBias, outward, outwardBias);
      turn += 1;
      for (const part of parts) part.step(rate, turn);
    }
    tell(epoch, network);
  }
  return network;
}

function addSlopes({ features, letter }: Sample, inward: Part, inwardBias: Part, outward: Part, outwardBias: Part): void {
  const hidden = hiddenOf(features, inward.values, inwardBias.values);
  const network = {
    inward: inward.values,
    inwardBias: inwardBias.values,
    outward: outward.values,
    outwardBias: outwardBias.values,
  };
  const error = likelihoods(features, network).map((odds, at) => Math.exp(odds) - (at === letter ? 1 : 0));
  const back = new Float32Array(HIDDEN);
  add(outwardBias.slope, 0, error, 1);
  hidden.forEach((value, unit) => {
    if (value === 0) return;
    add(outward.slope, unit * LETTERS.length, error, value);
    back[unit] = error.reduce((sum, own, at) => sum + own * (outward.values[unit * LETTERS.length + at] as number), 0);
  });
  add(inwardBias.slope, 0, back, 1);
  features.forEach((value, at) => {
    if (value !== 0) add(inward.slope, at * HIDDEN, back, value);
  });
}

function add(to: Float32Array, start: number, values: Float32Array, times: number): void {
  for (let at = 0; at < values.length; at++) to[start + at] = (to[start + at] as number) + (values[at] as number) * times;
}

function hiddenOf(features: Float32Array, weights: Float32Array, bias: Float32Array): Float32Array {
  const hidden = Float32Array.from(bias);
  features.forEach((value, at) => {
    if (value !== 0) add(hidden, 0, weights.subarray(at * HIDDEN, (at + 1) * HIDDEN), value);
  });
  return hidden.map((value) => Math.max(0, value));
}

function shuffle(samples: Sample[], random: Random): void {
  for (let at = samples.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [samples[at], samples[other]] = [samples[other] as Sample, samples[at] as Sample];
  }
}
