import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Components of a trained model that reading with the neural network needs: configuration, characters, the network with
 * its word lists, and the version. The others (nine tenths of the file) belong to the older engine, which is not built in.
 */
const NEURAL = new Set([0, 1, 17, 18, 19, 20, 21, 22, 23]);

const ENTRY_BYTES = 8;

/**
 * Writes the neural part of an installed language into `folder`, unless it stands there, so that starting costs 3 MB of
 * reading instead of 43. `language` is the end of the package's name: `chi_sim`.
 */
export async function prepareModel(language: string, folder: string): Promise<void> {
  const target = join(folder, `${language}.traineddata`);
  if (await isFile(target)) return;
  const { langPath } = createRequire(import.meta.url)(`@tesseract.js-data/${language}`) as { langPath: string };
  const whole = gunzipSync(await readFile(join(langPath, `${language}.traineddata.gz`)));
  await mkdir(folder, { recursive: true });
  // Written aside and moved: a start that was killed half-way must leave no half model.
  const aside = `${target}.${process.pid}`;
  await writeFile(aside, neuralPart(whole));
  await rename(aside, target);
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** A model file is a count, a table of offsets (-1: left out) and the components in the order of the table. */
export function neuralPart(model: Buffer): Buffer {
  const count = model.readInt32LE(0);
  const offsets = Array.from({ length: count }, (_, index) => Number(model.readBigInt64LE(4 + ENTRY_BYTES * index)));
  const head = Buffer.alloc(4 + ENTRY_BYTES * count);
  head.writeInt32LE(count, 0);
  const parts: Uint8Array[] = [head];
  let end = head.length;
  offsets.forEach((start, index) => {
    const kept = start >= 0 && NEURAL.has(index);
    head.writeBigInt64LE(BigInt(kept ? end : -1), 4 + ENTRY_BYTES * index);
    if (!kept) return;
    const part = model.subarray(start, offsets.slice(index + 1).find((offset) => offset >= 0) ?? model.length);
    parts.push(part);
    end += part.length;
  });
  return Buffer.concat(parts);
}
