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

/** The committed report of what the records hold. */
export const COVERAGE_PATH = join(DATA_FOLDER, 'COVERAGE.md');

/** The snapshot is missing, refused or not of this version; the message says why, or what to run. */
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

/** The day of the embedded records; '' when there are none. */
function embeddedDay(): string {
  try {
    return readSnapshot().asOf;
  } catch (error) {
    if (error instanceof SnapshotError) return '';
    throw error;
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new SnapshotError(`There is no file ${path}.`);
  }
}

/**
 * Reads a signed snapshot in place of the embedded one. What it takes to check signatures is loaded only here: a check
 * with the embedded records does without.
 * @param publicKey Ed25519, in PEM.
 * @throws SnapshotError when it is missing, its signature does not fit, or it is older than the embedded records.
 */
export async function readSignedSnapshot(path: string, publicKey: string): Promise<Snapshot> {
  const { downgradeFault, KeyError, openSignedSnapshot } = await import('./registry/signed-snapshot.js');
  try {
    const opened = openSignedSnapshot(readBytes(path), publicKey);
    const fault = 'refused' in opened ? opened.refused : downgradeFault(opened.snapshot.asOf, embeddedDay());
    if ('refused' in opened || fault) throw new SnapshotError(`${path} is refused: ${fault}`);
    return opened.snapshot;
  } catch (error) {
    if (error instanceof KeyError) throw new SnapshotError(`The public key cannot be used: ${error.message}`);
    throw error;
  }
}
