import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret that hashes are made with; never in the database. */
export interface Key {
  /** Tells one key from another and nothing of it. */
  readonly id: string;
  readonly secret: Buffer;
}

/** Newest first: the first one is written with, all are read with. Never empty. */
export type KeyRing = readonly [Key, ...Key[]];

/** The keys cannot be used; the message says what to write. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

const FILE = 'store.keys';
const SECRET = /^[0-9a-f]{64}$/;

const keyOf = (hex: string): Key => {
  const secret = Buffer.from(hex, 'hex');
  return { id: createHash('sha256').update('notice-check key id').update(secret).digest('hex').slice(0, 12), secret };
};

function ringOf(text: string, where: string): KeyRing {
  const lines = text.split(/[\s,]+/).filter(Boolean);
  const [first, ...rest] = lines;
  if (first === undefined || !lines.every((line) => SECRET.test(line)))
    throw new KeyRingError(`${where} must hold keys of 64 hexadecimal digits, such as the output of: openssl rand -hex 32`);
  return [keyOf(first), ...rest.map(keyOf)];
}

const newSecret = (): string => randomBytes(32).toString('hex');

/** A draft of the file, whole before anybody can read it under its name. */
async function draftKeys(home: string, secrets: readonly string[]): Promise<string> {
  const draft = join(home, `${FILE}.${randomBytes(6).toString('hex')}`);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(draft, `${secrets.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  return draft;
}

/** Another process may have made the file a moment earlier: then its keys count. */
async function createKeys(home: string): Promise<string> {
  const draft = await draftKeys(home, [newSecret()]);
  try {
    await link(draft, join(home, FILE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return readFile(join(home, FILE), 'utf8');
}

async function readKeys(home: string): Promise<string | null> {
  try {
    return await readFile(join(home, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The keys that were given (newest first, separated by commas), else those in the home folder, which are made on first use.
 * @throws KeyRingError for what is no key, and what the file system throws.
 */
export async function loadKeys(home: string, given: string | null): Promise<KeyRing> {
  if (given !== null) return ringOf(given, 'NOTICE_CHECK_KEY');
  return ringOf((await readKeys(home)) ?? (await createKeys(home)), join(home, FILE));
}

/**
 * Puts a new key in front. The old ones stay for what was written with them; once that is past its time, they can be taken out
 * of the file.
 */
export async function rotateKeys(home: string): Promise<KeyRing> {
  const known = (await readKeys(home)) ?? '';
  const secrets = [newSecret(), ...known.split(/\s+/).filter(Boolean)];
  await rename(await draftKeys(home, secrets), join(home, FILE));
  return ringOf(secrets.join('\n'), FILE);
}

/** What a hash is for; hashes for different purposes never meet. */
type Purpose = 'conversation' | 'person' | 'address' | 'sketch' | 'lookup' | 'update';

const digest = ({ secret }: Key, purpose: Purpose, value: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}:${value}`).digest();

/** 128 bits of HMAC-SHA-256, as 32 hexadecimal digits. */
export const hashed = (key: Key, purpose: Purpose, value: string): string => digest(key, purpose, value).toString('hex', 0, 16);

/** The same under every key, for what may have been written with an older one. */
export const hashedByAll = (ring: KeyRing, purpose: Purpose, value: string): string[] =>
  ring.map((key) => hashed(key, purpose, value));

const PARTS = 0x10000;
const UNKNOWN = -1;
const partsByKey = new WeakMap<Key, Int32Array>();

function knownParts(key: Key): Int32Array {
  const known = partsByKey.get(key) ?? new Int32Array(PARTS).fill(UNKNOWN);
  partsByKey.set(key, known);
  return known;
}

/** 16 bits of the hash of a part of a sketch, itself of 16 bits; each hash is made once and remembered. */
export function hashedPart(key: Key, part: number): number {
  const parts = knownParts(key);
  if (parts[part] === UNKNOWN) parts[part] = digest(key, 'sketch', String(part)).readUInt16BE(0);
  return parts[part] as number;
}

/** 31 bits of the hash of a look-up key. */
export const hashedLookup = (key: Key, lookup: number): number => digest(key, 'lookup', String(lookup)).readUInt32BE(0) >>> 1;

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for what has to be read again. */
const sealing = ({ secret }: Key): Buffer => createHmac('sha256', secret).update('seal').digest();

/** Encrypts a text under the newest key; it can be read only together with the same `place`. */
export function sealed([key]: KeyRing, place: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, sealing(key), iv).setAAD(Buffer.from(place));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${key.id}:${Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64')}`;
}

/** What was sealed; null when its key is gone or it was altered. */
export function unsealed(ring: KeyRing, place: string, text: string): string | null {
  const [id, hidden = ''] = text.split(':');
  const key = ring.find((one) => one.id === id);
  if (!key) return null;
  const bytes = Buffer.from(hidden, 'base64');
  try {
    const decipher = createDecipheriv(CIPHER, sealing(key), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
