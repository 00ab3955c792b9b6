import type { html } from 'hono/html';
import type { NoticeInput } from '../../notice/types.js';
import type { Registry } from '../../registry/types.js';
import { type Values, type Wording, wordingIn } from '../../reply/wording.js';
import type { Assets } from './assets.js';
import type { Settings } from './settings.js';

/** Markup in which everything that was filled in is escaped. */
export type Html = ReturnType<typeof html>;

/** What every part of a page is drawn with. */
export interface View {
  readonly settings: Settings;
  readonly registry: Registry;
  readonly wording: Wording;
  readonly assets: Assets;
  /** A sentence of the page: the entry `page.<key>` as plain text. */
  readonly say: (key: string, values?: Values) => string;
}

/** One whole page. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Where the settings lead back to: an address, or the texts that are answered here, which are handed in again. */
  readonly again: string | readonly NoticeInput[];
  /** Which of the places at the top this is. */
  readonly place: 'check' | 'lookup' | 'platforms' | null;
}

export function viewOf(settings: Settings, registry: Registry, assets: Assets): View {
  const wording = wordingIn(registry, settings.language);
  return { settings, registry, wording, assets, say: (key, values) => wording.text(`page.${key}`, values) };
}
