import type { ImageReading, ReadNotice, TextFromImage } from '../dialogue/ports.js';

/** Pixels of an upright picture, row by row, `channels` bytes each (1: grey, 3: RGB). */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** In pixels of the picture, from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One line of writing as an engine read it. */
export interface ReadLine {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1: how sure the engine is of the line. */
  readonly confidence: number;
}

/** Reads writing, and knows nothing of phones or messages. */
export interface TextEngine {
  readonly name: 'tesseract' | 'paddle';
  /** Lines from top to bottom, those beside each other from left to right. Throws when the engine broke. */
  readLines(pixels: Pixels): Promise<readonly ReadLine[]>;
  close(): Promise<void>;
}

/** A notice and where in the picture it stands, so that a QR code can be given to the one beside it. */
export interface PlacedNotice extends Omit<ReadNotice, 'codes'> {
  readonly box: Box;
}

/** What the lines of a picture are: notices without the phone's furniture, or why there is none. */
export type LaidOut =
  | { readonly kind: 'read'; readonly notices: readonly PlacedNotice[] }
  | { readonly kind: 'failed'; readonly why: Extract<ImageReading, { kind: 'failed' }>['why'] };

export interface ReaderHealth {
  readonly state: 'starting' | 'up' | 'down';
  /** One line in English; '' when all is well. */
  readonly detail: string;
  /** Pictures that wait for their turn. */
  readonly waiting: number;
}

/** The reader of pictures as the program opens, watches and closes it. */
export interface ImageReader extends TextFromImage {
  health(): ReaderHealth;
  close(): Promise<void>;
}
