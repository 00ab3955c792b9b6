import type { TextFromImage } from '../dialogue/ports.js';
import { loadCodeReader, readCodes } from './codes.js';
import { decode } from './decode.js';
import { openEngine } from './open-engine.js';
import { outsideCodes, placeCodes } from './place-codes.js';
import type { EngineOptions } from './process-messages.js';
import type { LaidOut, ReadLine } from './types.js';

function layOut(lines: readonly ReadLine[]): LaidOut {
  if (lines.length === 0) return { kind: 'failed', why: 'no_text' };
  const text = lines.map((line) => line.text).join('\n');
  return { kind: 'read', notices: [{ text, sender: null, receivedAt: null, box: { left: 0, top: 0, width: 1, height: 1 } }] };
}

/**
 * Reads pictures in this very process: decodes, reads codes and lines, and lays them out.
 * @throws Error with one line when the engine cannot be loaded.
 */
export async function openPictureReader(options: EngineOptions): Promise<TextFromImage> {
  const [engine] = await Promise.all([openEngine(options), loadCodeReader()]);
  return {
    async read(picture) {
      const decoded = await decode(picture);
      if ('why' in decoded) return { kind: 'failed', why: decoded.why };
      const { pixels } = decoded;
      const codes = await readCodes(pixels);
      const lines = outsideCodes(await engine.readLines(pixels), codes);
      return placeCodes(layOut(lines), codes);
    },
  };
}
