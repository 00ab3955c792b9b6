import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { SNAPSHOT_FORM, type Snapshot } from './snapshot.js';

/*
 * A signed snapshot is one file of two lines: this word and the signature in base64, then the snapshot as JSON. What is
 * signed (Ed25519, RFC 8032) are the exact bytes behind the first line feed, so that a person can check it without us:
 *
 *   tail -n +2 records.signed > records.json; head -n 1 records.signed | cut -d' ' -f2 | base64 -d > records.sig
 *   openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in records.json -sigfile records.sig
 */
const MARK = 'notice-check-snapshot-ed25519';
const LINE_FEED = 0x0a;
/** Longest first line that is looked at: the mark, a blank and 88 characters of base64, with room to spare. */
const LONGEST_HEAD = 256;
const SIGNATURE_BYTES = 64;

/** A key that cannot be used; the message says what to give instead. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

function readKey(read: () => KeyObject, wanted: string): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    throw new KeyError(`this is no ${wanted}; it begins with -----BEGIN ${wanted.toUpperCase()}-----`);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new KeyError(`the key is of the kind ${key.asymmetricKeyType}; an Ed25519 key is needed`);
}

function privateKeyOf(pem: string): KeyObject {
  if (pem.includes('ENCRYPTED')) throw new KeyError('the key is locked with a passphrase; unlock it first, with openssl pkey');
  return readKey(() => createPrivateKey(pem), 'private key');
}

/**
 * An Ed25519 public key in PEM.
 * @throws KeyError when it is none; a private key is refused too, for it does not belong where snapshots are read.
 */
export function publicKeyOf(pem: string): KeyObject {
  if (pem.includes('PRIVATE KEY'))
    throw new KeyError('this is a private key; give the public one, and keep this one to yourself');
  return readKey(() => createPublicKey(pem), 'public key');
}

/**
 * The bytes of a signed snapshot.
 * @throws KeyError when the PEM is no Ed25519 private key.
 */
export function signSnapshot(snapshot: Snapshot, privateKeyPem: string): Buffer {
  const content = Buffer.from(`${JSON.stringify(snapshot)}\n`);
  const signature = sign(null, content, privateKeyOf(privateKeyPem));
  return Buffer.concat([Buffer.from(`${MARK} ${signature.toString('base64')}\n`), content]);
}

export type Opened = { readonly snapshot: Snapshot } | { readonly refused: string };

/** The two parts of the file, or null when it does not begin as one. */
function split(bytes: Uint8Array): { readonly signature: Buffer; readonly content: Uint8Array } | null {
  const end = bytes.subarray(0, LONGEST_HEAD).indexOf(LINE_FEED);
  const [mark, base64 = '', ...more] = Buffer.from(bytes.subarray(0, Math.max(end, 0)))
    .toString('latin1')
    .split(' ');
  if (mark !== MARK || more.length > 0) return null;
  const signature = Buffer.from(base64, 'base64');
  // Decoding skips what is no base64; only the one spelling that signing gives is accepted.
  if (signature.length !== SIGNATURE_BYTES || signature.toString('base64') !== base64) return null;
  return { signature, content: bytes.subarray(end + 1) };
}

/** Every part of a snapshot besides its identity, and what it is in JSON. */
const PARTS: Readonly<Record<Exclude<keyof Snapshot, 'form' | 'asOf' | 'hash'>, 'list' | 'object'>> = {
  platforms: 'list',
  names: 'list',
  spellings: 'object',
  shortLinks: 'list',
  fakes: 'list',
  holders: 'list',
  abusedSuffixes: 'list',
  misreadings: 'object',
  paymentCodes: 'list',
  licensedNames: 'list',
  numbering: 'object',
  patterns: 'list',
  conduct: 'object',
  intents: 'list',
  help: 'object',
  letters: 'list',
  vocabulary: 'object',
  wording: 'object',
};

const isPart = (value: unknown, kind: 'list' | 'object'): boolean =>
  typeof value === 'object' && value !== null && Array.isArray(value) === (kind === 'list');

/** What keeps parsed JSON from being a snapshot that this version can serve; null when nothing does. */
function contentFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it holds no snapshot';
  const content = value as Record<string, unknown>;
  if (content.form !== SNAPSHOT_FORM)
    return `it is of form ${String(content.form)}, and this version reads form ${SNAPSHOT_FORM}`;
  if (typeof content.asOf !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(content.asOf)) return 'asOf is no day';
  if (typeof content.hash !== 'string' || !/^[0-9a-f]{64}$/.test(content.hash)) return 'hash is no SHA-256';
  const gap = Object.entries(PARTS).find(([name, kind]) => !isPart(content[name], kind));
  return gap ? `${gap[0]} is missing` : null;
}

/**
 * Checks the signature over a signed snapshot, then reads it. Nothing is parsed before the signature holds. Never throws
 * on the bytes; what is refused says why.
 * @throws KeyError when the PEM is no Ed25519 public key.
 */
export function openSignedSnapshot(bytes: Uint8Array, publicKeyPem: string): Opened {
  const key = publicKeyOf(publicKeyPem);
  const parts = split(bytes);
  if (!parts) return { refused: 'it is no signed snapshot; make one with notice-check data pack' };
  if (!verify(null, parts.content, key, parts.signature))
    return { refused: 'the signature does not fit: other bytes or another key' };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(parts.content));
  } catch {
    return { refused: 'it is signed, but no JSON' };
  }
  const fault = contentFault(value);
  return fault ? { refused: fault } : { snapshot: value as Snapshot };
}

/** Why an opened snapshot must not take the place of what is served; null when it may. */
export function downgradeFault(offered: string, served: string): string | null {
  return offered < served ? `it is as of ${offered}, older than the records in use (${served})` : null;
}
