import type { ImageReading } from '../dialogue/ports.js';
import { loadCodeReader, readCodes } from './codes.js';
import { decode } from './decode.js';
import { layOut } from './layout/lay-out.js';
import { openEngine } from './open-engine.js';
import { outsideCodes, placeCodes } from './place-codes.js';
import type { Asked, EngineOptions } from './process-messages.js';
import { readUpright } from './read-upright.js';
import { straighten } from './straighten.js';

/**
 * Reads pictures in this very process: decodes, reads lines and codes, and takes the screen apart.
 * @throws Error with one line when the engine cannot be loaded.
 */
export async function openPictureReader(options: EngineOptions): Promise<(asked: Asked) => Promise<ImageReading>> {
  const [engine] = await Promise.all([openEngine(options), loadCodeReader()]);
  return async ({ picture, today }) => {
    const decoded = await decode(picture);
    if ('why' in decoded) return { kind: 'failed', why: decoded.why };
    const straight = await straighten(decoded.pixels);
    const upright = await readUpright(straight, engine);
    if (upright === 'unclear') return placeCodes({ kind: 'failed', why: 'unclear' }, await readCodes(straight));
    const { pixels, lines } = upright;
    const codes = await readCodes(pixels);
    return placeCodes(layOut(outsideCodes(lines, codes), pixels, today), codes);
  };
}
