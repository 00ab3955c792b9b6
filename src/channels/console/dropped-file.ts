import { type Stats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../dialogue/events.js';

/** Pictures by the ends of their names. */
const PICTURES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
};

/** No screenshot is larger. Bytes. */
const LARGEST_PICTURE = 20 * 1024 * 1024;

/** No path is longer. Characters. */
const LONGEST_PATH = 1_000;

/** A path as terminals write it when a file is dropped on them: in quotes, with `\ ` for a space, or as a file address. */
function unquoted(typed: string): string {
  const inQuotes = /^'([^']+)'$|^"([^"]+)"$/.exec(typed);
  if (inQuotes) return inQuotes[1] ?? inQuotes[2] ?? '';
  if (!typed.startsWith('file://')) return process.platform === 'win32' ? typed : typed.replace(/\\(.)/g, '$1');
  try {
    return fileURLToPath(typed);
  } catch {
    return typed;
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

async function load(path: string, size: number): Promise<Uint8Array> {
  if (size > LARGEST_PICTURE) throw new Error(`a picture of ${size} bytes is not read`);
  return readFile(path);
}

/** What a file dropped on the terminal holds: a picture, or something that cannot be checked; null when the text is no path to a file. */
export function readDroppedFile(typed: string): Content | null {
  if (typed.length > LONGEST_PATH || typed.includes('\n')) return null;
  const path = unquoted(typed.trim());
  const mediaType = PICTURES[extname(path).toLowerCase()];
  if (mediaType === undefined && !isAbsolute(path)) return null;
  const file = statOf(path);
  if (!file?.isFile()) return null;
  if (mediaType === undefined) return { kind: 'unsupported', what: 'file' };
  const { size } = file;
  return { kind: 'image', image: { mediaType, size, load: () => load(path, size) }, caption: '', forwarded: null };
}
