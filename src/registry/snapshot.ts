import type { CompiledConduct } from './conduct.js';
import type { CompiledHelp } from './help.js';
import type { CompiledIntent } from './intents.js';
import type { LetterTemplate } from './letters.js';
import type { SnapshotSpellings } from './lookup-spellings.js';
import type { CompiledMisreadings } from './misreadings.js';
import type { NumberingData } from './numbering.js';
import type { CompiledPattern } from './patterns.js';
import type { CodeKind, Contact, Platform, ScamPattern, Source, Tier } from './types.js';
import type { VocabularyGroup } from './vocabulary.js';

/** Raised when the form below changes; a snapshot of another form is refused. */
export const SNAPSHOT_FORM = 4;

export interface SnapshotName {
  /** Folded. */
  readonly name: string;
  /** Null for a decoy: a phrase that hides the names inside it. */
  readonly platformId: string | null;
  readonly signatureOnly: boolean;
}

export interface SnapshotShortLink {
  readonly host: string;
  readonly owner: string;
  readonly kind: 'generic' | 'owned' | 'user_content';
  readonly platform: string | null;
}

export interface SnapshotFake {
  readonly kind: 'phone' | 'host' | 'signature';
  /** Digits, lower-case host, or folded signature. */
  readonly key: string;
  readonly claims: string;
  readonly proven: boolean;
  readonly source: Source | null;
}

export interface SnapshotHolder {
  readonly number: string;
  readonly name: string;
  readonly platform: string | null;
  readonly tier: Tier;
  readonly sources: readonly Source[];
  readonly checked: string;
}

export interface SnapshotCode extends CodeKind {
  /** In small letters. */
  readonly begins: string;
}

export type SnapshotPlatform = Omit<Platform, 'contacts'> & { readonly contacts: readonly Omit<Contact, 'platformId'>[] };

/** All records in the form that a checker loads: plain JSON, folded and resolved, without internal evidence. */
export interface Snapshot {
  readonly form: typeof SNAPSHOT_FORM;
  /** Latest day on which any fact was checked. */
  readonly asOf: string;
  /** SHA-256 over everything else, hex. */
  readonly hash: string;
  readonly platforms: readonly SnapshotPlatform[];
  readonly names: readonly SnapshotName[];
  readonly spellings: SnapshotSpellings;
  readonly shortLinks: readonly SnapshotShortLink[];
  readonly fakes: readonly SnapshotFake[];
  readonly holders: readonly SnapshotHolder[];
  readonly abusedSuffixes: readonly string[];
  readonly misreadings: CompiledMisreadings;
  /** The longest beginnings first. */
  readonly paymentCodes: readonly SnapshotCode[];
  readonly licensedNames: readonly string[];
  readonly numbering: NumberingData;
  readonly patterns: readonly (ScamPattern & { readonly match: CompiledPattern })[];
  readonly conduct: CompiledConduct;
  /** In the order in which they are tried. */
  readonly intents: readonly CompiledIntent[];
  readonly help: CompiledHelp;
  readonly letters: readonly LetterTemplate[];
  /** Folded words by group. */
  readonly vocabulary: Readonly<Record<VocabularyGroup, readonly string[]>>;
  readonly wording: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>;
}
