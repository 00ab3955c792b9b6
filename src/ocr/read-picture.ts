import type { ImageReading } from '../dialogue/ports.js';
import { loadCodeReader, readCodes } from './codes.js';
import { decode } from './decode.js';
import { layOut } from './layout/lay-out.js';
import { openEngine } from './open-engine.js';
import { outsideCodes, placeCodes } from './place-codes.js';
import type { Asked, EngineOptions } from './process-messages.js';
import { straighten } from './straighten.js';

/**
 * Reads pictures in this very process: decodes, reads codes and lines, and takes the screen apart.
 * @throws Error with one line when the engine cannot be loaded.
 */
export async function openPictureReader(options: EngineOptions): Promise<(asked: Asked) => Promise<ImageReading>> {
  const [engine] = await Promise.all([openEngine(options), loadCodeReader()]);
  return async ({ picture, today }) => {
    const decoded = await decode(picture);
    if ('why' in decoded) return { kind: 'failed', why: decoded.why };
    const pixels = await straighten(decoded.pixels);
    const codes = await readCodes(pixels);
    const lines = outsideCodes(await engine.readLines(pixels), codes);
    return placeCodes(layOut(lines, pixels, today), codes);
  };
}
