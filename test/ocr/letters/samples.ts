import sharp from 'sharp';
import { type FoundLine, findLines } from '../../../src/ocr/tesseract/find-lines.js';
import { groupsFrom, type Piece, piecesOf } from '../../../src/ocr/tesseract/glyphs.js';
import { cut, type Grey, greyOf } from '../../../src/ocr/tesseract/grey.js';
import { featuresOf, settingOf } from '../../../src/ocr/tesseract/letter-features.js';
import { LETTERS, OTHER } from '../../../src/ocr/tesseract/letter-reader.js';
import { evened, type LinePicture, linePicture } from '../../../src/ocr/tesseract/line-picture.js';
import type { LetterPage, PlacedLetter } from './draw-pages.js';

/** What the reader sees of a letter, and which of LETTERS it is. */
export interface Sample {
  readonly features: Float32Array;
  readonly letter: number;
}

const REACH = 43;
const NUMBER_OF = new Map<string, number>(LETTERS.map((letter, at) => [letter, at]));

/** Every letter of a page as the reader itself finds and cuts it, and every wrong cut as no letter. */
export async function samplesOf({ picture, lines }: LetterPage): Promise<Sample[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const grey = await greyOf({ data, width: info.width, height: info.height, channels: 3 });
  const found = await findLines(grey);
  const samples: Sample[] = [];
  for (const letters of lines) {
    const line = found.find((candidate) => holds(candidate, letters));
    if (line) samples.push(...samplesOfLine(await linePicture(grey, line), letters));
  }
  return samples;
}

function holds(line: FoundLine, letters: readonly PlacedLetter[]): boolean {
  const [first, last] = [letters[0], letters.at(-1)];
  if (!first || !last) return false;
  const middle = (first.top + first.bottom) / 2;
  const isBeside = line.top < middle && middle < line.top + line.height;
  return isBeside && line.left < last.right && line.left + line.width > first.left;
}

function samplesOfLine(line: LinePicture, letters: readonly PlacedLetter[]): Sample[] {
  const scale = line.height / line.from.height;
  const placed = letters.map(({ letter, left, right }) => ({
    letter,
    left: (left - line.from.left) * scale,
    right: (right - line.from.left) * scale,
  }));
  const latin = placed.filter(({ letter }) => NUMBER_OF.has(letter));
  const from = Math.max(0, Math.floor((latin[0]?.left ?? 0) - REACH));
  const to = Math.min(line.width, Math.ceil((latin.at(-1)?.right ?? 0) + REACH));
  if (to - from < REACH) return [];
  const run = cut(evened(line), { left: from, top: 0, width: to - from, height: line.height });
  return samplesOfRun(
    run,
    placed.map(({ letter, left, right }) => ({ letter, left: left - from, right: right - from })),
  );
}

interface Span {
  readonly letter: string;
  readonly left: number;
  readonly right: number;
}

function samplesOfRun(run: Grey, letters: readonly Span[]): Sample[] {
  const pieces = piecesOf(run);
  const setting = settingOf(pieces);
  const owners = pieces.map((piece) => letters.findIndex((letter) => isOver(piece, letter)));
  return pieces.flatMap((_, first) =>
    groupsFrom(pieces, first).map((group, more) => ({
      features: featuresOf(run, group, setting),
      letter: letterOf(owners, first, more + 1, letters, group),
    })),
  );
}

const isOver = ({ left, right }: Piece, letter: Span): boolean =>
  (left + right) / 2 >= letter.left - 0.5 && (left + right) / 2 < letter.right + 0.5;

/** The letter whose pieces these are, all of them and no other's; otherwise none. */
function letterOf(owners: readonly number[], first: number, count: number, letters: readonly Span[], group: Piece): number {
  const owner = owners[first] ?? -1;
  const isWhole = owners.every((other, at) => (other === owner) === (at >= first && at < first + count));
  const letter = letters[owner];
  if (!letter || !isWhole || group.right - group.left > letter.right - letter.left + 4) return OTHER;
  return NUMBER_OF.get(letter.letter) ?? OTHER;
}
