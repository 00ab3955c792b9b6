import type { Registry } from '../registry/types.js';
import type { Language } from './types.js';

/** Digits that a reader could dial, unless a record has them as a current line that may be shown. */
function withoutDoubtfulNumbers(name: string, registry: Registry): string {
  const isShowable = (number: string): boolean =>
    registry.number(number).contacts.some(({ status, tier }) => status === 'current' && tier !== 'unverified');
  const kept = name.replace(/\d{5,}/g, (number) => (isShowable(number) ? number : '')).trim();
  return kept === '' ? name : kept;
}

/**
 * A record's name in the reader's language; a name that no record has, or that has no English one, stays as it is.
 * Some records are named by a number (12389…): it is told only where it may be called.
 */
export function nameIn(language: Language, name: string, registry: Registry): string {
  const nameEn = language === 'en' ? registry.platforms().find((platform) => platform.name === name)?.nameEn : null;
  return withoutDoubtfulNumbers(nameEn ?? name, registry);
}

const REGIONS = {
  zh: new Intl.DisplayNames('zh-Hans', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
} as const;

/** As they are called in a country-neutral list of dialling areas. */
const PARTS_OF_CHINA: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
};

/** Name of an ISO 3166-1 alpha-2 area; null for anything else. */
export function areaIn(language: Language, code: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null;
  const name = PARTS_OF_CHINA[code]?.[language] ?? REGIONS[language].of(code);
  return name === undefined || name === code ? null : name;
}
