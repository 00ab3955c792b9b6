import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSignedSnapshot } from '../data-files.js';
import { compileRecords } from '../registry/compile.js';
import { KeyError, signSnapshot } from '../registry/signed-snapshot.js';
import type { Snapshot } from '../registry/snapshot.js';
import { lintData } from './lint.js';
import { readKeyFile } from './registry-options.js';
import { UsageError } from './usage.js';

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const describe = ({ asOf, hash, platforms, patterns }: Snapshot): string =>
  `as of ${asOf}, ${platforms.length} platforms, ${patterns.length} scam patterns, hash ${hash.slice(0, 12)}`;

function signed(snapshot: Snapshot, path: string): Buffer {
  try {
    return signSnapshot(snapshot, readKeyFile(path));
  } catch (error) {
    if (error instanceof KeyError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

/** Under another name first: whoever fetches the file never meets half of it. */
function writeWhole(path: string, bytes: Uint8Array): void {
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}

/** `data pack`: signs what the records say today. Records that `data lint` refuses are not signed. */
export async function pack(args: readonly string[], today: string): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { key: { type: 'string' }, out: { type: 'string' } } });
  if (!values.key) throw new UsageError('data pack needs --key PRIVATE.pem; data keygen makes one');
  const { readAloud } = await import('./pinyin.js');
  const snapshot = compileRecords(lintData(today).records, readAloud);
  const path = values.out ?? `records-${snapshot.asOf}.signed`;
  writeWhole(path, signed(snapshot, values.key));
  print(`${path}: ${describe(snapshot)}`);
}

/** `data verify`: who holds this key signed this file, and this version would serve it. */
export async function verify(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: { key: { type: 'string' } }, allowPositionals: true });
  const [path, ...more] = positionals;
  if (!path || more.length > 0 || !values.key) throw new UsageError('data verify needs one file and --key PUBLIC.pem');
  print(`${path}: the signature fits; ${describe(await readSignedSnapshot(path, readKeyFile(values.key)))}`);
}

function writeNew(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { mode, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`${path} is there already; a key is not overwritten`);
  }
}

/** `data keygen`: a new pair of keys. The private one is readable by its owner alone. */
export function keygen(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  if (!values.out) throw new UsageError('data keygen needs --out DIR');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  mkdirSync(values.out, { recursive: true });
  writeNew(join(values.out, 'private.pem'), privateKey, 0o600);
  writeNew(join(values.out, 'public.pem'), publicKey, 0o644);
  print(`${join(values.out, 'private.pem')} signs and stays with you; ${join(values.out, 'public.pem')} goes to every checker`);
}
