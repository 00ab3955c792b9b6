import type { TextFromImage } from '../dialogue/ports.js';
import { decode } from './decode.js';
import { openEngine } from './open-engine.js';
import type { EngineOptions } from './process-messages.js';

/**
 * Reads pictures in this very process: decodes, reads lines, and lays them out.
 * @throws Error with one line when the engine cannot be loaded.
 */
export async function openPictureReader(options: EngineOptions): Promise<TextFromImage> {
  const engine = await openEngine(options);
  return {
    async read(picture) {
      const decoded = await decode(picture);
      if ('why' in decoded) return { kind: 'failed', why: decoded.why };
      const lines = await engine.readLines(decoded.pixels);
      if (lines.length === 0) return { kind: 'failed', why: 'no_text' };
      const text = lines.map((line) => line.text).join('\n');
      return { kind: 'read', notices: [{ text, sender: null, receivedAt: null, codes: [] }] };
    },
  };
}
