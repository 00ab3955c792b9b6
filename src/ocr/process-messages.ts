import type { ImageReading } from '../dialogue/ports.js';
import type { TextEngine } from './types.js';

/** What the reading process is started with. */
export interface EngineOptions {
  readonly engine: TextEngine['name'];
  /** Folder where models may be kept; it must be writable. */
  readonly modelFolder: string;
}

/** What the reading process is asked, one picture at a time. */
export interface Asked {
  readonly picture: Uint8Array;
  /** The day in China on which it was sent, `2026-11-20`: what a phone calls today is counted from it. */
  readonly today: string;
}

export interface Answer {
  readonly reading: ImageReading;
  /** Resident memory that the process holds now. Bytes. */
  readonly memory: number;
}

/** What is heard of the reading process: whether it can read at all, one answer to each picture, and its end. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'gone'; readonly reason: string };
