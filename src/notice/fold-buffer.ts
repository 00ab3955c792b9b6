import { Buffer } from 'node:buffer';

/** Texts up to this length share one pair of arrays; a longer one gets its own, dropped right after. */
const KEPT = 16_384;

/**
 * The copy while it is being written: folded units and, for each, the offset in the source that it came from.
 * One buffer serves every call, since a fold is synchronous and takes out what it keeps.
 */
export class FoldBuffer {
  units = new Uint16Array(KEPT);
  starts = new Int32Array(KEPT);
  /** Places where a variant rule may apply. */
  pivots = new Int32Array(KEPT);
  length = 0;
  pivotCount = 0;
  traits = 0;
  /** Some unit of the copy does not stand at the same distance from the start as in the source. */
  moved = false;
  #bytes = Buffer.from(this.units.buffer);

  reset(length: number): void {
    this.length = 0;
    this.pivotCount = 0;
    this.traits = 0;
    this.moved = false;
    if (length > this.units.length || this.units.length > KEPT) this.resize(Math.max(length, KEPT));
  }

  /** Makes room for `more` units besides those still to come. */
  ensure(more: number): void {
    if (this.length + more > this.units.length) this.resize(2 * (this.length + more));
  }

  put(unit: number, start: number): void {
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.length += 1;
  }

  text(): string {
    // Typed arrays and utf16le agree on every platform that Node runs on but s390x, which nobody runs this on.
    return this.#bytes.toString('utf16le', 0, this.length * 2);
  }

  map(): Int32Array {
    return this.starts.slice(0, this.length);
  }

  private resize(capacity: number): void {
    const { units, starts, pivots, length } = this;
    this.units = new Uint16Array(capacity);
    this.starts = new Int32Array(capacity);
    this.pivots = new Int32Array(capacity);
    this.units.set(units.subarray(0, length));
    this.starts.set(starts.subarray(0, length));
    this.pivots.set(pivots.subarray(0, this.pivotCount));
    this.#bytes = Buffer.from(this.units.buffer);
  }
}
