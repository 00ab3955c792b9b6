import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DATABASE_FILE } from '../../store/open-store.js';
import type { StoreConfiguration } from '../configuration.js';
import type { PartFound } from './finding.js';

/** The nearest folder that exists: what is below it will be made. */
function nearest(path: string): string {
  const parent = dirname(path);
  return existsSync(path) || parent === path ? path : nearest(parent);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the folder for the memory, its keys and log-ins can be written to, or made. */
export function examineHome({ home }: Pick<StoreConfiguration, 'home'>): PartFound {
  const path = resolve(home);
  const there = nearest(path);
  if (!statSync(there).isDirectory())
    return { part: 'home', state: 'broken', detail: `${there} is no folder`, todo: 'write another NOTICE_CHECK_HOME' };
  if (!isWritable(there)) {
    const todo = `let the user that runs this write there, or write another NOTICE_CHECK_HOME`;
    return { part: 'home', state: 'broken', detail: `${there} cannot be written to`, todo };
  }
  return { part: 'home', state: 'ok', detail: there === path ? path : `${path} will be made at the first start`, todo: null };
}

const MARK = 'SQLite format 3\0';

function beginsAsDatabase(file: string): boolean {
  const bytes = Buffer.alloc(MARK.length);
  const opened = openSync(file, 'r');
  try {
    return readSync(opened, bytes) === 0 || bytes.toString('latin1') === MARK;
  } finally {
    closeSync(opened);
  }
}

/** Whether the embedded memory is there and whole at its beginning. It is not opened: the server may be at work in it. */
export function examineEmbedded({ home }: Pick<StoreConfiguration, 'home'>): PartFound {
  const file = join(resolve(home), DATABASE_FILE);
  if (!existsSync(file))
    return { part: 'memory', state: 'ok', detail: 'embedded; it will be made at the first start', todo: null };
  if (!isWritable(file)) {
    const todo = 'let the user that runs this read and write it';
    return { part: 'memory', state: 'broken', detail: `${file} cannot be opened`, todo };
  }
  if (!beginsAsDatabase(file)) {
    const todo = 'nothing: the next start keeps it aside and begins a new one';
    return { part: 'memory', state: 'warning', detail: `${file} is damaged`, todo };
  }
  const size = (statSync(file).size / 1_024 / 1_024).toFixed(1);
  return { part: 'memory', state: 'ok', detail: `embedded, ${file}, ${size} MB`, todo: null };
}
