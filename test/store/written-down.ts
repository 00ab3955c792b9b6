import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every byte of a folder, once as it is and once as UTF-16, in which a database might keep text. */
export function everythingIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => `${bytes.toString('utf8')}\n${bytes.toString('utf16le')}`)
    .join('\n');
}
