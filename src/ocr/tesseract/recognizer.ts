import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Grey } from './grey.js';

/** One character as the network read it; `left` and `right` in pixels of the line's picture, often a character off. */
export interface ReadSymbol {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** A space stands before it. */
  readonly spaced: boolean;
}

/** Reads the picture of one line: dark writing on a light ground. */
export interface Recognizer {
  readLine(line: Grey): Promise<readonly ReadSymbol[]>;
  close(): Promise<void>;
}

/** Opens the network of a language whose model stands in `folder` (see `prepareModel`). Nothing is downloaded. */
export async function openRecognizer(language: string, folder: string): Promise<Recognizer> {
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: folder,
    gzip: false,
    cacheMethod: 'none',
    // Without it a failed job would be thrown where nobody can catch it; the job's own promise is rejected as well.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: '300' });
  return {
    readLine: (line) => symbolsOf(worker, line),
    close: async () => void (await worker.terminate()),
  };
}

async function symbolsOf(worker: Worker, line: Grey): Promise<ReadSymbol[]> {
  const { data } = await worker.recognize(asGreymap(line), {}, { text: false, blocks: true });
  const words = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((read) => read.words)),
  );
  return words.flatMap((word, index) =>
    word.symbols.map((symbol, at) => ({
      text: symbol.text,
      left: symbol.bbox.x0,
      right: symbol.bbox.x1,
      confidence: symbol.confidence / 100,
      spaced: index > 0 && at === 0,
    })),
  );
}

/** A PGM file: the one format that costs nothing to write and is read without a detour. */
const asGreymap = ({ data, width, height }: Grey): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
