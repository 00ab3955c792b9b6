import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import sharp from 'sharp';
import { createWorker, OEM } from 'tesseract.js';
import type { EngineOptions } from './process-messages.js';
import type { TextEngine } from './types.js';

const require = createRequire(import.meta.url);

async function place(code: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`);
  await copyFile(path, join(folder, `${code}.traineddata.gz`));
}

export async function openEngine({ modelFolder }: EngineOptions): Promise<TextEngine> {
  await place('chi_sim', modelFolder);
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, { langPath: modelFolder, cacheMethod: 'none' });
  await worker.setParameters({ preserve_interword_spaces: '1' });
  return {
    name: 'tesseract',
    async readLines({ data, width, height, channels }) {
      const png = await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer();
      const result = await worker.recognize(png, {}, { blocks: true, text: false });
      const lines = (result.data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.map(({ text, bbox, confidence }) => ({
        text: text.trim().replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''),
        box: { left: bbox.x0, top: bbox.y0, width: bbox.x1 - bbox.x0, height: bbox.y1 - bbox.y0 },
        confidence: confidence / 100,
      }));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
