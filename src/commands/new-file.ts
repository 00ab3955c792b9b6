import { existsSync, writeFileSync } from 'node:fs';
import { UsageError } from './usage.js';

const isThere = (path: string): UsageError => new UsageError(`${path} is there already; it is not overwritten`);

/**
 * Before long work whose result goes there.
 * @throws UsageError when the file exists.
 */
export function refuseExisting(path: string): void {
  if (existsSync(path)) throw isThere(path);
}

/** @throws UsageError when the file exists or cannot be written. */
export function writeNewFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? isThere(path) : new UsageError(`${path} cannot be written: ${message}`);
  }
}
