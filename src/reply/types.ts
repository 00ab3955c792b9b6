import type { VerdictName } from '../verdict/types.js';

export type Language = 'zh' | 'en';

/** One run of a line. Channels draw each kind in their own way and escape all of them. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** The person's own words, already defanged. */
  | { readonly kind: 'quote'; readonly text: string }
  /** An official number or site: the only thing that a channel may make tappable. `dial` holds digits, `host` a host. */
  | { readonly kind: 'official'; readonly text: string; readonly dial?: string; readonly host?: string }
  /** Words of ours for the reader to copy and send as they stand; may hold line breaks. */
  | { readonly kind: 'copy'; readonly text: string };

export type Line = readonly Piece[];

export interface Section {
  readonly id: 'why' | 'conduct' | 'contacts' | 'steps' | 'checked' | 'help' | 'copy' | 'each';
  readonly title: string;
  readonly lines: readonly Line[];
  readonly numbered: boolean;
}

export interface Button {
  readonly id: string;
  readonly label: string;
}

export interface OfficialContact {
  readonly name: string;
  readonly number: string;
  readonly tier: 'confirmed' | 'likely';
  /** Title or publisher of the source that is shown. */
  readonly source: string;
  readonly checked: string;
}

/** Anything that is told to a person, for any channel to draw: headline, what to do, sections, contacts, one question. */
export interface ReplyBody {
  readonly language: Language;
  /** 🔴 🟠 ⚪ 🔵 …: never green for "no record". */
  readonly mark: string;
  readonly headline: string;
  readonly lead: readonly Line[];
  readonly sections: readonly Section[];
  readonly contacts: readonly OfficialContact[];
  readonly question: { readonly text: string; readonly buttons: readonly Button[] } | null;
  /** As-of date of the records. */
  readonly asOf: string;
  /** What the answer rests on, and what it is not: for the end of a reply, in small print. */
  readonly footer: Line;
}

/** The answer to a notice. */
export interface Reply extends ReplyBody {
  readonly verdict: VerdictName;
}
