import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../../reply/types.js';
import type { WebContext } from '../context.js';

/** How somebody wants the page. `auto` is as the device has it. */
export interface Settings {
  readonly language: Language;
  readonly size: 'normal' | 'larger';
  readonly theme: 'auto' | 'light' | 'dark';
}

/** The browser side writes the same cookie: `zh.larger.dark`. It says nothing about anybody. */
export const SETTINGS_COOKIE = 'page';

const YEAR = 365 * 24 * 3600;

const LANGUAGES = ['zh', 'en'] as const;
const SIZES = ['normal', 'larger'] as const;
const THEMES = ['auto', 'light', 'dark'] as const;

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((candidate) => candidate === value);

/** What is chosen in a form or an address; anything unknown is no choice. */
export interface Chosen {
  readonly lang?: unknown;
  readonly size?: unknown;
  readonly theme?: unknown;
}

function keptIn(context: WebContext): Settings {
  const [language, size, theme] = (getCookie(context, SETTINGS_COOKIE) ?? '').split('.');
  return {
    language: oneOf(LANGUAGES, language) ?? 'zh',
    size: oneOf(SIZES, size) ?? 'normal',
    theme: oneOf(THEMES, theme) ?? 'auto',
  };
}

function withChosen(kept: Settings, { lang, size, theme }: Chosen): Settings {
  return {
    language: oneOf(LANGUAGES, lang) ?? kept.language,
    size: oneOf(SIZES, size) ?? kept.size,
    theme: oneOf(THEMES, theme) ?? kept.theme,
  };
}

/** The settings of whoever asks; what is chosen now is remembered. Chinese unless somebody chose otherwise. */
export function settingsOf(context: WebContext, chosen: Chosen = {}): Settings {
  const kept = keptIn(context);
  const settings = withChosen(kept, chosen);
  if (JSON.stringify(settings) !== JSON.stringify(kept)) {
    const value = `${settings.language}.${settings.size}.${settings.theme}`;
    setCookie(context, SETTINGS_COOKIE, value, { path: '/', maxAge: YEAR, sameSite: 'Lax' });
  }
  return settings;
}
