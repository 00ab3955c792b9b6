import type { ImageFile } from '../../dialogue/events.js';
import type { Clock } from '../../dialogue/ports.js';
import { within } from './waiting.js';
import type { WechatyFile, WechatyMessage } from './wechaty.js';

/** A picture is larger than the channel takes. */
export class PictureTooLargeError extends Error {
  override readonly name = 'PictureTooLargeError';
}

async function bytesOf(file: WechatyFile, most: number): Promise<Uint8Array> {
  if (file.size > most) throw new PictureTooLargeError(`more than ${most} bytes`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The size that was announced is a claim; what arrives is counted, and reading ends with the first byte too many.
  for await (const chunk of await file.toStream()) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) throw new PictureTooLargeError(`more than ${most} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The picture of a message, fetched from the puppet only when it is asked for. */
export function pictureOf(
  message: WechatyMessage,
  clock: Clock,
  limits: { readonly imageBytes: number; readonly callWithin: number },
): ImageFile {
  return {
    mediaType: null,
    size: null,
    load: () =>
      within(
        clock,
        limits.callWithin,
        message.toFileBox().then((file) => bytesOf(file, limits.imageBytes)),
      ),
  };
}
