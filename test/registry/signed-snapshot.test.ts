import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { compileSnapshot } from '../../src/registry/compile.js';
import { createCurrentRegistry } from '../../src/registry/current-registry.js';
import { createRegistry } from '../../src/registry/registry.js';
import { KeyError, openSignedSnapshot, signSnapshot } from '../../src/registry/signed-snapshot.js';
import { SNAPSHOT_FORM, type Snapshot } from '../../src/registry/snapshot.js';

const newKeys = (kind: 'ed25519' | 'ed448' = 'ed25519') =>
  generateKeyPairSync(kind as 'ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const KEYS = newKeys();
const OTHER_KEYS = newKeys();
const SNAPSHOT = compileSnapshot(readDataFiles(), '2099-12-31');
const SIGNED = signSnapshot(SNAPSHOT, KEYS.privateKey);

/** Any bytes, signed as a snapshot would be. */
function signBytes(text: string | Buffer): Buffer {
  const content = Buffer.from(text);
  const signature = sign(null, content, KEYS.privateKey).toString('base64');
  return Buffer.concat([Buffer.from(`notice-check-snapshot-ed25519 ${signature}\n`), content]);
}
const signValue = (value: unknown): Buffer => signBytes(JSON.stringify(value));
const reasonOf = (bytes: Uint8Array, publicKey = KEYS.publicKey): string | null => {
  const opened = openSignedSnapshot(bytes, publicKey);
  return 'refused' in opened ? opened.refused : null;
};

const WRONG = 'the signature does not fit: other bytes or another key';
const NO_FILE = 'it is no signed snapshot; make one with notice-check data pack';

describe('a signed snapshot', () => {
  it('opens to what was signed', () => {
    expect(openSignedSnapshot(SIGNED, KEYS.publicKey)).toEqual({ snapshot: SNAPSHOT });
  });

  it('is the same file whenever the same records are signed with the same key', () => {
    expect(signSnapshot(SNAPSHOT, KEYS.privateKey).equals(SIGNED)).toBe(true);
  });

  it('is one line with the signature and one with the records', () => {
    const lines = SIGNED.toString().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^notice-check-snapshot-ed25519 [A-Za-z0-9+/]{86}==$/);
    expect(JSON.parse(lines[1] ?? '')).toEqual(SNAPSHOT);
    expect(lines[2]).toBe('');
  });

  it('is refused when any one bit of it was changed', () => {
    const place = fc.oneof(fc.nat(SIGNED.length - 1), fc.nat(130));
    fc.assert(
      fc.property(place, fc.nat(7), (at, bit) => {
        const tampered = Buffer.from(SIGNED);
        tampered[at] = (tampered[at] as number) ^ (1 << bit);
        expect([WRONG, NO_FILE]).toContain(reasonOf(tampered));
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it('is refused when a digit of a hotline was changed', () => {
    const text = SIGNED.toString();
    expect(reasonOf(Buffer.from(text.replace('"95588"', '"95589"')))).toBe(WRONG);
  });

  it('is refused with another key, cut short, or with more behind it', () => {
    expect(reasonOf(SIGNED, OTHER_KEYS.publicKey)).toBe(WRONG);
    expect(reasonOf(SIGNED.subarray(0, -1))).toBe(WRONG);
    expect(reasonOf(Buffer.concat([SIGNED, Buffer.from('\n')]))).toBe(WRONG);
  });

  it.each([
    ['an empty file', ''],
    ['a plain snapshot', '{"form":1}\n'],
    ['a head without a signature', 'notice-check-snapshot-ed25519\n{}'],
    ['a signature in no base64', `notice-check-snapshot-ed25519 ${'*'.repeat(88)}\n{}`],
    ['a signature that is too short', 'notice-check-snapshot-ed25519 AAAA\n{}'],
    ['a head without an end', `notice-check-snapshot-ed25519 ${'A'.repeat(4_000)}`],
  ])('is not %s', (_, text) => {
    expect(reasonOf(Buffer.from(text))).toBe(NO_FILE);
  });

  it.each([
    ['no JSON', signBytes('{"form":'), 'it is signed, but no JSON'],
    ['no UTF-8', signBytes(Buffer.from([0x22, 0xff, 0x22])), 'it is signed, but no JSON'],
    ['a list', signValue([]), 'it holds no snapshot'],
    ['of another form', signValue({ ...SNAPSHOT, form: 99 }), `it is of form 99, and this version reads form ${SNAPSHOT_FORM}`],
    ['of another form', signValue({ ...SNAPSHOT, form: 99 }), `it is of form 99, and this version reads form ${SNAPSHOT_FORM}`],
    ['without a day', signValue({ ...SNAPSHOT, asOf: 'today' }), 'asOf is no day'],
    ['without a hash', signValue({ ...SNAPSHOT, hash: '' }), 'hash is no SHA-256'],
    ['without platforms', signValue({ ...SNAPSHOT, platforms: undefined }), 'platforms is missing'],
    ['with a list in place of the numbering plan', signValue({ ...SNAPSHOT, numbering: [] }), 'numbering is missing'],
  ])('that holds content %s is refused even with a good signature', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('never makes opening throw, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(reasonOf(bytes)).toEqual(expect.any(String));
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe('a key', () => {
  it.each([
    ['text', 'hello', 'this is no public key; it begins with -----BEGIN PUBLIC KEY-----'],
    ['a private key', KEYS.privateKey, 'this is a private key; give the public one, and keep this one to yourself'],
    ['a key of another kind', newKeys('ed448').publicKey, 'the key is of the kind ed448; an Ed25519 key is needed'],
  ])('to check with is not %s', (_, key, message) => {
    expect(() => openSignedSnapshot(SIGNED, key)).toThrow(new KeyError(message));
  });

  it.each([
    ['a public key', KEYS.publicKey, 'this is no private key; it begins with -----BEGIN PRIVATE KEY-----'],
    [
      'locked',
      '-----BEGIN ENCRYPTED PRIVATE KEY-----',
      'the key is locked with a passphrase; unlock it first, with openssl pkey',
    ],
    ['a key of another kind', newKeys('ed448').privateKey, 'the key is of the kind ed448; an Ed25519 key is needed'],
  ])('to sign with is not %s', (_, key, message) => {
    expect(() => signSnapshot(SNAPSHOT, key)).toThrow(new KeyError(message));
  });
});

describe('a running checker', () => {
  const serving = (asOf: string) => createCurrentRegistry(createRegistry({ ...SNAPSHOT, asOf, hash: 'a'.repeat(64) }));
  const offer = (changes: Partial<Snapshot>): Buffer =>
    signSnapshot({ ...SNAPSHOT, hash: 'b'.repeat(64), ...changes }, KEYS.privateKey);

  it('serves a newer snapshot from the moment it is accepted', () => {
    const records = serving('2026-11-21');
    const answer = records.accept(
      offer({ asOf: '2026-11-22', platforms: SNAPSHOT.platforms.filter(({ id }) => id === 'icbc') }),
      KEYS.publicKey,
    );
    expect(answer).toEqual({ accepted: records.current() });
    expect(records.current()).toMatchObject({ asOf: '2026-11-22', hash: 'b'.repeat(64) });
    expect(
      records
        .current()
        .platforms()
        .map(({ id }) => id),
    ).toEqual(['icbc']);
  });

  it('takes a correction of the same day', () => {
    const records = serving('2026-11-21');
    expect(records.accept(offer({ asOf: '2026-11-21' }), KEYS.publicKey)).toHaveProperty('accepted');
    expect(records.current().hash).toBe('b'.repeat(64));
  });

  it.each([
    ['an older day', offer({ asOf: '2026-11-20' }), 'it is as of 2026-11-20, older than the records in use (2026-11-21)'],
    ['another key', signSnapshot({ ...SNAPSHOT, asOf: '2027-01-01' }, OTHER_KEYS.privateKey), WRONG],
    [
      'a later form',
      signValue({ ...SNAPSHOT, asOf: '2027-01-01', form: SNAPSHOT_FORM + 1 }),
      `it is of form ${SNAPSHOT_FORM + 1}, and this version reads form ${SNAPSHOT_FORM}`,
    ],
    [
      'another form',
      signValue({ ...SNAPSHOT, asOf: '2027-01-01', form: 1 }),
      `it is of form 1, and this version reads form ${SNAPSHOT_FORM}`,
    ],
    ['broken JSON', signBytes('{"form":1,'), 'it is signed, but no JSON'],
    ['no signature', Buffer.from(JSON.stringify(SNAPSHOT)), NO_FILE],
    [
      'parts that cannot be read',
      signValue({ ...SNAPSHOT, asOf: '2027-01-01', platforms: [null] }),
      expect.stringMatching(/^its records cannot be read: /),
    ],
  ])('refuses %s with the reason and goes on with what it has', (_, bytes, reason) => {
    const records = serving('2026-11-21');
    const before = records.current();
    expect(records.accept(bytes, KEYS.publicKey)).toEqual({ refused: reason });
    expect(records.current()).toBe(before);
  });

  it('refuses to go back after it went on', () => {
    const records = serving('2026-11-21');
    records.accept(offer({ asOf: '2026-11-25' }), KEYS.publicKey);
    expect(records.accept(offer({ asOf: '2026-11-24' }), KEYS.publicKey)).toEqual({
      refused: 'it is as of 2026-11-24, older than the records in use (2026-11-25)',
    });
    expect(records.current().asOf).toBe('2026-11-25');
  });
});
