import type { Piece } from './glyphs.js';
import type { Grey } from './grey.js';

/** The side of the square that a letter's picture is drawn into. */
const SIDE = 16;
/** How many numbers describe a letter: its picture, its size and where it stands. */
export const FEATURE_COUNT = SIDE * SIDE + 7;

/** What letters beside each other have in common, in pixels of the line's picture. */
export interface Setting {
  /** The row that most letters stand on. */
  readonly baseline: number;
  /** From there to the top of the highest letter. */
  readonly highest: number;
  /** The middle height of the letters. */
  readonly usual: number;
}

export function settingOf(pieces: readonly Piece[]): Setting {
  const baseline = middle(pieces.map((piece) => piece.bottom));
  const highest = Math.max(1, ...pieces.map((piece) => baseline - piece.top));
  return { baseline, highest, usual: Math.max(1, middle(pieces.map((piece) => piece.bottom - piece.top))) };
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** A letter's picture with its proportions kept, and its size and place; every number is about 0 to 1. */
export function featuresOf(line: Grey, piece: Piece, setting: Setting): Float32Array {
  const features = new Float32Array(FEATURE_COUNT);
  drawInto(features, line, piece);
  const width = piece.right - piece.left;
  const height = piece.bottom - piece.top;
  features.set(
    [
      width / 32,
      height / 32,
      (setting.baseline - piece.bottom) / 16,
      (setting.baseline - piece.top) / 32,
      height / setting.highest,
      height / setting.usual / 2,
      (setting.baseline - piece.top) / setting.highest,
    ],
    SIDE * SIDE,
  );
  return features;
}

/** Scales the piece to the square's side and centres it; each number is the darkness at the middle of its cell. */
function drawInto(features: Float32Array, line: Grey, piece: Piece): void {
  const width = piece.right - piece.left;
  const height = piece.bottom - piece.top;
  const scale = Math.max(width, height) / SIDE;
  const left = piece.left - (SIDE * scale - width) / 2;
  const top = piece.top - (SIDE * scale - height) / 2;
  for (let row = 0; row < SIDE; row++) {
    const y = top + (row + 0.5) * scale - 0.5;
    for (let column = 0; column < SIDE; column++) {
      const x = left + (column + 0.5) * scale - 0.5;
      if (x < piece.left - 0.5 || x > piece.right - 0.5 || y < piece.top - 0.5 || y > piece.bottom - 0.5) continue;
      features[row * SIDE + column] = 1 - levelAt(line, x, y) / 255;
    }
  }
}

/** The level between four pixels. */
function levelAt(line: Grey, x: number, y: number): number {
  const column = Math.max(0, Math.min(line.width - 2, Math.floor(x)));
  const row = Math.max(0, Math.min(line.height - 2, Math.floor(y)));
  const at = row * line.width + column;
  const [right, down] = [x - column, y - row];
  const pixel = (offset: number) => line.data[at + offset] as number;
  const upper = pixel(0) * (1 - right) + pixel(1) * right;
  const lower = pixel(line.width) * (1 - right) + pixel(line.width + 1) * right;
  return upper * (1 - down) + lower * down;
}
