import { checkNotice } from './checker.js';
import { readSignedSnapshot, readSnapshot, SnapshotError } from './data-files.js';
import { composeLetter } from './letters/compose-letter.js';
import { letterFileName } from './letters/file-name.js';
import { lettersFor } from './letters/fitting-letters.js';
import { renderLetterHtml } from './letters/letter-html.js';
import { renderLetterText } from './letters/letter-text.js';
import type { NoticeInput } from './notice/types.js';
import { type Acceptance, createCurrentRegistry } from './registry/current-registry.js';
import { createRegistry } from './registry/registry.js';
import type { Snapshot } from './registry/snapshot.js';
import type { Registry } from './registry/types.js';
import { composeReply } from './reply/compose.js';
import { renderPlainText } from './reply/plain-text.js';
import type { Language, Reply } from './reply/types.js';
import type { Verdict } from './verdict/types.js';

export interface CheckerOptions {
  /** Records to read instead of those that came with the package: a path to compiled JSON, or to a signed snapshot. */
  readonly snapshot?: string;
  /** The snapshot is a signed one, and this Ed25519 public key (PEM) must fit its signature. */
  readonly publicKey?: string;
}

export interface Checker {
  /** The day on which the records were last checked, ISO. */
  readonly asOf: string;
  /** The verdict on a text; on a paste of several notices, the gravest. Synchronous; never throws on a text. */
  check(input: NoticeInput): Verdict;
  /** One verdict per notice of a paste, in its order. */
  checkAll(input: NoticeInput): readonly Verdict[];
  /** The verdict as a person would be told it. */
  reply(verdict: Verdict, language?: Language): Reply;
  /** The records in use. Ask for them again after `accept`. */
  readonly registry: Registry;
  /**
   * Takes the bytes of a signed snapshot while the checker runs. When the signature does not fit, or the records are older
   * or of another version, the answer says why and the ones in use stay.
   * @throws KeyError when `publicKey` is no Ed25519 public key in PEM.
   */
  accept(signedSnapshot: Uint8Array, publicKey: string): Acceptance;
}

async function readRecords({ snapshot, publicKey }: CheckerOptions): Promise<Snapshot> {
  if (publicKey === undefined) return readSnapshot(snapshot);
  if (snapshot === undefined) throw new SnapshotError('A public key was given without a snapshot that it could check.');
  return readSignedSnapshot(snapshot, publicKey);
}

/**
 * Loads the records and returns a checker. Nothing is fetched; the records come with the package.
 * @throws SnapshotError when the records are missing, of another version, or refused for their signature or age.
 */
export async function createChecker(options: CheckerOptions = {}): Promise<Checker> {
  const records = createCurrentRegistry(createRegistry(await readRecords(options)));
  return {
    get asOf() {
      return records.current().asOf;
    },
    get registry() {
      return records.current();
    },
    check: (input) => checkNotice(input, records.current()).gravest,
    checkAll: (input) => checkNotice(input, records.current()).notices,
    reply: (verdict, language = 'zh') => composeReply(verdict, records.current(), language),
    accept: (signedSnapshot, publicKey) => records.accept(signedSnapshot, publicKey),
  };
}

export type { Finding } from './checks/types.js';
export type { Letter, LetterFacts, LetterId } from './letters/types.js';
export type { Notice, NoticeInput, Role } from './notice/types.js';
export type { Acceptance } from './registry/current-registry.js';
export type { Platform, Registry } from './registry/types.js';
export type { Language, Reply } from './reply/types.js';
export type { Verdict, VerdictName } from './verdict/types.js';
export { composeLetter, letterFileName, lettersFor, renderLetterHtml, renderLetterText, renderPlainText };
