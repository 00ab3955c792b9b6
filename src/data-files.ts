import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataFile } from './registry/read-records.js';
import { SNAPSHOT_FORM, type Snapshot } from './registry/snapshot.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Where the build leaves the compiled records, beside the compiled code. */
export const SNAPSHOT_PATH = join(HERE, '..', 'dist', 'snapshot.json');

/** The project's own data folder. */
export const DATA_FOLDER = join(HERE, '..', 'data');

/** The snapshot is not there or not of this version; the message says what to run. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** Every YAML file under a data folder, with paths as the records are named: `data/platforms/jd.yaml`. */
export function readDataFiles(folder: string = DATA_FOLDER): DataFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: `data/${relative(folder, path).split(sep).join('/')}`, text: readFileSync(path, 'utf8') }));
}

/**
 * Reads a compiled snapshot.
 * @throws SnapshotError when it is missing or was built by another version.
 */
export function readSnapshot(path: string = SNAPSHOT_PATH): Snapshot {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new SnapshotError(`The compiled records are missing (${path}). Run: npm run build`);
  }
  const snapshot = JSON.parse(text) as Snapshot;
  if (snapshot.form !== SNAPSHOT_FORM) {
    throw new SnapshotError(
      `The compiled records are of form ${snapshot.form}, this version reads form ${SNAPSHOT_FORM}. Run: npm run build`,
    );
  }
  return snapshot;
}
