import { describe, expect, it } from 'vitest';
import { neuralPart } from '../../../src/ocr/tesseract/model.js';

/** A model file that holds these components, each at its number; `null`: the number is left out. */
function modelOf(components: readonly (string | null)[]): Buffer {
  const head = Buffer.alloc(4 + 8 * components.length);
  head.writeInt32LE(components.length, 0);
  let end = head.length;
  components.forEach((component, at) => {
    head.writeBigInt64LE(BigInt(component === null ? -1 : end), 4 + 8 * at);
    end += component?.length ?? 0;
  });
  return Buffer.concat([head, ...components.map((component) => Buffer.from(component ?? ''))]);
}

const LEGACY = 3;
const NETWORK = 17;

describe('the neural part of a model', () => {
  it('keeps the network and leaves out what only the older engine reads', () => {
    const components = Array.from({ length: 24 }, (_, at) => (at === LEGACY ? 'old' : at === NETWORK ? 'network' : null));
    const expected = components.map((component, at) => (at === NETWORK ? component : null));
    expect(neuralPart(modelOf(components))).toEqual(modelOf(expected));
  });

  it('keeps a component whole when the next one is left out', () => {
    const components = Array.from({ length: 24 }, (_, at) => (at < LEGACY + 1 ? `part${at}` : null));
    const expected = components.map((component, at) => (at < 2 ? component : null));
    expect(neuralPart(modelOf(components))).toEqual(modelOf(expected));
  });
});
