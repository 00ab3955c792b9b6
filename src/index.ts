import { checkNotice } from './checker.js';
import { readSignedSnapshot, readSnapshot } from './data-files.js';
import type { NoticeInput } from './notice/types.js';
import { type Acceptance, createCurrentRegistry } from './registry/current-registry.js';
import { createRegistry } from './registry/registry.js';
import type { Registry } from './registry/types.js';
import { composeReply } from './reply/compose.js';
import { renderPlainText } from './reply/plain-text.js';
import type { Language, Reply } from './reply/types.js';
import type { Verdict } from './verdict/types.js';

export interface CheckerOptions {
  /** A compiled snapshot to read instead of the one that came with the package: a path to its JSON file. */
  readonly snapshot?: string;
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
  readonly registry: Registry;
}

/**
 * Loads the records and returns a checker. Nothing is fetched; the records come with the package.
 * @throws SnapshotError when the records are missing or of another version.
 */
export async function createChecker(options: CheckerOptions = {}): Promise<Checker> {
  const registry = createRegistry(readSnapshot(options.snapshot));
  return {
    asOf: registry.asOf,
    registry,
    check: (input) => checkNotice(input, registry).gravest,
    checkAll: (input) => checkNotice(input, registry).notices,
    reply: (verdict, language = 'zh') => composeReply(verdict, registry, language),
  };
}

export type { Finding } from './checks/types.js';
export type { Notice, NoticeInput, Role } from './notice/types.js';
export type { Platform, Registry } from './registry/types.js';
export type { Language, Reply } from './reply/types.js';
export type { Verdict, VerdictName } from './verdict/types.js';
export { renderPlainText };
