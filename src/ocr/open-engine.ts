import type { EngineOptions } from './process-messages.js';
import type { TextEngine } from './types.js';

/**
 * Loads the engine that is asked for, and nothing of the other.
 * @throws Error with one line when it cannot be loaded.
 */
export async function openEngine({ engine, modelFolder }: EngineOptions): Promise<TextEngine> {
  if (engine === 'paddle') return (await import('./paddle/engine.js')).createPaddleEngine();
  return (await import('./tesseract/engine.js')).createTesseractEngine({ modelFolder });
}
