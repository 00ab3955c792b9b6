import sharp from 'sharp';
import type { Box, Pixels, ReadLine, TextEngine } from '../types.js';
import { type Band, bandsOf, linesOfBand } from './bands.js';
import { PADDLE_PACKAGE } from './installed.js';

type Corner = readonly [x: number, y: number];

interface PaddleLine {
  readonly text: string;
  /** 0 to 1. */
  readonly mean: number;
  readonly box?: readonly Corner[];
}

/** What is taken from the package. */
interface PaddleModule {
  readonly default: {
    create(options: object): Promise<{ detect(picture: Uint8Array): Promise<readonly PaddleLine[]> }>;
  };
}

/** Widths at which a phone's writing is as large as the models were trained on. Wider is slower and takes gigabytes. */
const PORTRAIT_WIDTH = 780;
const LANDSCAPE_WIDTH = 1_280;

/** Without an arena the memory of one picture is given back before the next. */
const OPTIONS = { onnxOptions: { enableCpuMemArena: false } };

interface Sized {
  readonly png: (band: Band) => Promise<Buffer>;
  readonly height: number;
  /** Pixels of the picture for one pixel of the sized one. */
  readonly scale: number;
}

async function sized({ data, width, height, channels }: Pixels): Promise<Sized> {
  const wanted = width > height ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
  const { data: raw, info } = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: wanted })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    height: info.height,
    scale: width / info.width,
    png: ({ from, to }) =>
      sharp(raw, { raw: { width: info.width, height: info.height, channels: info.channels } })
        .extract({ left: 0, top: from, width: info.width, height: to - from })
        .png({ compressionLevel: 1 })
        .toBuffer(),
  };
}

/** The upright box around corners; null when there are none. */
function boxOf(corners: readonly Corner[] = []): Box | null {
  if (corners.length === 0) return null;
  const [across, down] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return { left, top, width: Math.max(...across) - left, height: Math.max(...down) - top };
}

function lineOf({ text, mean, box: corners }: PaddleLine): ReadLine[] {
  const box = boxOf(corners);
  return box === null || text.trim() === '' ? [] : [{ text: text.trim(), box, confidence: mean }];
}

const scaled = ({ box, ...line }: ReadLine, by: number): ReadLine => ({
  ...line,
  box: { left: box.left * by, top: box.top * by, width: box.width * by, height: box.height * by },
});

/**
 * The better engine, PP-OCRv4, for those who installed its package: it takes a gigabyte of memory. It gives words that
 * stand beside each other as one line.
 */
export async function createPaddleEngine(): Promise<TextEngine> {
  const { default: paddle } = (await import(PADDLE_PACKAGE)) as PaddleModule;
  const models = await paddle.create(OPTIONS);
  return {
    name: 'paddle',
    async readLines(pixels) {
      const { height, scale, png } = await sized(pixels);
      const lines: ReadLine[] = [];
      for (const band of bandsOf(height)) {
        const read = (await models.detect(await png(band))).flatMap(lineOf);
        lines.push(...linesOfBand(read, band, height));
      }
      return lines.map((line) => scaled(line, scale));
    },
    close: async () => undefined,
  };
}
