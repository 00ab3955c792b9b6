import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../dialogue/ports.js';
import { createImageReader, EngineMissingError } from '../ocr/image-reader.js';
import type { ImageReader } from '../ocr/types.js';
import { ConfigurationError, type PictureConfiguration } from './configuration.js';

interface Folder {
  readonly path: string;
  /** Whether it is to be deleted when nobody reads any more. */
  readonly isTemporary: boolean;
}

/** In the home when there is one that can be written to: a single check makes none. */
async function modelFolder(home: string): Promise<Folder> {
  const path = join(home, 'models');
  try {
    await access(home, constants.W_OK);
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
    return { path, isTemporary: false };
  } catch {
    return { path: await mkdtemp(join(tmpdir(), 'notice-check-')), isTemporary: true };
  }
}

function explained(error: unknown): unknown {
  if (!(error instanceof EngineMissingError)) return error;
  return new ConfigurationError(`OCR_ENGINE is 'paddle', which is not installed; run: ${error.install} (or write tesseract)`);
}

/**
 * The reader of pictures that is configured; null when pictures are not to be read. Whoever opens it closes it.
 * @throws ConfigurationError when the engine is not installed, with the command that installs it.
 */
export async function openReader({ home, ocrEngine }: PictureConfiguration, clock: Clock): Promise<ImageReader | null> {
  if (ocrEngine === 'off') return null;
  const folder = await modelFolder(home);
  const leave = async (): Promise<void> => {
    if (folder.isTemporary) await rm(folder.path, { recursive: true, force: true });
  };
  try {
    const reader = await createImageReader({ engine: ocrEngine, modelFolder: folder.path, clock });
    return { ...reader, close: () => reader.close().finally(leave) };
  } catch (error) {
    await leave();
    throw explained(error);
  }
}
