import { writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { OutgoingDocument } from '../../dialogue/messages.js';

/** Nobody keeps more letters of one kind in one folder. */
const MOST_NAMES = 99;

/** Whoever named the file: one file of this folder, and a visible one. */
const plainName = (name: string): string =>
  basename(name)
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
    .replace(/^\.+/, '') || 'document';

function numbered(name: string, at: number): string {
  const extension = extname(name);
  return at === 1 ? name : `${name.slice(0, name.length - extension.length)}-${at}${extension}`;
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Saves a document under a name that is still free: `complaint.html`, else `complaint-2.html` … Never overwrites.
 * @returns the name it got; null when it could not be written.
 */
export function saveDocument(folder: string, document: OutgoingDocument): string | null {
  const wanted = plainName(document.name);
  for (let at = 1; at <= MOST_NAMES; at += 1) {
    const name = numbered(wanted, at);
    try {
      writeFileSync(join(folder, name), document.text, { flag: 'wx' });
      return name;
    } catch (error) {
      if (!isTaken(error)) return null;
    }
  }
  return null;
}
