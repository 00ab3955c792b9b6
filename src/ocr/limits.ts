import type { TextEngine } from './types.js';

/** What a reader allows itself. */
export interface ReaderLimits {
  /** Of one picture. Bytes. */
  readonly bytes: number;
  /** Pictures that may wait for their turn, and their bytes together. */
  readonly waiting: number;
  readonly waitingBytes: number;
  /** For one picture, the start of the process included. */
  readonly milliseconds: number;
  /** Without a picture, after which the process is ended and its memory given back. */
  readonly idleMilliseconds: number;
  /** Resident bytes of the process; with more it is replaced after the picture. */
  readonly memory: number;
  /** Bytes of JavaScript objects in the process; pixels and models do not count. */
  readonly heap: number;
}

const LIMITS: ReaderLimits = {
  bytes: 10_000_000,
  waiting: 20,
  waitingBytes: 40_000_000,
  milliseconds: 30_000,
  idleMilliseconds: 10 * 60_000,
  memory: 320_000_000,
  heap: 192_000_000,
};

/** Paddle turns a picture into lists of numbers, and holds its models besides. */
export const limitsOf = (engine: TextEngine['name']): ReaderLimits =>
  engine === 'paddle' ? { ...LIMITS, memory: 1_100_000_000, heap: 800_000_000 } : LIMITS;
