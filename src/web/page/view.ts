import type { html } from 'hono/html';
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

export function viewOf(settings: Settings, registry: Registry, assets: Assets): View {
  const wording = wordingIn(registry, settings.language);
  return { settings, registry, wording, assets, say: (key, values) => wording.text(`page.${key}`, values) };
}
